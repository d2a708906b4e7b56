"""What a server is told when it starts; every knob with its unit and reason."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Literal

from synoptic.api.access import Access
from synoptic.errors import UsageError

HookEvent = Literal["new-story", "different-words", "different-figures"]
HOOK_EVENTS: tuple[HookEvent, ...] = (
    "new-story",
    "different-words",
    "different-figures",
)


@dataclass(frozen=True, slots=True)
class Hook:
    """Somebody who wants to be told.

    Attributes:
        secret: What the messages are signed with; empty: they are not.
        events: Which of them; all by default.
    """

    url: str
    secret: str = ""
    events: tuple[HookEvent, ...] = HOOK_EVENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """How a workspace is served.

    Attributes:
        base_path: Under which path a proxy shows it (`/synoptic`); empty: the root.
        public_url: By which address readers know it; hooks are given links with it.
        hosts: Names by which it may be asked for besides addresses; a page elsewhere
            that points its own name at this machine is refused by them.
        secret: What session cookies are signed with; empty: a new one at each start.
        https: Whether readers come by https, so that cookies are for that alone.
        fast: Collate by rules only.
        workers: `process` keeps readers quick while stories are read; `thread` is for
            tests and notebooks.
        adds_per_minute, fetches_per_minute, sign_ins_per_minute: For one reader or
            address.
        max_body_bytes: The longest request; some 30 web pages.
        poll_seconds: How soon an open page shows a new report.
        allow_private: Whether hooks and fetches may go to private addresses.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    base_path: str = ""
    public_url: str = ""
    hosts: tuple[str, ...] = ("localhost",)
    access: Access = field(default_factory=Access)
    secret: str = ""
    https: bool = False
    fast: bool = False
    workers: Literal["process", "thread"] = "process"
    adds_per_minute: int = 60
    fetches_per_minute: int = 12
    sign_ins_per_minute: int = 10
    max_body_bytes: int = 32_000_000
    poll_seconds: float = 1.0
    allow_private: bool = False
    hooks: tuple[Hook, ...] = ()

    def __post_init__(self) -> None:
        if self.base_path and (
            not self.base_path.startswith("/") or self.base_path.endswith("/")
        ):
            raise UsageError(
                f"base path {self.base_path!r}: write it with a slash in front and "
                "none behind, like /synoptic"
            )
        if not is_loopback(self.host) and self.access.is_open:
            raise UsageError(
                f"{self.host} can be reached from other machines, and nobody would "
                "have to sign in. Give --token-file, --users or --proxy-header, or "
                "leave --host out to serve this machine only"
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
