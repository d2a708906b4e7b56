"""Who may come in, and what they may do: readers look, editors change things."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.api.users import User

Role = Literal["reader", "editor"]
ROLES: tuple[Role, ...] = ("reader", "editor")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Attributes:
        name: For the record of corrections; empty where nobody has to sign in.
        how: `open`, `token`, `session` or `proxy`.
    """

    name: str
    role: Role
    how: Literal["open", "token", "session", "proxy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The ways in; with none of them the server is for this machine only.

    Attributes:
        tokens: SHA-256 of each token, with its role.
        users: By name.
        proxy_header: The header in which a proxy says who signed in with it.
        proxies: The addresses from which that header is believed.
        proxy_role: What the proxy's people may do, where `users` does not say.
    """

    tokens: Mapping[str, Role] = field(default_factory=dict)
    users: Mapping[str, User] = field(default_factory=dict)
    proxy_header: str | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    proxy_role: Role = "reader"

    @property
    def is_open(self) -> bool:
        """Whether nobody has to sign in."""
        return not (self.tokens or self.users or self.proxy_header)

    @property
    def has_sign_in(self) -> bool:
        """Whether there is something to type on a page of ours."""
        return bool(self.tokens or self.users)

    def by_token(self, token: str) -> Visitor | None:
        """The holder of a token."""
        digest = token_digest(token)
        for known, role in self.tokens.items():
            if hmac.compare_digest(known, digest):
                return Visitor("token", role, "token")
        return None

    def by_proxy(self, peer: str, headers: Mapping[str, str]) -> Visitor | None:
        """Whom a proxy that is believed says has signed in with it."""
        if self.proxy_header is None or not self._is_proxy(peer):
            return None
        name = headers.get(self.proxy_header.lower(), "").strip()
        if not name:
            return None
        user = self.users.get(name)
        return Visitor(name, user.role if user else self.proxy_role, "proxy")

    def still(self, name: str, stamp: str) -> Visitor | None:
        """Who a session was made for, unless that has changed since."""
        user = self.users.get(name)
        if user is not None and hmac.compare_digest(user.stamp, stamp):
            return Visitor(name, user.role, "session")
        role = self.tokens.get(stamp)
        return Visitor(name, role, "session") if name == "token" and role else None

    def _is_proxy(self, peer: str) -> bool:
        try:
            address = ipaddress.ip_address(peer)
            return any(
                address in ipaddress.ip_network(known, strict=False)
                for known in self.proxies
            )
        except ValueError:
            return False


def token_digest(token: str) -> str:
    """What is kept of a token; tokens are long and random, so that one pass will do."""
    return hashlib.sha256(token.encode()).hexdigest()
