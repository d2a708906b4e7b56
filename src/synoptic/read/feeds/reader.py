"""Feeds given as files: a report for each entry that holds its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.model import Rejected
from synoptic.read.feeds.document import parse_feed
from synoptic.read.feeds.entry import breaks_off, entry_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.read.draft import Draft, Raw
    from synoptic.read.options import ReadOptions

_HEAD = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*|"
    rb"<\?[^>]{0,300}\?>\s*|<!DOCTYPE\s+(?:rss|feed)[^>\[]{0,300}>\s*)*"
    rb"<(?:rss|(?:\w{1,20}:)?feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)


class FeedReader:
    """RSS and Atom files; JSON Feed comes by way of JSON."""

    suffixes = (".rss", ".atom", ".rdf")
    media_types = (
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
    )
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether its root is that of a feed."""
        return bool(_HEAD.match(head))

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:
        """A report for each entry that holds text; nothing is fetched.

        Raises:
            InputError: It is no feed, or has no entry.
        """
        del options
        yield from feed_drafts(raw)


def feed_drafts(raw: Raw) -> Iterator[Draft | Rejected]:
    """The reports that a feed's document holds itself, in its order."""
    feed = parse_feed(raw.data, path=raw.path, url=raw.url, charset=raw.charset)
    if not feed.entries:
        yield Rejected(raw.path, "empty", "The feed has no entry at the moment.")
    for number, entry in enumerate(feed.entries, start=1):
        place = f":{number}"
        draft = entry_draft(entry, feed, place=place)
        page = f" ({entry.link})" if entry.link else ""
        if draft is None:
            why = f"The feed prints no text of this entry. Name its page{page}."
            yield Rejected(raw.path + place, "no-text", why)
        elif breaks_off(draft.text):
            why = f"The feed prints the beginning only. Name the page{page}."
            yield Rejected(raw.path + place, "truncated", why)
        else:
            yield draft


reader = FeedReader()
