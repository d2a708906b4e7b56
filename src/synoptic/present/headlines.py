"""The headlines beside each other: what each puts first, what it alone has."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from synoptic.model import Span
from synoptic.present.marked import runs
from synoptic.present.shown_omissions import HeadlineView
from synoptic.present.wording import one_line
from synoptic.text.headlines import without_mark
from synoptic.text.rarity import bits
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.model import Collation, Report
    from synoptic.present.marked import RunMark
    from synoptic.present.shown import QuoteView, ReportView

    Quote = Callable[[str, Span], QuoteView]

_TELLING_BITS: Final = 10.5  # "after", "this", "will" tell no headline from another
# Of a headline that shares less with the others, what it alone has is all of it.
_MOST_ALONE: Final = 0.5
_NEGATIONS: Final = frozenset({"no", "not", "never", "without"})


def headline_views(
    collation: Collation, shown: Sequence[ReportView], quote: Quote
) -> tuple[HeadlineView, ...]:
    """Each headline in order of the reports, with its marks."""
    reports = [r for r in collation.reports if r.headline]
    shown_as = {report.id: report for report in shown}
    firsts = {
        form.report: form.span
        for wording in collation.wording or ()
        if wording.kind == "first"
        for form in wording.forms
    }
    counts = Counter(key for r in reports for key in _telling(r))
    return tuple(
        _headline(report, shown_as[report.id], firsts.get(report.id), counts, quote)
        for report in reports
    )


def _headline(
    report: Report,
    shown: ReportView,
    first: Span | None,
    counts: Counter[str],
    quote: Quote,
) -> HeadlineView:
    headline = report.headline or ""
    block = next((b for b in report.blocks if b.kind == "headline"), None)
    opening = one_line(report.quote(first)) if first is not None else ""
    at = headline.find(opening) if opening else -1
    telling = _telling(report)
    own = [span for key, span in telling.items() if counts[key] == 1]
    alone = own if len(own) <= _MOST_ALONE * len(telling) else []
    begins = [Span(at, at + len(opening))] if at >= 0 else []
    return HeadlineView(
        siglum=shown.siglum,
        name=shown.name,
        anchor=quote(report.id, block.span).anchor if block else shown.siglum,
        runs=runs(headline, _marks(begins, alone)),
        first=opening,
        alone=tuple(headline[span.start : span.end] for span in alone),
    )


def _marks(
    begins: Sequence[Span], alone: Sequence[Span]
) -> Iterator[tuple[int, int, RunMark]]:
    """Where marks begin and end; a word can be first and alone."""
    cuts = sorted({at for span in (*begins, *alone) for at in (span.start, span.end)})
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        first = any(piece.within(span) for span in begins)
        if any(piece.within(span) for span in alone):
            yield start, end, "first-alone" if first else "alone"
        elif first:
            yield start, end, "first"


def _telling(report: Report) -> dict[str, Span]:
    """The telling words of a headline by their stem, at their first place."""
    whole = report.headline or ""
    headline = without_mark(whole)
    shift = len(whole) - len(headline)
    tokens = tokenize(headline)
    found: dict[str, Span] = {}
    places = zip(tokens.start.tolist(), tokens.end.tolist(), tokens.norm, strict=True)
    for start, end, norm in places:
        if bits(norm) >= _TELLING_BITS or norm in _NEGATIONS:
            found.setdefault(stem(norm), Span(start + shift, end + shift))
    return found
