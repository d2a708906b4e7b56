"""The threads of a watcher: each asks one feed at a time and hands over what comes."""

from __future__ import annotations

import logging
import queue
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from synoptic.model import Rejected, Report
from synoptic.read.feeds.full_text import Outcome, report_of
from synoptic.read.feeds.poll import poll

if TYPE_CHECKING:
    from synoptic.read import ReadOptions
    from synoptic.read.feeds.entry import Entry, Feed
    from synoptic.read.feeds.polite import Manners
    from synoptic.read.feeds.state import FeedState

_log = logging.getLogger(__name__)

# What came and is not stored yet: so many reports are in memory at the most.
_MAX_WAITING = 16
# Entries after which the state of a long feed is kept: so many are fetched again.
_KEEP_EVERY = 20
_MAX_LATELY = 10_000


@dataclass(frozen=True, slots=True)
class Came:
    """A report of a feed, or why an entry gave none."""

    url: str
    item: Report | Rejected


@dataclass(frozen=True, slots=True)
class Halfway:
    """A state to be kept while a long feed is still worked through."""

    state: FeedState


@dataclass(frozen=True, slots=True)
class Done:
    """A feed was asked; its state is to be kept after all that came before."""

    before: FeedState
    state: FeedState


class Threads:
    """A few threads that ask feeds.

    They write nothing: what they find comes out of `found` in an order in which every
    report of a feed stands before the feed's new state. So a state that was kept never
    speaks of a report that was not.

    Attributes:
        found: What came, at most a few reports ahead of who takes them out.
    """

    def __init__(
        self,
        n_threads: int,
        *,
        options: ReadOptions,
        manners: Manners,
        every: timedelta,
        stop: threading.Event,
    ) -> None:
        self.found: queue.Queue[Came | Halfway | Done] = queue.Queue(_MAX_WAITING)
        self._jobs: queue.SimpleQueue[FeedState | None] = queue.SimpleQueue()
        self._options = options
        self._manners = manners
        self._every = every
        self._stop = stop
        self._left = threading.Event()
        self._lately: OrderedDict[str, None] = OrderedDict()
        self._threads = [
            threading.Thread(target=self._work, name=f"feeds-{n}", daemon=True)
            for n in range(n_threads)
        ]
        for thread in self._threads:
            thread.start()

    def ask(self, state: FeedState) -> None:
        """Have a feed asked as soon as a thread is free."""
        self._jobs.put(state)

    def end(self, *, wait_seconds: float) -> None:
        """Let the threads end; one that still waits for a server is left behind."""
        self._left.set()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(wait_seconds / len(self._threads))

    def _work(self) -> None:
        while (before := self._jobs.get()) is not None:
            try:
                state = self._one(before)
            except Exception as err:  # noqa: BLE001 (one feed must not stop the others)
                _log.warning("feed %s failed", before.url, exc_info=True)
                state = before.failed(
                    datetime.now(UTC),
                    self._every,
                    "failed",
                    f"the watcher failed ({type(err).__name__}). Please report it.",
                )
            self._put(Done(before, state))

    def _one(self, before: FeedState) -> FeedState:
        """Ask one feed and fetch what it lists; its new state."""
        self._manners.wait(before.address)
        if self._stop.is_set():
            return before
        feed, entries, state = poll(before, options=self._options, every=self._every)
        for number, entry in enumerate(entries):
            # What is left comes again at the next start: the feed is sent in full then.
            halfway = replace(state, etag=None, modified=None, next_try_at=None)
            if feed is None or self._stop.is_set():
                return halfway
            if number % _KEEP_EVERY == _KEEP_EVERY - 1:
                self._put(Halfway(halfway))
            if entry.fingerprint in self._lately:
                state = state.handled(entry, stored=False)
                continue
            item, again = self._report_of(entry, feed)
            self._put(Came(before.url, item))
            if isinstance(item, Report):
                state = state.handled(entry, stored=True)
                self._remember(entry.fingerprint)
            else:
                state = state.not_read(entry, item.code, item.reason, again=again)
        return state

    def _report_of(self, entry: Entry, feed: Feed) -> Outcome:
        """The report of an entry; a mistake of ours costs that entry only."""
        try:
            return report_of(entry, feed, options=self._options, manners=self._manners)
        except Exception as err:  # noqa: BLE001 (as said)
            _log.warning("entry %s failed", entry.link, exc_info=True)
            why = f"The watcher failed ({type(err).__name__}). Please report this page."
            return Outcome(Rejected(entry.link or feed.form, "failed", why), again=True)

    def _remember(self, fingerprint: str) -> None:
        """Note what came: the feeds of a site's sections list the same entries."""
        self._lately[fingerprint] = None
        while len(self._lately) > _MAX_LATELY:
            with suppress(KeyError):  # another thread may have been faster
                self._lately.popitem(last=False)

    def _put(self, item: Came | Halfway | Done) -> None:
        while not self._left.is_set():
            try:
                self.found.put(item, timeout=0.5)
            except queue.Full:
                continue
            return
