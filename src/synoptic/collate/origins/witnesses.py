"""Independent witnesses of a figure, a date or an utterance: copies are one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from synoptic.collate.origins.joins import Joins, components
from synoptic.text.owners import load_owners

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.collate.descent import Pairs
    from synoptic.model import Annotations, Comparison, Span, Utterance
    from synoptic.text.owners import Owners


def with_witnesses(
    pairs: Pairs,
    annotations: Sequence[Annotations],
    comparisons: Sequence[Comparison] | None,
    utterances: Sequence[Utterance] | None,
    *,
    owners: Owners | None = None,
) -> tuple[tuple[Comparison, ...] | None, tuple[Utterance, ...] | None]:
    """Return comparisons and utterances with the number of texts behind their prints.

    Prints are joined for `at_most` where the passages around them surely go back to
    one written text, and for `at_least` unless those passages tell them apart. Prints
    in passages that were not set beside each other are never told apart.

    Args:
        pairs: The evidence on every pair of reports.
        annotations: One for each report.
        comparisons: None: not measured.
        utterances: None: not measured.
        owners: Who owns which outlets; None: the shipped table.
    """
    count = _Counter(pairs, annotations, owners or load_owners())
    return (
        None
        if comparisons is None
        else tuple(
            replace(each, at_least=low, at_most=high)
            for each in comparisons
            for low, high in [count((m.report, m.id) for m in each.members)]
        ),
        None
        if utterances is None
        else tuple(
            replace(each, at_least=low, at_most=high)
            for each in utterances
            for low, high in [count((m.report, m.quotation) for m in each.members)]
        ),
    )


class _Counter:
    """Counts the texts behind mentions, by the units in which they stand."""

    def __init__(
        self, pairs: Pairs, annotations: Sequence[Annotations], owners: Owners
    ) -> None:
        self._pairs, self._owners = pairs, owners
        self._place = {report.id: k for k, report in enumerate(pairs.reports)}
        self._units = _units_of(pairs)
        self._spans = _mentions(annotations)
        self._joins: dict[int, Joins] = {}

    def __call__(
        self, mentions: Iterable[tuple[str, str]]
    ) -> tuple[int | None, int | None]:
        """Bounds for mentions (report id, id of a part); None: not measured."""
        units: dict[int, set[int]] = {}
        for report, part in mentions:
            there = units.setdefault(self._place[report], set())
            there.update(
                unit
                for span in self._spans[report, part]
                for unit, reading in self._units[report]
                if reading.start < span.end and span.start < reading.end
            )
        members = sorted(units)
        if not all(units[m] for m in members):
            return None, None
        shared = {
            (a, b): [u for u in sorted(units[a] & units[b]) if self._both_have(a, b, u)]
            for a, b in combinations(members, 2)
        }
        surely = [
            (a, b)
            for (a, b), common in shared.items()
            if any(self._at(u).surely(a, b) for u in common)
        ]
        possibly = [
            (a, b)
            for (a, b), common in shared.items()
            if not common or any(self._at(u).possibly(a, b) for u in common)
        ]
        return len(components(members, possibly)), len(components(members, surely))

    def _both_have(self, a: int, b: int, unit: int) -> bool:
        return self._pairs.has(a, unit) and self._pairs.has(b, unit)

    def _at(self, unit: int) -> Joins:
        if unit not in self._joins:
            self._joins[unit] = Joins(self._pairs, self._owners, unit)
        return self._joins[unit]


def _units_of(pairs: Pairs) -> Mapping[str, list[tuple[int, Span]]]:
    """For each report, its units by index, and where they stand."""
    found: dict[str, list[tuple[int, Span]]] = {r.id: [] for r in pairs.reports}
    for index, unit in enumerate(pairs.units):
        for reading in unit.readings:
            found[reading.report].extend((index, span) for span in reading.spans)
    return found


def _mentions(
    annotations: Sequence[Annotations],
) -> Mapping[tuple[str, str], tuple[Span, ...]]:
    spans: dict[tuple[str, str], tuple[Span, ...]] = {}
    for known in annotations:
        for figure in known.figures or ():
            spans[known.report, figure.id] = (figure.span,)
        for date in known.dates or ():
            spans[known.report, date.id] = (date.span,)
        for quotation in known.quotations or ():
            spans[known.report, quotation.id] = quotation.content
    return spans
