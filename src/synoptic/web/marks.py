"""The text of a report cut where marks begin and end: who is quoted, figures, dates."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from synoptic.app.quoted import correct_quotations
from synoptic.app.workspace_show import kept_annotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.api.desk import Desk
    from synoptic.model import Annotations, Correction, Report, Span


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark that can be shown."""

    name: str
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks.

    Attributes:
        classes: Of the marks, for the style; empty: none.
        anchor: Id to jump to, on the first piece of what it names; empty: none.
    """

    text: str
    classes: str
    anchor: str


@dataclass(frozen=True, slots=True)
class BlockPieces:
    """A block of the text; `start` is its place in the report's text."""

    kind: str
    start: int
    pieces: tuple[Piece, ...]


def known_of(
    desk: Desk, report: Report, records: Sequence[Correction]
) -> Annotations | None:
    """What is known about a report, set right; None: nobody has looked yet."""
    known = kept_annotations(desk.workspace, report, fast=desk.settings.fast)
    if known is None:
        return None
    (right,), _ = correct_quotations([report], [known], tuple(records))
    return right


def layers_of(known: Annotations | None) -> tuple[Layer, ...]:
    """The kinds of mark that this report has."""
    if known is None:
        return ()
    layers = (
        Layer("quotation", "quotations", len(known.quotations or ())),
        Layer("figure", "figures", len(known.figures or ())),
        Layer("date", "dates", len(known.dates or ())),
        Layer("name", "names", len(known.names or ())),
    )
    return tuple(layer for layer in layers if layer.n)


def pieces_of(
    report: Report, known: Annotations | None, words: Span | None
) -> tuple[BlockPieces, ...]:
    """The blocks in order, each cut at its marks.

    Args:
        report: Whose text.
        known: Where the marks are.
        words: What a link asked to be shown; the first piece of it is `words`.
    """
    marks = _marks(known)
    if words is not None:
        marks.append((words, "lit", "words"))
    return tuple(
        BlockPieces(b.kind, b.start, _cut(report.text, b.span, marks))
        for b in report.blocks
    )


def _marks(known: Annotations | None) -> list[tuple[Span, str, str]]:
    if known is None:
        return []
    marks: list[tuple[Span, str, str]] = []
    for quotation in known.quotations or ():
        for place, span in enumerate(quotation.content):
            marks.append((span, "q", "" if place else f"q-{quotation.id}"))
    marks += [(figure.span, "f", "") for figure in known.figures or ()]
    marks += [(date.span, "d", "") for date in known.dates or ()]
    marks += [(name.span, "nm", "") for name in known.names or ()]
    return marks


def _cut(
    text: str, block: Span, marks: Sequence[tuple[Span, str, str]]
) -> tuple[Piece, ...]:
    inside = [m for m in marks if m[0].overlaps(block)]
    edges = {block.start, block.end}
    for span, _, _ in inside:
        edges |= {max(span.start, block.start), min(span.end, block.end)}
    ordered = sorted(edges)
    pieces, named = [], set()
    for start, end in pairwise(ordered):
        over = [m for m in inside if m[0].start < end and start < m[0].end]
        fresh = [m[2] for m in over if m[2] and m[2] not in named]
        named.update(fresh[:1])
        classes = " ".join(dict.fromkeys(m[1] for m in over))
        # The words of a link come first: an element has one id.
        anchor = "words" if "words" in fresh else "".join(fresh[:1])
        pieces.append(Piece(text[start:end], classes, anchor))
    return tuple(pieces)
