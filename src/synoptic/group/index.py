"""Which reports are worth likening: those that share rare words, near in time.

An inverted index (Salton and McGill, 1983) over the most telling words of each report,
so that no two reports without a rare word in common are ever looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from synoptic.group.tables import grown
from synoptic.group.telling import UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from synoptic.group.telling import Telling

_SHARED_AT_LEAST = 0.012  # of 1.0, by the heaviest words alone
_BUCKET_DAYS = 15


class Index:
    """The heaviest words of the reports so far; the undated lie in a bucket apart."""

    def __init__(self, window_days: int) -> None:
        self._window_days = window_days
        self._n_reports = 0
        self._days = np.zeros(1 << 10, np.float64)  # nan where not stated
        self._buckets: dict[int | None, dict[int, _Postings]] = {}

    def add(self, report: Telling) -> None:
        """Put a report in; it is numbered in the order of adding."""
        number = self._n_reports
        self._n_reports += 1
        self._days = grown(self._days, self._n_reports)
        self._days[number] = np.nan if report.day is None else report.day
        bucket = None if report.day is None else report.day // _BUCKET_DAYS
        postings = self._buckets.setdefault(bucket, {})
        for term, weight, _ in report.heaviest:
            postings.setdefault(term, _Postings()).append(number, weight)

    def near(self, report: Telling) -> NDArray[np.int64]:
        """Numbers of the reports worth likening to one, rising."""
        found = []
        factors = []
        for bucket in self._buckets_near(report.day):
            postings = self._buckets[bucket]
            for term, weight, _ in report.heaviest:
                if term in postings:
                    found.append(postings[term].table())
                    factors.append(weight)
        if not found:
            return np.zeros(0, np.int64)
        numbers, weights = np.concatenate(found, axis=1)
        lengths = [table.shape[1] for table in found]
        shared = weights * np.repeat(np.array(factors, np.int32), lengths)
        first = numbers.min()
        total = np.bincount(numbers - first, shared)  # whole numbers below 2 ** 53
        near: NDArray[np.int64] = (
            np.flatnonzero(total >= _SHARED_AT_LEAST * UNIT * UNIT) + first
        )
        if report.day is None:
            return near
        # nan is beyond no window: who is undated is near to all
        beyond = np.abs(self._days[near] - report.day) > self._window_days
        return near[~beyond]

    def _buckets_near(self, day: int | None) -> list[int | None]:
        if day is None:
            return list(self._buckets)
        first = (day - self._window_days) // _BUCKET_DAYS
        last = (day + self._window_days) // _BUCKET_DAYS
        wanted = [None, *range(first, last + 1)]
        return [bucket for bucket in wanted if bucket in self._buckets]


class _Postings:
    """Numbers and weights of the reports that have one word; grown by doubling."""

    __slots__ = ("_n", "_table")

    def __init__(self) -> None:
        self._n = 0
        self._table = np.zeros((2, 2), np.int32)  # a product stays below 2 ** 29

    def append(self, number: int, weight: int) -> None:
        if self._n == self._table.shape[1]:
            self._table = np.concatenate([self._table, self._table], axis=1)
        self._table[0, self._n] = number
        self._table[1, self._n] = weight
        self._n += 1

    def table(self) -> NDArray[np.int32]:
        return self._table[:, : self._n]
