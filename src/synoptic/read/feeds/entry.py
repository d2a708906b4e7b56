"""A feed and its entries, whatever form it is written in."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from html import unescape

from synoptic.read.draft import Draft
from synoptic.read.html.pieces import Piece, all_pieces, joined
from synoptic.read.wire import paragraphs, with_fields
from synoptic.text.addresses import host_of

_SECTION = re.compile(r"\s+[|»›:–—-]\s+|\s*[»›|]\s*")
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:read|see)\s+(?:more|on)|continue reading|"
    r"weiterlesen|lire la suite|leer más)\W*(?:»|→|\])?\s*$",
    re.IGNORECASE,
)
_MARKED_UP = re.compile(r"<(?:[a-z][a-z0-9]*\b[^>]*|/[a-z]+)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed.

    Attributes:
        key: Its guid or id, else its link: the same each time it is listed.
        link: The page that it leads to, in full; None when it names none.
        content: What the feed prints of it, as HTML or plain text; "" for nothing.
        outlet: Who published it, when the entry itself says so.
        published_at, modified_at: ISO 8601.
    """

    key: str
    link: str | None = None
    title: str | None = None
    content: str = ""
    byline: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None

    @property
    def fingerprint(self) -> str:
        """The same as long as the feed says that the entry is.

        Its time of change where it states one; else its words, without the markup, in
        which some sites count their readers.
        """
        told = self.modified_at or _MARKED_UP.sub(" ", self.content).split()
        line = json.dumps([self.link, self.title, told], ensure_ascii=False)
        return hashlib.blake2b(
            line.encode("utf-8", "replace"), digest_size=8
        ).hexdigest()

    @property
    def raw(self) -> bytes:
        """The entry as bytes, for the id of a report that is made of it alone."""
        parts = [self.key, self.link, self.title, self.content]
        return json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace")

    def pieces(self) -> list[Piece]:
        """The paragraphs that the feed prints of it."""
        if _MARKED_UP.search(self.content):
            return all_pieces(self.content)
        return paragraphs(unescape(self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as its document says.

    Attributes:
        link: The site that it is of.
        form: What it is written in, and what read it: `rss20, feedparser 6.0.12`.
    """

    title: str | None = None
    link: str | None = None
    language: str | None = None
    entries: tuple[Entry, ...] = ()
    form: str = ""


def entry_draft(entry: Entry, feed: Feed, *, place: str = "") -> Draft | None:
    """The report that an entry holds in the feed itself; None: it holds no text.

    Its outlet is what the entry names as its source; else the site that the feed is
    of, where the entry's page stands on that site. A feed of other sites' texts is no
    outlet.
    """
    body = entry.pieces()
    pieces = with_fields(body, headline=entry.title)
    if not pieces:
        return None
    text, hints = joined(pieces)
    return Draft(
        text=text,
        raw=entry.raw,
        place=place,
        key=entry.key,
        layout="article",
        hints=hints,
        outlet=entry.outlet or _own_site(entry, feed),
        headline=entry.title,
        byline=entry.byline,
        published_at=entry.published_at,
        modified_at=entry.modified_at,
        language=entry.language or feed.language,
        url=entry.link,
        extractor=feed.form,
    )


def breaks_off(text: str) -> bool:
    """Whether a text ends as the beginning of a longer one: `... Read more »`."""
    return _CUT.search(text[-200:]) is not None


def _own_site(entry: Entry, feed: Feed) -> str | None:
    if not (entry.link and feed.link and feed.title):
        return None
    if host_of(entry.link) != host_of(feed.link):
        return None
    return _SECTION.split(feed.title.strip())[0].strip() or None
