"""HTML pages: the report's text out of the page, its fields out of the markup."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from synoptic.errors import NotText, TooLarge
from synoptic.read.draft import Draft
from synoptic.read.html.markup import Markup, read_markup
from synoptic.read.html.pieces import Piece, all_pieces, article_pieces, joined, letters
from synoptic.text.decode import decode, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_PAGE = re.compile(rb"(?:\xff\xfe|\xfe\xff)\x00?<\x00?(?:!|h)", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE
)
_HIDDEN = re.compile(
    r"<(script|style|svg|template)\b(?![^>]*ld\+json).*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_DATA_ADDRESS = re.compile(r"data:[\w/+.-]+;base64,[\w+/=%]+")
# The extractor's time grows faster than the page; a report's own markup is far smaller.
_MAX_MARKUP_CHARS = 6_000_000


class HtmlReader:
    """Web pages, saved or fetched."""

    suffixes = (".html", ".htm", ".xhtml", ".xht")
    media_types = ("text/html", "application/xhtml+xml")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether it opens as an HTML page does."""
        return bool(_PAGE.match(head) or _WIDE_PAGE.match(head))

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:  # noqa: ARG002
        """The one report of a page; offsets hold in the text taken out of it.

        Raises:
            NotText: The page has no text, or is no text itself.
            TooLarge: Its markup is beyond what can be read in seconds.
        """
        stated = _CHARSET.search(raw.data[:8192])
        declared = raw.charset or (stated.group(1).decode("ascii") if stated else None)
        page = decode(raw.data, path=raw.path, declared=declared).text
        page = well_formed(page).replace("\x00", "\ufffd")
        page = _DATA_ADDRESS.sub("", page)
        markup = read_markup(page, url=raw.url)
        page = _HIDDEN.sub(" ", page)
        if len(page) > _MAX_MARKUP_CHARS:
            raise TooLarge(
                raw.path,
                f"holds more than {_MAX_MARKUP_CHARS:,} characters of markup. "
                "Give the text of the report instead.",
            )
        pieces, extractor = _pieces(page)
        if not pieces:
            raise NotText(
                raw.path,
                "is a page without text (made by script?). Open it in a browser and "
                "save or paste what it shows.",
                code="no-text",
            )
        yield _draft(pieces, markup, extractor)


def _pieces(page: str) -> tuple[list[Piece], str]:
    found = article_pieces(page)
    if found:
        return found, f"trafilatura {_version('trafilatura')}"
    return all_pieces(page), "synoptic.read.html 1"


@cache
def _version(package: str) -> str:
    return version(package)


def _draft(pieces: list[Piece], markup: Markup, extractor: str) -> Draft:
    pieces = _with_headline(pieces, markup)
    text, hints = joined(pieces)
    return Draft(
        text=text,
        layout="article",
        hints=hints,
        outlet=markup.outlet,
        headline=next((p.text for p in pieces if p.kind == "headline"), None),
        byline=markup.byline,
        published_at=markup.published_at,
        modified_at=markup.modified_at,
        language=markup.language,
        url=markup.url,
        extractor=extractor,
    )


def _with_headline(pieces: list[Piece], markup: Markup) -> list[Piece]:
    """The pieces with the page's headline first, once and marked as such."""
    stated = markup.headline
    if stated is None:
        if pieces[0].kind == "crosshead":
            return [Piece(pieces[0].text, "headline"), *pieces[1:]]
        return pieces
    kept = [p for p in pieces if letters(p.text) != letters(stated)]
    return [Piece(stated, "headline"), *kept]


reader = HtmlReader()
