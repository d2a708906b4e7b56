"""Numbers beside shared words: hedged in one report, bare or absent in the other."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.collate.omissions.marks import ANY_DEGREE
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.omissions.texts import Told
    from synoptic.model import Figure

_KINDS = frozenset({"count", "share", "money", "measure", "multiple"})
_SMALL = 3  # "two people" is a number that few would miss
_BEFORE_CHARS = 30
_CLOSE = Decimal("0.01")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def bare_figures(
    here: Told, own: Sequence[Span], there: Told, other: Sequence[Span]
) -> Iterator[Span]:
    """Yield the hedges of numbers that the other report prints bare in that place."""
    hedged = [
        (figure, figure.hedge)
        for figure in _inside(here, own)
        if figure.hedge and _value(figure) is not None
    ]
    if not hedged:
        return
    bare = [
        figure
        for figure in _inside(there, other)
        if figure.hedge is None and figure.direction is None
    ]
    for figure, hedge in hedged:
        for twin in bare:
            if twin.unit != figure.unit or _value(twin) != _value(figure):
                continue
            before = there.report.text[: twin.span.start][-_BEFORE_CHARS:]
            if ANY_DEGREE.search(before):
                continue
            words = here.report.text[: figure.span.end]
            at = words.rfind(hedge, figure.span.start - _BEFORE_CHARS)
            if at >= 0:
                yield Span(at, figure.span.end)
            break


def figures_without(
    here: Told, sentences: Sequence[Span], there: Told, other: Sequence[Span]
) -> Iterator[Span]:
    """Yield the numbers of some sentences that the other report gives in no form.

    Not where the other report has any number close by: it may be the same thing
    counted, rounded or measured otherwise ("7 in 10" for 70 percent).
    """
    own = _inside(here, sentences)
    if not own or _inside(there, [there.around(other[0])]):
        return
    figures = there.known.figures or ()
    values = [v for f in figures for v in (f.low, f.high) if v is not None]
    for figure in own:
        value = _value(figure)
        if value is None or figure.kind not in _KINDS or figure.converts:
            continue
        if figure.kind == "count" and abs(value) <= _SMALL:
            continue
        if any(abs(value - v) <= abs(value) * _CLOSE for v in values):
            continue
        digits = _NUMBER.search(here.report.quote(figure.span))
        if digits is not None and re.search(
            rf"(?<![\d.,]){re.escape(digits[0])}(?![\d])", there.report.text
        ):
            continue
        yield figure.span


def _inside(told: Told, spans: Sequence[Span]) -> list[Figure]:
    first = min((span.start for span in spans), default=0)
    last = max((span.end for span in spans), default=0)
    return [
        figure
        for figure in told.known.figures or ()
        if first <= figure.span.start < last
        and any(figure.span.within(span) for span in spans)
    ]


def _value(figure: Figure) -> Decimal | None:
    return figure.low if figure.low is not None else figure.high
