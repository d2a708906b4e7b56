"""From an entry to its report: the feed's own text, or the page that it leads to."""

from __future__ import annotations

import http.client
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from synoptic.errors import InputError, NotReadable, NotText
from synoptic.read.assemble import assemble
from synoptic.read.draft import Draft, Raw, as_rejected
from synoptic.read.feeds.entry import breaks_off, entry_draft
from synoptic.read.feeds.poll import retry_after
from synoptic.read.fetch import ask
from synoptic.read.html import reader as html
from synoptic.read.plain import reader as plain

if TYPE_CHECKING:
    from synoptic.model import Rejected, Report
    from synoptic.read.feeds.entry import Entry, Feed
    from synoptic.read.feeds.polite import Manners
    from synoptic.read.fetch import Answer
    from synoptic.read.options import ReadOptions

_LONG_ENOUGH_WORDS = 150  # a feed that prints so much prints all of it
_LEAST_WORDS = 40  # what a feed prints counts as a report by itself from here on
_WORD = re.compile(r"\w{4,}")
_TELLING_WORDS = 3  # a title of fewer long words may share none with its own page
_HTML = {"text/html", "application/xhtml+xml"}
_MAY_PASS_STATUS = {408, 425, 429}
_MAY_PASS = {"fetch-failed", "truncated"}


class Outcome(NamedTuple):
    """What came of an entry.

    Attributes:
        item: Its report, or why there is none.
        again: Whether another try may fare better.
    """

    item: Report | Rejected
    again: bool = False


def report_of(
    entry: Entry, feed: Feed, *, options: ReadOptions, manners: Manners
) -> Outcome:
    """The report of an entry; nothing is raised for what servers do.

    What the feed prints is taken where it is the whole text. Else the page is fetched,
    unless the site's robots.txt forbids it, and the longer text of both is taken. The
    outlet is the entry's own source, else the site's name on the page.
    """
    own = entry_draft(entry, feed)
    n_words = _n_words(own)
    path = entry.link or f"{feed.link or ''}#{entry.key}"
    whole = own if own and not breaks_off(own.text) else None
    if whole and n_words >= _LONG_ENOUGH_WORDS:
        return _assembled(whole, entry.raw, path, options)
    try:
        draft, page = _page(entry.link, options, manners)
        _check(draft, entry, None if whole else n_words)
    except InputError as err:
        again = err.code in _MAY_PASS
        if whole and n_words >= _LEAST_WORDS and not again:
            return _assembled(whole, entry.raw, path, options)
        return Outcome(as_rejected(err, path), again)
    if whole and n_words > _n_words(draft):
        outlet = entry.outlet or draft.outlet or whole.outlet
        named = replace(whole, outlet=outlet, url=draft.url)
        return _assembled(named, entry.raw, path, options)
    stated = replace(
        draft,
        key=draft.url,
        outlet=entry.outlet or draft.outlet,
        headline=draft.headline or entry.title,
        byline=draft.byline or entry.byline,
        published_at=draft.published_at or entry.published_at,
        modified_at=draft.modified_at or entry.modified_at,
        language=draft.language or entry.language or feed.language,
    )
    return _assembled(stated, page, path, options)


def _page(
    link: str | None, options: ReadOptions, manners: Manners
) -> tuple[Draft, bytes]:
    """The draft of a page and its bytes.

    Raises:
        InputError: It did not come, is no page, or holds no text.
    """
    if link is None:
        raise InputError("", "has no page to be fetched.", code="no-text")
    manners.check(link)
    manners.wait(link)
    answer = ask(link, options)
    if answer.status != http.client.OK:
        now = datetime.now(UTC)
        if (wait := retry_after(answer, now)) is not None:
            manners.hold(link, wait.total_seconds())
        may_pass = answer.status >= http.client.INTERNAL_SERVER_ERROR
        why = f"the server answered {answer.status} {answer.reason}."
        if may_pass or answer.status in _MAY_PASS_STATUS:
            raise NotReadable(link, why, code="fetch-failed")
        raise NotReadable(link, why, code="no-page")
    raw = _raw(answer, link)
    is_html = html.recognises(raw.data[:4096]) or raw.media_type in _HTML
    if not is_html and raw.media_type != "text/plain":
        raise InputError(
            link,
            f"is no page but {raw.media_type or 'of a type that is not stated'}.",
            code="not-a-page",
        )
    found = next(html.read(raw, options) if is_html else plain.read(raw, options))
    if not isinstance(found, Draft):
        raise NotText(link, "holds no text.", code="no-text")
    return replace(found, url=_canonical(found.url, answer.url)), raw.data


def _check(draft: Draft, entry: Entry, n_words_cut: int | None) -> None:
    """Refuse a page that stands in the way of the one that was asked for.

    Args:
        draft: Of the page.
        entry: That led to it.
        n_words_cut: Words of a beginning that the feed prints; None: it prints all.

    Raises:
        NotText: `wrong-page`.
    """
    link = entry.link or ""
    if n_words_cut and _n_words(draft) < n_words_cut:
        raise NotText(
            link,
            "the page holds less than the beginning that the feed prints.",
            code="wrong-page",
        )
    told = set(_WORD.findall((entry.title or "").casefold()))
    if len(told) >= _TELLING_WORDS and told.isdisjoint(
        _WORD.findall(f"{draft.headline or ''} {draft.text}".casefold())
    ):
        raise NotText(
            link,
            "the page has no word of the entry's title (a consent or sign-in page?).",
            code="wrong-page",
        )


def _raw(answer: Answer, link: str) -> Raw:
    page = answer.page
    return Raw(
        path=link,
        key=page.url,
        data=page.body,
        media_type=page.media_type,
        charset=page.charset,
        url=page.url,
    )


def _canonical(stated: str | None, fetched: str) -> str:
    """The address that a page calls its own; not where that is a front page."""
    if not stated:
        return fetched
    is_front = urlsplit(stated).path in {"", "/"} and not urlsplit(stated).query
    return fetched if is_front and urlsplit(fetched).path not in {"", "/"} else stated


def _assembled(draft: Draft, data: bytes, path: str, options: ReadOptions) -> Outcome:
    raw = Raw(path=path, key=draft.key or path, data=data)
    try:
        return Outcome(assemble(replace(draft, raw=data), raw, options))
    except InputError as err:
        return Outcome(as_rejected(err, path))


def _n_words(draft: Draft | None) -> int:
    if draft is None:
        return 0
    return len(draft.text.split()) - len((draft.headline or "").split())
