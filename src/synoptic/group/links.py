"""How alike reports are, and what that says where they stand.

Two numbers belong to each report beside its links: how alike it is to reports in
general, which tells a day of politics from a day of everything, and how alike its
closest neighbours are, which tells a dense story from two that merely look alike
(local scaling after Zelnik-Manor and Perona, 2004).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.group.index import Index
from synoptic.group.tables import grown
from synoptic.group.telling import FACETS, N_FACETS, UNIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from synoptic.group.settings import GroupSettings
    from synoptic.group.telling import Telling

_WHOLE = float(UNIT * UNIT)
_FAR = round(0.25 * _WHOLE)  # from here on two reports may be of one event
_FAR_ASSUMED = 0.05  # how alike reports in general are, before many are seen ...
_N_ASSUMED = 30  # ... which counts as much as this many
_N_CLOSEST = 2
_VERSIONS = 1.0  # nearness between two versions of one report
_SPREAD = 0.4  # added to how alike the closest are: a lone report has none

THOUSANDTHS = 1000


class Links(NamedTuple):
    """Links among some reports.

    Attributes:
        a, b: Numbers of the reports, a below b.
        nearness: How near each pair is to one event, in thousandths.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    nearness: NDArray[np.int64]


class Neighbourhood:
    """Every report added, and the pairs of them that are at all alike."""

    def __init__(self, settings: GroupSettings) -> None:
        self.reports: list[Telling] = []
        self._settings = settings
        self._index = Index(settings.window_days)
        self._near: list[array[int]] = []
        self._alike: list[array[int]] = []
        self._close_sum: list[int] = []
        self._n_close: list[int] = []
        self._sums = np.zeros(1 << 12, np.int64)  # of all reports, by term
        self._scratch = np.zeros(1 << 12, np.int32)  # sums stay below 2 ** 29
        self._usual = np.zeros(1 << 10, np.float64)
        self._days = np.zeros(1 << 10, np.float64)  # nan where not stated
        self._series = np.zeros(1 << 10, np.int64)
        self._number_of_series: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.reports)

    def add(self, report: Telling) -> None:
        """Add a report and link it to those it is alike to."""
        number = len(self.reports)
        near = self._index.near(report)
        alike = self._likeness(report, near)
        self._index.add(report)
        self.reports.append(report)
        self._near.append(array("i", near.astype(np.int32).tobytes()))
        self._alike.append(array("i", alike.astype(np.int32).tobytes()))
        close = alike >= _FAR
        self._close_sum.append(int(alike[close].sum()))
        self._n_close.append(int(close.sum()))
        for other, how_much in zip(near.tolist(), alike.tolist(), strict=True):
            self._near[other].append(number)
            self._alike[other].append(how_much)
            if how_much >= _FAR:
                self._close_sum[other] += how_much
                self._n_close[other] += 1
        self._sums = grown(self._sums, int(report.terms.max(initial=0)) + 1)
        self._sums[report.terms] += report.weights
        self._days = grown(self._days, number + 1)
        self._days[number] = np.nan if report.day is None else report.day
        known = self._number_of_series
        self._series = grown(self._series, number + 1)
        self._series[number] = known.setdefault(report.series, len(known))
        self._usual = grown(self._usual, number + 1)
        self._usual[number] = self._usually(number)

    def nearest(self, number: int, how_many: int) -> list[int]:
        """The reports most alike to one, most alike first; ties by id."""
        near = np.array(self._near[number])
        alike = np.array(self._alike[number])
        if len(near) > how_many:
            kept = alike >= np.partition(alike, -how_many)[-how_many]
            near, alike = near[kept], alike[kept]
        pairs = zip((-alike).tolist(), near.tolist(), strict=True)
        order = sorted(pairs, key=lambda pair: (pair[0], self.reports[pair[1]].id))
        return [other for _, other in order[:how_many]]

    def among(self, members: Sequence[int]) -> Links:
        """The links among some reports, as far as can be told from all reports.

        Args:
            members: Numbers, rising.
        """
        for member in members:
            self._usual[member] = self._usually(member)
        if not members:
            return Links(*(np.zeros(0, np.int64) for _ in range(3)))
        rows = [self._near[m] for m in members]
        a = np.repeat(np.array(members), [len(row) for row in rows])
        b = np.concatenate([np.array(row, np.int64) for row in rows])
        alike = np.concatenate([np.array(self._alike[m], np.int64) for m in members])
        above = alike / _WHOLE - (self._usual[a] + self._usual[b]) / 2
        closest = np.zeros(len(self.reports))
        order = np.lexsort((-above, a))
        starts = np.searchsorted(a[order], np.array(members))
        ends = np.searchsorted(a[order], np.array(members), side="right")
        for place in range(_N_CLOSEST):
            there = starts + place < ends
            rank = order[(starts + place)[there]]
            closest[a[rank]] += np.maximum(above[rank], 0.0) / _N_CLOSEST
        inside = np.zeros(len(self.reports), np.bool_)
        inside[members] = True
        kept = inside[b] & (a < b)
        a, b, above = a[kept], b[kept], above[kept]
        scale = np.sqrt((closest[a] + _SPREAD) * (closest[b] + _SPREAD))
        nearness = above / scale - self._lost(a, b)
        versions = self._series[a] == self._series[b]
        nearness[versions] = np.maximum(nearness[versions], _VERSIONS)
        return Links(a, b, np.rint(THOUSANDTHS * nearness).astype(np.int64))

    def parts(self, a: int, b: int) -> dict[str, float]:
        """How much each facet adds to how alike two reports are; 0.0 to 1.0 in all."""
        one, other = self.reports[a], self.reports[b]
        terms, in_one, in_other = np.intersect1d(
            one.terms, other.terms, assume_unique=True, return_indices=True
        )
        shared = one.weights[in_one].astype(np.int64) * other.weights[in_other]
        return {
            name: int(shared[terms % N_FACETS == place].sum()) / _WHOLE
            for place, name in enumerate(FACETS)
        }

    def shared_words(self, a: int, b: int) -> tuple[str, ...]:
        """The heaviest words of a report that another has, as the first prints them."""
        there = set(self.reports[b].terms.tolist())
        return tuple(
            form for term, _, form in self.reports[a].heaviest if term in there
        )

    def usual(self, number: int) -> float:
        """How alike a report is to reports in general, 0.0 to 1.0."""
        return self._usually(number)

    def _likeness(
        self, report: Telling, others: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        if not len(others):
            return np.zeros(0, np.int64)
        found = [self.reports[n] for n in others.tolist()]
        terms = np.concatenate([other.terms for other in found])
        weights = np.concatenate([other.weights for other in found])
        highest = max(int(terms.max(initial=0)), int(report.terms.max(initial=0)))
        self._scratch = grown(self._scratch, highest + 1)
        self._scratch[report.terms] = report.weights
        products = self._scratch[terms] * weights
        self._scratch[report.terms] = 0
        lengths = np.array([len(other) for other in found])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        total: NDArray[np.int64] = np.add.reduceat(products, starts)
        return total

    def _usually(self, number: int) -> float:
        report = self.reports[number]
        weights = report.weights.astype(np.int64)
        everything = int(self._sums[report.terms] @ weights)
        own = int(weights @ weights)
        far = everything - own - self._close_sum[number]
        n_far = len(self.reports) - 1 - self._n_close[number]
        return (far / _WHOLE + _N_ASSUMED * _FAR_ASSUMED) / (n_far + _N_ASSUMED)

    def _lost(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
        """What the days between two reports take away; nothing where one is undated."""
        apart = np.abs(self._days[a] - self._days[b])
        beyond = np.maximum(apart - self._settings.free_days, 0.0)
        lost = self._settings.lost_per_doubling * np.log2(1.0 + beyond)
        known: NDArray[np.float64] = np.nan_to_num(lost)
        return known
