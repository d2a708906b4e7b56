"""Ties of the copy tree as lines, each with the passages that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.present.shown import QuoteView, RowView
from synoptic.present.wording import chance, listed, one_line, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from synoptic.model import Collation, Span

    Quote = Callable[[str, Span], QuoteView]


def descent_rows(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> Iterator[RowView]:
    """Drawn ties, then texts that are not given, then what stays open.

    Each row is named as `tie_id` names it, so that a drawing can lead to it.
    """
    descent = collation.descent
    if descent is None:
        return
    for n, edge in enumerate(descent.edges):
        child, parent = sigla[edge.child], sigla[edge.parent]
        share = f"{percent(edge.share)} of {child} stands in {parent}"
        how = f"{child} draws {edge.extent} on {parent} ({_likely(edge.p)}): {share}"
        places = _passages(collation, edge.units, (edge.child, edge.parent))
        yield _row(tie_id("edge", n), how, edge.reasons, places, quote)
    for n, lost in enumerate(descent.lost_parents):
        who = listed([sigla[child] for child in lost.children])
        one = len(lost.children) == 1
        if lost.agency and not lost.units:
            copy = f"{one_line(lost.agency)}, whose copy"
            draws = f"{'credits' if one else 'credit'} {copy}"
        else:
            whose = f" of {one_line(lost.agency)}" if lost.agency else ""
            draws = f"{'draws' if one else 'draw'} on a text{whose} that"
        likely = _likely(lost.p)
        if lost.agency and not lost.units:
            likely = f"that {'it draws' if one else 'they draw'} on it: {likely}"
        text = f"{who} {draws} is not among these reports ({likely})"
        places = _passages(collation, lost.units, lost.children) or [
            (report.id, span)
            for report in collation.reports
            if report.id in lost.children
            for span in report.spans_of("credit")[:1]
        ]
        yield _row(tie_id("lost", n), text, lost.reasons, places, quote)
    for n, tie in enumerate(descent.undecided):
        who = listed([sigla[report] for report in tie.reports])
        text = f"Could not tell for {who}: {_plain(tie.reason)}"
        yield _row(tie_id("open", n), text, (), (), quote)


def tie_id(kind: str, number: int) -> str:
    """The name of a row in the page; kind: edge, lost or open."""
    return f"tie-{kind}-{number + 1}"


def _passages(
    collation: Collation, units: Iterable[str], reports: Sequence[str]
) -> list[tuple[str, Span]]:
    """Where the reports have these units, unit by unit, in the order of `reports`."""
    by_id = {unit.id: unit for unit in collation.units}
    return [
        (reading.report, reading.spans[0])
        for unit in units
        for reading in sorted(
            (r for r in by_id[unit].readings if r.report in reports),
            key=lambda r: reports.index(r.report),
        )
    ]


def _row(
    name: str,
    text: str,
    reasons: Iterable[str],
    places: Iterable[tuple[str, Span]],
    quote: Quote,
) -> RowView:
    return RowView(
        id=name,
        text=f"{text}.",
        reasons=tuple(_plain(reason) for reason in reasons),
        quotes=tuple(quote(report, span) for report, span in places),
        plain=False,
    )


def _likely(p: float) -> str:
    return f"probability {chance(p)}"


def _plain(sentence: str) -> str:
    return one_line(sentence).rstrip(".")
