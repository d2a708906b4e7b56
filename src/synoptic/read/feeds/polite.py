"""Manners towards servers: time between two questions, and what robots.txt forbids."""

from __future__ import annotations

import http.client
import threading
import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from synoptic.errors import InputError, NotReadable
from synoptic.read.fetch import ask
from synoptic.text.addresses import host_of

if TYPE_CHECKING:
    from synoptic.read.options import ReadOptions

_US = "synoptic"
_MAX_HOSTS = 2_000
_MAX_RULES_BYTES = 500 * 1024  # as RFC 9309 asks for
_KEPT_SECONDS = 24 * 3600.0
_MAX_DELAY_SECONDS = 60.0


class Manners:
    """Shared by all threads that ask servers.

    Attributes:
        delay_seconds: Between two questions to one host.
    """

    def __init__(
        self,
        options: ReadOptions,
        *,
        delay_seconds: float = 2.0,
        stop: threading.Event | None = None,
    ) -> None:
        self.delay_seconds = delay_seconds
        self._options = replace(options, max_bytes=_MAX_RULES_BYTES)
        self._stop = stop or threading.Event()
        self._lock = threading.Lock()
        self._free_at: OrderedDict[str, float] = OrderedDict()
        self._rules: OrderedDict[str, tuple[float, RobotFileParser]] = OrderedDict()

    def wait(self, url: str) -> None:
        """Wait until the host of an address may be asked; returns at once on a stop."""
        host = host_of(url)
        with self._lock:
            now = time.monotonic()
            at = max(now, self._free_at.get(host, now))
            self._put(host, at + self._delay(url))
        self._stop.wait(max(0.0, at - now))

    def hold(self, url: str, seconds: float) -> None:
        """Leave the host of an address alone for so long: it asked for that."""
        with self._lock:
            until = time.monotonic() + min(seconds, _KEPT_SECONDS)
            self._put(host_of(url), max(until, self._free_at.get(host_of(url), 0.0)))

    def check(self, url: str) -> None:
        """Refuse an address that its host's robots.txt forbids us.

        Raises:
            NotReadable: `robots`; or `fetch-failed`, when the rules cannot be had now.
        """
        if not self._rules_of(url).can_fetch(_US, url):
            raise NotReadable(
                url,
                "the site's robots.txt asks programs not to fetch it.",
                code="robots",
            )

    def _put(self, host: str, free_at: float) -> None:
        self._free_at[host] = free_at
        self._free_at.move_to_end(host)
        while len(self._free_at) > _MAX_HOSTS:
            self._free_at.popitem(last=False)

    def _delay(self, url: str) -> float:
        rules = self._rules.get(_root(url))
        asked = rules[1].crawl_delay(_US) if rules else None
        return max(self.delay_seconds, min(float(asked or 0), _MAX_DELAY_SECONDS))

    def _rules_of(self, url: str) -> RobotFileParser:
        root = _root(url)
        with self._lock:
            kept = self._rules.get(root)
        if kept and kept[0] > time.monotonic():
            return kept[1]
        rules = self._fetched(f"{root}/robots.txt")
        with self._lock:
            self._rules[root] = (time.monotonic() + _KEPT_SECONDS, rules)
            self._rules.move_to_end(root)
            while len(self._rules) > _MAX_HOSTS:
                self._rules.popitem(last=False)
        return rules

    def _fetched(self, address: str) -> RobotFileParser:
        """The rules of a site; one that has none allows everything (RFC 9309)."""
        rules = RobotFileParser()
        self.wait(address)
        try:
            answer = ask(address, self._options)
        except NotReadable:
            raise
        except InputError:
            rules.allow_all = True  # type: ignore[attr-defined]
            return rules
        if answer.status >= http.client.INTERNAL_SERVER_ERROR:
            raise NotReadable(
                address,
                f"the server answered {answer.status} when asked for its rules.",
                code="fetch-failed",
            )
        body = answer.body if answer.status == http.client.OK else b""
        rules.parse(body.decode("utf-8", "replace").splitlines())
        return rules


def _root(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
