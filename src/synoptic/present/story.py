"""The parts of a story beside its passages: quotations, figures and dates, descent.

A part that was not measured is not shown at all; one that was and is empty says so.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from synoptic.present.descent_rows import descent_rows
from synoptic.present.shown import PartView, QuoteView, RowView
from synoptic.present.wording import (
    ALTERATIONS,
    VERDICTS,
    counted,
    one_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from synoptic.model import Collation, Reading, Span

    Quote = Callable[[str, Span], QuoteView]


_FITTING: Final = ("the same", "same ", "one number fits")


def story_parts(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> tuple[PartView, ...]:
    """Every part that was measured, in the order in which readers ask for it.

    Args:
        collation: What is shown.
        sigla: Label of each report, by id.
        quote: The words at a span of a report, with their address.
    """
    parts = []
    if collation.utterances is not None:
        rows = tuple(_quotations(collation, quote))
        title = "Quotations that are printed differently"
        parts.append(PartView(id="quotations", title=title, rows=rows, alike=0))
    if collation.comparisons is not None:
        rows = tuple(_comparisons(collation, quote))
        parts.append(
            PartView(
                id="comparisons",
                title="Figures and dates in several reports",
                rows=tuple(row for row in rows if not _alike(row)),
                alike=sum(map(_alike, rows)),
            )
        )
    if collation.descent is not None:
        rows = tuple(descent_rows(collation, sigla, quote))
        title = "Which report draws on which"
        parts.append(PartView(id="descent", title=title, rows=rows, alike=0))
    if collation.origins is not None:
        rows = tuple(_origins(collation, quote))
        title = "Origins among these reports"
        parts.append(PartView(id="origins", title=title, rows=rows, alike=0))
    return tuple(parts)


def _quotations(collation: Collation, quote: Quote) -> Iterable[RowView]:
    """A row for each way in which an utterance is printed, however many do so."""
    report_of = {
        quotation.id: known.report
        for known in collation.annotations
        for quotation in known.quotations or ()
    }
    for utterance in collation.utterances or ():
        who = one_line(utterance.speaker or "Speaker not known")
        may_be = "; these may be two translations" if utterance.translated else ""
        found: dict[tuple[str, ...], list[QuoteView]] = {}
        texts: dict[tuple[str, ...], str] = {}
        for each in utterance.alterations:
            detail = one_line(each.detail)
            key = (each.kind, *sorted(detail.split(" / ")))
            texts.setdefault(key, f"{who}: {ALTERATIONS[each.kind]}: {detail}{may_be}.")
            quotes = found.setdefault(key, [])
            for quotation, within in (
                (each.a, each.a_within),
                (each.b, each.b_within),
            ):
                report = report_of.get(quotation)
                if report is not None and within is not None:
                    new = quote(report, within)
                    if new not in quotes:
                        quotes.append(new)
        for key, text in texts.items():
            quotes = sorted(found[key], key=lambda q: (len(q.siglum), q.siglum))
            yield RowView(text=text, reasons=(), quotes=tuple(quotes), plain=False)


def _comparisons(collation: Collation, quote: Quote) -> Iterable[RowView]:
    spans: dict[tuple[str, str], Span] = {}
    for known in collation.annotations:
        text = collation.report(known.report).text
        spans |= {
            (known.report, f.id): f.span_with_hedge(text) for f in known.figures or ()
        }
        spans |= {(known.report, d.id): d.span for d in known.dates or ()}
    for comparison in collation.comparisons or ():
        verdict = VERDICTS[comparison.kind][comparison.verdict]
        reason = _plain(comparison.reason)
        # what says why a number or a time fits says already that one does
        tells = [reason] if reason.startswith(_FITTING) else [verdict, reason]
        said = ": ".join(filter(None, tells)).replace("one fits", "one fits both")
        yield RowView(
            text=f"{said[:1].upper()}{said[1:]}.",
            reasons=(),
            quotes=tuple(
                quote(member.report, span)
                for member in comparison.members
                if (span := spans.get((member.report, member.id))) is not None
            ),
            plain=comparison.verdict == "agree",
        )


def _alike(row: RowView) -> bool:
    """Whether all its reports print the same words for the same thing."""
    words = {one_line(q.text).casefold() for q in row.quotes}
    return row.plain and len(words) == 1


def _origins(collation: Collation, quote: Quote) -> Iterable[RowView]:
    """How many passages have which bounds, and where each stands first.

    The longest come first: a reader looks at few.
    """
    by_id = {unit.id: unit for unit in collation.units}
    found: dict[tuple[int | None, int | None], list[Reading]] = defaultdict(list)
    for origin in collation.origins or ():
        if len(origin.reports) > 1:
            first = by_id[origin.unit].readings[0]
            found[origin.at_least, origin.at_most].append(first)
    for (low, high), readings in sorted(found.items(), key=lambda item: str(item[0])):
        passages = counted(len(readings), "passage") + " that several reports have"
        readings.sort(key=lambda r: -sum(s.end - s.start for s in r.spans))
        yield RowView(
            text=f"{passages}: {_bounds(low, high)}.",
            reasons=(),
            quotes=tuple(quote(r.report, r.spans[0]) for r in readings),
            plain=False,
        )


def _bounds(low: int | None, high: int | None) -> str:
    if low is not None and low == high:
        return counted(low, "origin")
    least = "could not tell at least how many" if low is None else f"at least {low}"
    if high is None:
        return f"{least}, could not tell at most how many"
    return f"{least}, at most {counted(high, 'origin')}"


def _plain(sentence: str) -> str:
    return one_line(sentence).rstrip(".")
