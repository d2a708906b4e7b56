"""A report's page cut into blocks: body, and the things around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Block
from synoptic.read.blocks.captions import is_caption
from synoptic.read.blocks.datelines import opening_dateline
from synoptic.read.blocks.foot import mark_foot
from synoptic.read.blocks.head import mark_head
from synoptic.read.blocks.middle import mark_middle
from synoptic.read.blocks.paragraphs import Paragraph, find_paragraphs, paragraph
from synoptic.read.blocks.signs import mark_signs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import BlockKind
    from synoptic.read.draft import Layout

__all__ = ["cut_blocks"]

# More is no page but a table or a dump: all of it body, and read in seconds.
_MAX_PARAGRAPHS = 20_000
# A standfirst and a caption may stand above the paragraph that opens with its place.
_MAX_PROSE_ABOVE = 4


def cut_blocks(
    text: str,
    *,
    layout: Layout = "page",
    headline: str | None = None,
    byline: str | None = None,
    hints: Iterable[tuple[int, BlockKind]] = (),
    marks: Iterable[tuple[int, int, BlockKind]] = (),
) -> tuple[Block, ...]:
    """Cut a text into blocks; what is not clearly something around the body is body.

    Args:
        text: The report's text.
        layout: `page`: as pasted, with the furniture around it. `article`: freed of
            it by the form. `markdown`: freed of it, and a single line feed is blank
            space. `lines`: the form states one sentence a line; no line of it
            is then taken for a headline or a crosshead.
        headline: As the form states it; lines that repeat it are headlines.
        byline: As the form states it; lines that repeat it are bylines.
        hints: Kinds that the form states for the paragraphs at these offsets.
        marks: Signs of the form (start, end, kind): blocks of their own.

    Returns:
        The blocks in order; only blank space lies between them.
    """
    marks = sorted(marks)
    masked = _without(text, marks)
    stated = dict(hints)
    found = find_paragraphs(
        masked,
        wrapped=layout != "lines",
        alone=frozenset(stated) if layout == "markdown" else None,
    )
    paragraphs = _split_openings(masked, found)
    if len(paragraphs) > _MAX_PARAGRAPHS:
        return _blocks(text, paragraphs, marks)
    mark_signs(paragraphs, careful=layout == "lines")
    for item in paragraphs:
        if item.kind is None:
            item.kind = stated.get(item.start)
    if layout != "lines":
        _mark_places(paragraphs, headline, byline, layout)
    return _blocks(text, paragraphs, marks)


def _mark_places(
    paragraphs: list[Paragraph],
    headline: str | None,
    byline: str | None,
    layout: Layout,
) -> None:
    """Mark what a paragraph is by its place; undone where no body would be left."""
    plain = [item.kind for item in paragraphs]
    mark_head(paragraphs, headline=headline, byline=byline)
    mark_foot(paragraphs, byline=byline, freed=layout != "page")
    mark_middle(paragraphs)
    if any(item.kind is None for item in paragraphs):
        return
    moved = [p for p, before in zip(paragraphs, plain, strict=True) if before is None]
    lower = [item for item in moved if item.kind != "headline"]
    prose = [item for item in lower if item.is_prose]
    for item in prose or lower or moved:
        item.kind = None


def _without(text: str, marks: list[tuple[int, int, BlockKind]]) -> str:
    """The text with blank space in place of the marks, so that offsets stay."""
    parts, done = [], 0
    for start, end, _ in marks:
        if start < done:
            continue
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def _split_openings(text: str, found: list[Paragraph]) -> list[Paragraph]:
    split: list[Paragraph] = []
    n_prose = 0
    for item in found:
        length = opening_dateline(item.text, first=n_prose < _MAX_PROSE_ABOVE)
        if length and is_caption(item.text):
            length = 0
        n_prose += item.is_prose
        if not length:
            split.append(item)
            continue
        place = item.text[:length].rstrip()
        split.append(paragraph(text, item.start, item.start + len(place)))
        split[-1].kind = "dateline"
        rest = paragraph(text, item.start + length, item.end)
        rest.opens_text = True
        split.append(rest)
    return split


def _blocks(
    text: str,
    paragraphs: list[Paragraph],
    marks: list[tuple[int, int, BlockKind]],
) -> tuple[Block, ...]:
    blocks = [Block(p.start, p.end, p.kind or "body") for p in paragraphs]
    for start, end, kind in marks:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        blocks.append(Block(first, first + len(words.strip()), kind))
    # A mark inside a paragraph (a quotation's sign on each line) is part of it.
    apart: list[Block] = []
    for block in sorted(blocks, key=lambda b: (b.start, -b.end)):
        if block.start < block.end and (not apart or apart[-1].end <= block.start):
            apart.append(block)
    return tuple(apart)
