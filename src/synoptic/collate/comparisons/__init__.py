"""Figures and dates of several reports, set beside each other.

Aligned passages come first: what stands in them speaks of one thing. Outside them only
tolls are compared, and only where each report gives one. A flag that is wrong costs the
reader more than one that is missing, so everything that is not plain stays out.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Generic

from synoptic.collate.comparisons.bounds import bounds_of, number_of
from synoptic.collate.comparisons.dates import pair_dates
from synoptic.collate.comparisons.figures import TOLLS
from synoptic.collate.comparisons.groups import Edge, grouped
from synoptic.collate.comparisons.lasting import pair_lasting
from synoptic.collate.comparisons.pairing import Pair, pair_aligned, pair_apart
from synoptic.collate.comparisons.slots import M, Sentences, Slot, slots_of
from synoptic.collate.dating import days_of, signs_a_post
from synoptic.model import Compared, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Annotations, Report, Span, Unit

__all__ = ["find_comparisons"]


def find_comparisons(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
) -> tuple[Comparison, ...]:
    """Set the figures and dates of a story side by side.

    Args:
        reports: In the order of the collation.
        annotations: One for each report; figures and dates may be None.
        units: The passages of the story with their links.

    Returns:
        Differing ones first, then those a later report superseded, undecided ones and
        those that agree; each by the place of its first member.
    """
    index = {report.id: n for n, report in enumerate(reports)}
    cut = [Sentences(r, k) for r, k in zip(reports, annotations, strict=True)]
    body = [r.spans_of("body") for r in reports]
    figures = [
        slots_of(n, cut[n], _inside(body[n], known.figures or ()))
        for n, known in enumerate(annotations)
    ]
    dates = [
        slots_of(
            n,
            cut[n],
            [
                mention
                for mention in _inside(body[n], known.dates or ())
                if not signs_a_post(reports[n], mention)
            ],
        )
        for n, known in enumerate(annotations)
    ]
    days = days_of(reports, annotations)
    figure_edges: list[Edge] = []
    date_edges: list[Edge] = []
    paired: set[tuple[int, int, str]] = set()  # reports and a mention of either
    figures_at = [_Slots(slots) for slots in figures]
    dates_at = [_Slots(slots) for slots in dates]
    links = [link for unit in units for link in unit.links]
    for link in links:
        a, b = index[link.a], index[link.b]
        pairs = pair_aligned(
            link, figures_at[a].at(link.a_spans), figures_at[b].at(link.b_spans)
        )
        figure_edges.extend(_edge(reports, p) for p in pairs)
        paired.update((a, b, s.mention.id) for p in pairs for s in p[:2])
        date_edges.extend(
            Edge((a, x.mention.id), (b, y.mention.id), verdict, reason)
            for x, y, verdict, reason in pair_dates(
                link,
                (dates_at[a].at(link.a_spans), dates_at[b].at(link.b_spans)),
                days,
                (reports[a].text, reports[b].text),
            )
        )
    for a, b in combinations(range(len(reports)), 2):
        left = [s for s in figures[a] if (a, b, s.mention.id) not in paired]
        right = [s for s in figures[b] if (a, b, s.mention.id) not in paired]
        figure_edges.extend(_edge(reports, p) for p in pair_apart(left, right))
    date_edges.extend(pair_lasting(reports, dates, days))
    place = {
        (n, mention.id): (n, *mention.span)
        for n, known in enumerate(annotations)
        for mentions in (known.figures or (), known.dates or ())
        for mention in mentions
    }
    return (
        *_conversions(reports, annotations),
        *grouped("figure", reports, figure_edges, place),
        *grouped("date", reports, date_edges, place),
    )


def _inside(body: Sequence[Span], mentions: Iterable[M]) -> list[M]:
    return [m for m in mentions if any(m.span.within(span) for span in body)]


class _Slots(Generic[M]):
    """The slots of one report, found by the spans of its readings.

    A reading has a link to every other reading of its unit, so the same spans are
    asked for again and again.
    """

    def __init__(self, slots: Sequence[Slot[M]]) -> None:
        self._slots: Sequence[Slot[M]] = slots
        self._found: dict[tuple[Span, ...], list[Slot[M]]] = {}

    def at(self, spans: tuple[Span, ...]) -> list[Slot[M]]:
        """The slots whose mentions lie inside the spans."""
        if spans not in self._found:
            self._found[spans] = [
                slot
                for slot in self._slots
                if any(slot.mention.span.within(span) for span in spans)
            ]
        return self._found[spans]


def _edge(reports: Sequence[Report], pair: Pair) -> Edge:
    """The pair, with a differing toll of a later report read as a later count."""
    a, b, verdict, reason = pair
    ends = (a.report, a.mention.id), (b.report, b.mention.id)
    if verdict == "agree":
        return Edge(*ends, verdict, reason)
    if reports[a.report].series == reports[b.report].series:
        return Edge(*ends, "superseded", "two versions of one report")
    if a.mention.event not in TOLLS:
        return Edge(*ends, verdict, reason)
    told = reports[a.report].published_at, reports[b.report].published_at
    if told[0] and told[1] and told[0] != told[1]:
        before, after = (a, b) if told[0] < told[1] else (b, a)
        if number_of(before.mention) < number_of(after.mention):
            return Edge(*ends, "superseded", "a later report gives a higher count")
    return Edge(*ends, verdict, reason)


def _conversions(
    reports: Sequence[Report], annotations: Sequence[Annotations]
) -> list[Comparison]:
    """Numbers in brackets that are not the number before them in another unit."""
    found = []
    for report, known in zip(reports, annotations, strict=True):
        by_id = {f.id: f for f in known.figures or ()}
        for figure in known.figures or ():
            first = by_id.get(figure.converts or "")
            if first is None:
                continue
            left, right = bounds_of(first), bounds_of(figure, first.unit)
            if left is None or right is None or left.meets(right):
                continue
            members = Compared(report.id, first.id), Compared(report.id, figure.id)
            reason = "the number in brackets is not the number before it"
            found.append(Comparison("figure", members, "conflict", reason))
    return found
