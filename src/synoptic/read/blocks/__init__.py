"""A report's page cut into blocks: body, and the things around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Block
from synoptic.read.blocks.datelines import opening_dateline
from synoptic.read.blocks.foot import mark_foot
from synoptic.read.blocks.head import mark_head
from synoptic.read.blocks.middle import mark_middle
from synoptic.read.blocks.paragraphs import Paragraph, find_paragraphs, paragraph
from synoptic.read.blocks.signs import mark_signs

if TYPE_CHECKING:
    from synoptic.read.draft import Layout

__all__ = ["cut_blocks"]


def cut_blocks(
    text: str,
    *,
    layout: Layout = "page",
    headline: str | None = None,
    byline: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of a text, in order; only blank space lies between them.

    What is not clearly one of the things around the body is body.

    Args:
        layout: `lines` when the form states one sentence a line: no line of it is
            then taken for a headline or a crosshead.
        headline, byline: As the form states them; lines that repeat them are found
            by these words.
    """
    paragraphs = _split_openings(text, find_paragraphs(text))
    if layout == "lines":
        mark_signs(paragraphs, careful=True)
    else:
        mark_signs(paragraphs)
        mark_head(paragraphs, headline=headline, byline=byline)
        mark_foot(paragraphs, byline=byline)
        mark_middle(paragraphs)
    return tuple(Block(p.start, p.end, p.kind or "body") for p in paragraphs)


def _split_openings(text: str, found: list[Paragraph]) -> list[Paragraph]:
    split: list[Paragraph] = []
    for item in found:
        length = opening_dateline(item.text)
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
