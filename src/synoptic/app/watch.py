"""Feeds watched: what they bring goes into the workspace, for weeks."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.app.watch_events import WatchEvent
from synoptic.app.watch_threads import Came, Halfway, Threads
from synoptic.app.workspace_stories import place_reports
from synoptic.errors import InputError, UsageError
from synoptic.model import Report
from synoptic.read import ReadOptions
from synoptic.read.feeds.opml import feeds_of
from synoptic.read.feeds.polite import Manners
from synoptic.read.feeds.state import FeedState

if TYPE_CHECKING:
    from synoptic.app.watch_events import EventKind
    from synoptic.app.watch_threads import Done
    from synoptic.app.workspace import Added, Workspace

__all__ = [
    "FeedState",
    "WatchEvent",
    "WatchSettings",
    "Watcher",
    "addresses_of",
    "feed_states",
    "health_of",
    "subscribe",
    "unsubscribe",
]

_UNGROUPED = "watch-not-grouped"
_DROPPED = "feeds-dropped"
_REMEMBERED = {"seen", "tries", "etag", "modified"}
_LOOK_AGAIN_SECONDS = 30.0
# Grouping reads a week of reports: it may take this part of the time at the most.
_GROUPING_SHARE = 0.1
_STOP_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True)
class WatchSettings:
    """How feeds are watched.

    Attributes:
        every: Between two questions to one feed.
        delay_seconds: Between two questions to one host.
        n_threads: Feeds that are asked at the same time.
        group_seconds: Longest that a new report waits until it is put into a story,
            unless grouping itself takes long.
        reading: Limits of fetching; `allow_private` for feeds on this machine.
    """

    every: timedelta = timedelta(minutes=5)
    delay_seconds: float = 2.0
    n_threads: int = 6
    group_seconds: float = 30.0
    reading: ReadOptions = field(default_factory=ReadOptions)


def addresses_of(sources: Iterable[str]) -> tuple[str, ...]:
    """The addresses of feeds that are named: addresses, and files that list them.

    Args:
        sources: `http://` and `https://` addresses, paths of OPML files.

    Raises:
        UsageError: It is neither, or no such file.
        InputError: A file cannot be read as OPML.
    """
    found: dict[str, None] = {}
    for source in sources:
        if source.startswith(("http://", "https://")):
            found[source] = None
            continue
        try:
            data = Path(source).read_bytes()
        except (OSError, ValueError) as err:
            raise UsageError(
                f"{source!r} is neither an address (https://...) nor a file of feeds "
                f"(OPML) that can be opened"
            ) from err
        try:
            found |= dict.fromkeys(feeds_of(data, path=source))
        except InputError as err:
            raise UsageError(f"{source}: {err.reason}") from err
    return tuple(found)


def subscribe(workspace: Workspace, addresses: Iterable[str]) -> tuple[FeedState, ...]:
    """Have feeds watched from now on; those that are watched already stay as they are.

    Returns:
        The state of each, in the order given.
    """
    known = {state.url: state for state in feed_states(workspace)}
    states = []
    wanted = tuple(addresses)
    _put_dropped(workspace, _dropped(workspace) - set(wanted))
    for address in wanted:
        state = known.get(address)
        if state is None:
            state = FeedState.new(address)
            workspace.put_feed(state.as_record())
        states.append(state)
    return tuple(states)


def unsubscribe(workspace: Workspace, address: str) -> bool:
    """Watch a feed no more; its reports stay. Whether it was watched."""
    # Said before it is done: a watcher that asks the feed now would put it back.
    _put_dropped(workspace, _dropped(workspace) | {address})
    return workspace.drop_feed(address)


def _dropped(workspace: Workspace) -> set[str]:
    return set(json.loads(workspace.setting(_DROPPED) or "[]"))


def _put_dropped(workspace: Workspace, addresses: set[str]) -> None:
    workspace.put_setting(_DROPPED, json.dumps(sorted(addresses)))


def feed_states(workspace: Workspace) -> tuple[FeedState, ...]:
    """Every feed that is watched and how it fares, by address."""
    return tuple(FeedState.from_record(record) for record in workspace.feeds())


def health_of(state: FeedState) -> dict[str, object]:
    """How a feed fares, as JSON values: its state without what it has to remember."""
    record = state.as_record()
    return {name: record[name] for name in record if name not in _REMEMBERED}


class Watcher:
    """Asks the feeds of a workspace in turn and keeps what they bring.

    Only the thread that calls `run` writes into the workspace. A report is on disk
    before the feed's state says that it came, so that whatever ends the process, no
    report is lost and none is kept twice.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: WatchSettings | None = None,
        *,
        tell: Callable[[WatchEvent], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._settings = settings or WatchSettings()
        self._tell_it = tell
        self._stop = threading.Event()
        self._states: dict[str, FeedState] = {}
        self._busy: set[str] = set()
        self._counts: dict[str, Counter[str]] = {}
        self._totals: Counter[str] = Counter()
        waiting = json.loads(workspace.setting(_UNGROUPED) or "[]")
        self._new: dict[str, None] = dict.fromkeys(waiting)
        self._group_at = time.monotonic() + self._settings.group_seconds
        self._looked_at = 0.0

    def stop(self) -> None:
        """Make `run` return within seconds; may be called from a signal handler."""
        self._stop.set()

    def run(self, *, once: bool = False) -> Counter[str]:
        """Watch until `stop` is called.

        Args:
            once: Ask every feed that is due one time, and return. A feed that failed
                lately is left alone until its time has come.

        Returns:
            What came: `new`, `versions`, `known`, `not_read`, `failed` (feeds).
        """
        settings = self._settings
        self._look()
        self._tell("started", numbers={"feeds": len(self._states)})
        threads = Threads(
            max(1, min(settings.n_threads, len(self._states) if once else 64)),
            options=settings.reading,
            manners=Manners(
                settings.reading, delay_seconds=settings.delay_seconds, stop=self._stop
            ),
            every=settings.every,
            stop=self._stop,
        )
        try:
            waiting = self._first() if once else None
            while not self._stop.is_set():
                self._hand_out(threads, waiting)
                if once and not self._busy:
                    break
                self._take_one(threads, 0.5)
                self._group_when_due()
            self._drain(threads)
        finally:
            threads.end(wait_seconds=_STOP_SECONDS)
            self._group()
        self._tell("stopped", numbers=dict(self._totals))
        return self._totals

    def _first(self) -> list[str]:
        now = datetime.now(UTC)
        return [
            url
            for url, state in self._states.items()
            if not state.gone and (not state.failures or state.due_at() <= now)
        ]

    def _look(self) -> None:
        """Take up feeds that were added or dropped by somebody else since."""
        self._looked_at = time.monotonic()
        there = {state.url: state for state in feed_states(self._workspace)}
        for url in self._states.keys() - there.keys() - self._busy:
            del self._states[url]
        for url in there.keys() - self._states.keys():
            self._states[url] = there[url]

    def _hand_out(self, threads: Threads, waiting: list[str] | None) -> None:
        if waiting is not None:
            due = [*waiting]
            waiting.clear()
        else:
            if time.monotonic() - self._looked_at > _LOOK_AGAIN_SECONDS:
                self._look()
            now = datetime.now(UTC)
            due = [
                url
                for url, state in self._states.items()
                if url not in self._busy and not state.gone and state.due_at() <= now
            ]
            due.sort(key=lambda url: self._states[url].due_at())
        for url in due:
            self._busy.add(url)
            self._counts[url] = Counter()
            threads.ask(self._states[url])

    def _take_one(self, threads: Threads, wait_seconds: float) -> bool:
        """Store one thing that came; whether there was one."""
        try:
            item = threads.found.get(timeout=wait_seconds)
        except queue.Empty:
            return False
        if isinstance(item, Came):
            self._store(item)
        elif isinstance(item, Halfway):
            self._keep(item.state)
        else:
            self._finish(item)
        return True

    def _drain(self, threads: Threads) -> None:
        """Store what the threads still bring; those that wait for a server are left."""
        until = time.monotonic() + _STOP_SECONDS
        while self._busy and time.monotonic() < until:
            self._take_one(threads, 0.1)

    def _store(self, came: Came) -> None:
        counts = self._counts[came.url]
        if isinstance(came.item, Report):
            added = self._workspace.add(came.item)
            counts[_COUNTED[added.kind]] += 1
            if added.kind in {"new", "version"} or self._was_left(added):
                self._new[added.id] = None
            return
        counts["not_read"] += 1
        self._tell(
            "not-read",
            feed=came.url,
            address=came.item.path,
            code=came.item.code,
            reason=came.item.reason,
        )

    def _finish(self, done: Done) -> None:
        before, state = done.before, done.state
        url = state.url
        self._busy.discard(url)
        counts = self._counts.pop(url)
        self._totals.update(counts)
        if self._keep(state):
            self._states[url] = state
        if state.address != before.address:
            self._tell("moved", feed=url, address=state.address)
        if state.failures > before.failures and state.last_error:
            code, reason = state.last_error
            self._totals["failed"] += 1
            self._tell("failed", feed=url, code=code, reason=reason)
            if state.gone:
                self._tell("gone", feed=url)
        elif state is not before:
            self._tell("read", feed=url, numbers=dict(counts))

    def _keep(self, state: FeedState) -> bool:
        """Write a state down, and what is in no story yet; whether it is watched."""
        if self._new:
            self._workspace.put_setting(_UNGROUPED, json.dumps([*self._new]))
        self._workspace.put_feed(state.as_record())
        if state.url in _dropped(self._workspace):
            self._workspace.drop_feed(state.url)
            return False
        return True

    def _was_left(self, added: Added) -> bool:
        """Whether a known report is in no story: something ended us before it was."""
        return added.kind == "known" and self._workspace.story_of(added.id) is None

    def _group_when_due(self) -> None:
        if time.monotonic() >= self._group_at:
            self._group()

    def _group(self) -> None:
        """Put what is new into stories."""
        began = time.monotonic()
        if self._new:
            stories = place_reports(self._workspace, self._new)
            self._new = {}
            self._workspace.put_setting(_UNGROUPED, "[]")
            self._tell("grouped", numbers={"stories": len(stories)})
        took = time.monotonic() - began
        wait = max(self._settings.group_seconds, took / _GROUPING_SHARE)
        self._group_at = time.monotonic() + wait

    def _tell(
        self,
        kind: EventKind,
        *,
        feed: str | None = None,
        address: str | None = None,
        code: str | None = None,
        reason: str | None = None,
        numbers: dict[str, int] | None = None,
    ) -> None:
        if self._tell_it is None:
            return
        event = WatchEvent(
            kind=kind,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            feed=feed,
            address=address,
            code=code,
            reason=reason,
            numbers=tuple(sorted((numbers or {}).items())),
        )
        self._tell_it(event)


_COUNTED = {
    "new": "new",
    "version": "versions",
    "known": "known",
    "removed": "removed",
}
