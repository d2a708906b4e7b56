"""Which reports are worth likening: those that share rare words, near in time.

An inverted index (Salton and McGill, 1983) over the most telling words of each report,
so that no two reports without a rare word in common are ever looked at.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from synoptic.group.telling import UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from synoptic.group.telling import Facet, Telling

WINDOW_DAYS = 30
"""Reports of one event lie no further apart than this, where both are dated."""

_KEYS = 40  # words of a report that stand in the index
_SHARED_AT_LEAST = 0.04  # of the cosine, by those words alone


class Index:
    """The most telling words of the reports so far."""

    def __init__(self) -> None:
        self._postings: dict[int, tuple[list[int], list[int]]] = defaultdict(
            lambda: ([], [])
        )
        self._days: list[int | None] = []

    def __len__(self) -> int:
        return len(self._days)

    def add(self, report: Telling) -> None:
        """Put a report into the index; it is numbered in the order of adding."""
        number = len(self._days)
        for term, weight in _keys(report.facets[0]):
            numbers, weights = self._postings[term]
            numbers.append(number)
            weights.append(weight)
        self._days.append(report.day)

    def near(self, report: Telling) -> NDArray[np.int64]:
        """Numbers of the reports worth likening to one, rising."""
        if not self._days:
            return np.zeros(0, np.int64)
        shared = np.zeros(len(self._days), np.int64)
        for term, weight in _keys(report.facets[0]):
            if term in self._postings:
                numbers, weights = self._postings[term]
                shared[numbers] += weight * np.array(weights, np.int64)
        found = np.flatnonzero(shared >= _SHARED_AT_LEAST * UNIT * UNIT)
        if report.day is None:
            return found
        return np.array(
            [n for n in found.tolist() if self._in_window(report.day, n)], np.int64
        )

    def _in_window(self, day: int, number: int) -> bool:
        other = self._days[number]
        return other is None or abs(day - other) <= WINDOW_DAYS


def _keys(words: Facet) -> list[tuple[int, int]]:
    order = np.lexsort((words.terms, -words.weights))[:_KEYS]
    return list(
        zip(words.terms[order].tolist(), words.weights[order].tolist(), strict=True)
    )
