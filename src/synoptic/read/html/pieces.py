"""The text of a page, piece by piece: of its article, or all that it shows."""

from __future__ import annotations

import logging
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from synoptic.model import BlockKind

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p "
    "pre section table tbody td tfoot th thead title tr ul".split()
)
_SILENT = frozenset(
    "script style template noscript svg head nav footer form button select textarea "
    "iframe object aside".split()
)
_HEADINGS = {"h2": "crosshead", "h3": "crosshead", "h4": "crosshead"}


class Piece(NamedTuple):
    """A paragraph of a page, and its kind where the markup says it."""

    text: str
    kind: BlockKind | None


def letters(words: str) -> str:
    """Letters and digits only, folded: equal where two lines print the same words."""
    return re.sub(r"[\W_]+", "", words).casefold()


def joined(
    pieces: Iterable[Piece],
) -> tuple[str, tuple[tuple[int, BlockKind], ...]]:
    """One text of some pieces, a blank line between them, and the hints for it."""
    text, hints = "", []
    for piece in pieces:
        if text:
            text += "\n\n"
        if piece.kind is not None:
            hints.append((len(text), piece.kind))
        text += piece.text
    return text, tuple(hints)


def article_pieces(page: str) -> list[Piece]:
    """The pieces of the page's article as trafilatura finds it; empty: none found."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (slow to import)

    # It logs each page it finds nothing on as an error; to us that is an answer.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        page,
        with_metadata=False,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [piece for element in found.body for piece in _pieces_of(element)]


def _pieces_of(element: _Element) -> Iterator[Piece]:
    tag = element.tag
    if tag in {"list", "quote", "table", "row", "div"} and len(element):
        if lead := _one_line(element.text or ""):
            yield Piece(lead, None)
        for child in element:
            yield from _pieces_of(child)
            if tail := _one_line(child.tail or ""):
                yield Piece(tail, None)
        return
    words = _one_line("".join(_text_of(element)))
    if not words:
        return
    if tag == "head":
        first = element.get("rend") == "h1"
        yield Piece(words, "headline" if first else "crosshead")
    else:
        yield Piece(words, None)


def _text_of(element: _Element) -> Iterator[str]:
    for event, node in _walk(element):
        if event == "start":
            yield "\n" if node.tag == "lb" else ""
            yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def _walk(element: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml.etree import iterwalk  # noqa: PLC0415 (with trafilatura)

    yield from iterwalk(element, events=("start", "end"))


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def all_pieces(page: str) -> list[Piece]:
    """All that a page shows, without menus, forms and scripts.

    For pages that are too short or too odd for the extractor. Works on any nesting,
    in time that grows with the length of the page.
    """
    parser = _Shown()
    parser.feed(page)
    parser.close()
    return parser.finish()


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._silent: list[str] = []
        self._kind: BlockKind | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self._silent.append(tag)
        if tag in _BLOCKS:
            self._flush()
        if tag == "h1":
            self._kind = "headline"
        elif tag in _HEADINGS:
            self._kind = "crosshead"
        elif tag == "figcaption":
            self._kind = "caption"

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent and self._silent.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._flush()
            self._kind = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def _flush(self) -> None:
        words = _one_line("".join(self._words))
        self._words.clear()
        if words:
            self.pieces.append(Piece(words, self._kind))

    def finish(self) -> list[Piece]:
        self._flush()
        return self.pieces
