"""Messages to others when a story begins, or reports of it are found to differ.

Each is a `POST` of JSON, signed where the hook has a secret, tried again for about an
hour, and never sent to a private address unless that is allowed.
"""

from __future__ import annotations

import hashlib
import heapq
import hmac
import http.client
import itertools
import json
import logging
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlunsplit

from synoptic.errors import NotReadable
from synoptic.read.addresses import checked
from synoptic.read.connection import Deadline, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.api.settings import Hook, HookEvent

_LOG = logging.getLogger(__name__)
WAITS_SECONDS = (1.0, 10.0, 60.0, 600.0, 3600.0)
_TIMEOUT_SECONDS = 10.0
_GOOD = range(200, 300)
_MOST_QUEUED = 10_000


class Hooks:
    """Sends messages from a thread of its own; what is queued is lost at the end.

    Args:
        waits_seconds: Before the second try, the third ...; then it is given up.
        count: Called with `sent`, `tried` or `given-up`.
    """

    def __init__(
        self,
        hooks: Sequence[Hook],
        *,
        allow_private: bool,
        count: Callable[[str], None],
        waits_seconds: Sequence[float] = WAITS_SECONDS,
    ) -> None:
        self._hooks = tuple(hooks)
        self._allow_private = allow_private
        self._count = count
        self._waits = tuple(waits_seconds)
        self._queue: list[tuple[float, int, Hook, bytes, int]] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._ended = False
        if self._hooks:
            threading.Thread(target=self._work, daemon=True, name="hooks").start()

    @property
    def wants_any(self) -> bool:
        """Whether there is anybody to tell."""
        return bool(self._hooks)

    def tell(self, event: HookEvent, told: dict[str, object]) -> None:
        """Queue a message for every hook that wants such an event."""
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        body = json.dumps(
            {"event": event, "at": at, **told}, ensure_ascii=False
        ).encode()
        with self._changed:
            for hook in self._hooks:
                if event in hook.events and len(self._queue) < _MOST_QUEUED:
                    self._push(time.monotonic(), hook, body, 0)
            self._changed.notify()

    def close(self) -> None:
        """Send nothing more."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def _push(self, due: float, hook: Hook, body: bytes, tries: int) -> None:
        heapq.heappush(self._queue, (due, next(self._numbers), hook, body, tries))

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._ended and not self._is_due():
                    self._changed.wait(self._wait_seconds())
                if self._ended:
                    return
                _, _, hook, body, tries = heapq.heappop(self._queue)
            self._try(hook, body, tries)

    def _is_due(self) -> bool:
        return bool(self._queue) and self._queue[0][0] <= time.monotonic()

    def _wait_seconds(self) -> float | None:
        return max(0.0, self._queue[0][0] - time.monotonic()) if self._queue else None

    def _try(self, hook: Hook, body: bytes, tries: int) -> None:
        host = hook.url.split("/")[2] if hook.url.count("/") > 1 else hook.url
        try:
            post(hook, body, allow_private=self._allow_private)
        except NotReadable as err:
            said = {"host": host, "tries": tries + 1, "reason": err.code}
            if tries < len(self._waits) and err.code != "private-address":
                self._count("tried")
                _LOG.info("hook not reached", extra={"said": said})
                with self._changed:
                    self._push(
                        time.monotonic() + self._waits[tries], hook, body, tries + 1
                    )
                    self._changed.notify()
            else:
                self._count("given-up")
                _LOG.warning("hook given up", extra={"said": said})
        else:
            self._count("sent")


def post(hook: Hook, body: bytes, *, allow_private: bool) -> None:
    """Send one message.

    Raises:
        NotReadable: It was not taken: `bad-address`, `private-address` or
            `fetch-failed`.
    """
    parts = checked(hook.url, hook.url)
    deadline = Deadline(_TIMEOUT_SECONDS, hook.url)
    connection = connect(
        parts, named=hook.url, allow_private=allow_private, deadline=deadline
    )
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    headers = {"Content-Type": "application/json", "User-Agent": "synoptic"}
    if hook.secret:
        headers["X-Synoptic-Signature"] = signature(hook.secret, body, int(time.time()))
    try:
        connection.request("POST", target, body, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException, ValueError) as err:
        raise NotReadable(
            hook.url, f"could not be told: {type(err).__name__}.", code="fetch-failed"
        ) from err
    finally:
        connection.close()
    if status not in _GOOD:
        raise NotReadable(hook.url, f"answered {status}.", code="fetch-failed")


def signature(secret: str, body: bytes, at: int) -> str:
    """`t=SECONDS,v1=HEX`: HMAC-SHA256 of `SECONDS.BODY`; an old one can be told."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256)
    return f"t={at},v1={signed.hexdigest()}"
