"""Families of reports: those that can go back to one written text count once."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Descent, DescentEdge, Origin, Report

_TIED_P = 0.5
NEAR_CERTAIN_P = 0.9


class Families:
    """Which reports go together, and who draws on whom with near certainty.

    Args:
        reports: In the order of the collation.
        descent: The copy tree; None: each report stands for itself.
        origins: Bounds of the units; None: not measured.
    """

    def __init__(
        self,
        reports: Sequence[Report],
        descent: Descent | None,
        origins: Sequence[Origin] | None,
    ) -> None:
        self._order = {report.id: k for k, report in enumerate(reports)}
        self._top = {report.id: report.id for report in reports}
        self._at_most = {
            origin.unit: origin.at_most
            for origin in origins or ()
            if origin.at_most is not None
        }
        self.edges: dict[tuple[str, str], DescentEdge] = {}
        if descent is not None:
            self._tie(descent)

    def __len__(self) -> int:
        """How many families there are."""
        return len({self._root(report) for report in self._order})

    def among(self, reports: Iterable[str], unit: str | None = None) -> int:
        """How many families some reports come from.

        Args:
            reports: Their ids.
            unit: What they carry; its upper bound of origins holds too.
        """
        n = len({self._root(report) for report in reports})
        return min(n, self._at_most.get(unit or "", n))

    def ordered(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Some reports in the order of the collation."""
        return tuple(sorted(set(reports), key=self._order.__getitem__))

    def parents(self, report: str) -> list[str]:
        """Reports that this one draws on with near certainty."""
        return [parent for parent, child in self.edges if child == report]

    def _tie(self, descent: Descent) -> None:
        for edge in descent.edges:
            if edge.p >= NEAR_CERTAIN_P:
                self.edges[edge.parent, edge.child] = edge
            if edge.p >= _TIED_P:
                self._join((edge.parent, edge.child))
        for lost in descent.lost_parents:
            if lost.p >= _TIED_P:
                self._join(lost.children)
        for tie in descent.undecided:
            self._join(tie.reports)
        for pair in descent.pairs:
            if pair.p >= _TIED_P:
                self._join((pair.a, pair.b))

    def _join(self, reports: Iterable[str]) -> None:
        for a, b in combinations(reports, 2):
            first, second = sorted((self._root(a), self._root(b)))
            self._top[second] = first

    def _root(self, report: str) -> str:
        while self._top[report] != report:
            report = self._top[report]
        return report
