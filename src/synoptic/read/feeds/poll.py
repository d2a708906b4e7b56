"""Asking a feed what is new."""

from __future__ import annotations

import http.client
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from synoptic.errors import InputError, MissingExtra
from synoptic.read.feeds.document import parse_feed
from synoptic.read.fetch import ask, unzipped

if TYPE_CHECKING:
    from synoptic.read.feeds.entry import Entry, Feed
    from synoptic.read.feeds.state import FeedState
    from synoptic.read.fetch import Answer
    from synoptic.read.options import ReadOptions

_MAX_FEED_BYTES = 10 << 20
_ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,"
    "application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
)


class Polled(NamedTuple):
    """What came of asking.

    Attributes:
        feed: As it describes itself; None when nothing was sent.
        entries: Those that are new or printed otherwise than before, in its order.
        state: To be kept once the entries are handled.
    """

    feed: Feed | None
    entries: tuple[Entry, ...]
    state: FeedState


def poll(
    state: FeedState,
    *,
    options: ReadOptions,
    every: timedelta = timedelta(minutes=5),
    now: datetime | None = None,
) -> Polled:
    """Ask a feed once; what goes wrong is in the state, not raised.

    A feed that moved for good is asked at its new address from then on, once that has
    proved to be a feed; one that is gone for good is not asked again.

    Args:
        state: As the last time left it.
        options: `offline`, `timeout_seconds` and `allow_private` hold.
        every: Time until the next question, when all goes well.
        now: The present moment; None: by the clock.

    Raises:
        MissingExtra: feedparser is not installed.
    """
    moment = now or datetime.now(UTC)
    headers = {"Accept": _ACCEPT}
    if state.etag:
        headers["If-None-Match"] = state.etag
    if state.modified:
        headers["If-Modified-Since"] = state.modified
    limited = replace(options, max_bytes=min(options.max_bytes, _MAX_FEED_BYTES))
    try:
        answer = ask(state.address, limited, headers=headers)
        if answer.status == http.client.OK:
            return _read(state, answer, every, moment)
    except MissingExtra:
        raise
    except InputError as err:
        return Polled(None, (), state.failed(moment, every, err.code, err.reason))
    if answer.status == http.client.NOT_MODIFIED:
        return Polled(None, (), state.succeeded(moment, every))
    reason = f"the server answered {answer.status} {answer.reason}."
    failed = state.failed(
        moment, every, "fetch-failed", reason, retry_after(answer, moment)
    )
    if answer.status == http.client.GONE:
        failed = replace(failed, gone=True, next_try_at=None)
    return Polled(None, (), failed)


def _read(
    state: FeedState, answer: Answer, every: timedelta, moment: datetime
) -> Polled:
    page = answer.page
    body = page.body
    if body.startswith(b"\x1f\x8b"):
        body = unzipped(body, state.address, _MAX_FEED_BYTES)
    feed = parse_feed(body, path=state.url, url=page.url, charset=page.charset)
    listed = tuple({entry.key: entry for entry in feed.entries}.values())
    fresh = replace(
        state.succeeded(moment, every, listed),
        address=answer.moved_to or state.address,
        title=feed.title or state.title,
        etag=answer.headers.get("ETag"),
        modified=answer.headers.get("Last-Modified"),
    )
    return Polled(feed, tuple(e for e in listed if state.is_new(e)), fresh)


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """How long a server asks to be left alone; None when it does not say."""
    stated = (answer.headers.get("Retry-After") or "").strip()
    if stated.isascii() and stated.isdigit():
        return timedelta(seconds=min(int(stated[:9]), 10**8))
    try:
        until = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - now, timedelta(0))
