"""Which words two reports share, unit by unit, and how telling they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.align import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from synoptic.collate.descent.witness import Passage, Witness
    from synoptic.model import Unit

_MIN_RUN_BITS = 12.0
"""A run of words below this can be chance: about a phrase of two plain words."""
_MIN_STRONG_WORDS = 4
"""Narration in a run before it tells of a shared text rather than of a shared fact."""


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """What two passages of one unit have in common.

    Attributes:
        a, b: Which words of each side have a partner.
        told: Telling bits that match; a word that is quoted on one side tells nothing.
        strong: The part of `told` in runs of narration long enough to tell of a
            shared text.
        longest: Narration words in the longest such run; 0: there is none.
        replaced: Telling bits that stand in the one where other words stand in the
            other, between words that match.
    """

    a: NDArray[np.bool_]
    b: NDArray[np.bool_]
    told: float
    strong: float
    longest: int
    replaced: float

    def flipped(self) -> Overlap:
        """The same, seen from the other side."""
        return Overlap(
            self.b, self.a, self.told, self.strong, self.longest, self.replaced
        )


@dataclass
class Overlaps:
    """Overlaps of all pairs in all units; equal texts are aligned once."""

    witnesses: Sequence[Witness]
    units: Sequence[Unit]
    _found: dict[tuple[tuple[int, ...], tuple[int, ...]], Overlap] = field(
        default_factory=dict
    )
    _linked: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    _in_unit: set[tuple[int, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        place = {w.report.id: k for k, w in enumerate(self.witnesses)}
        for index, unit in enumerate(self.units):
            has = {k for k, w in enumerate(self.witnesses) if index in w.passages}
            for link in unit.links:
                a, b = place[link.a], place[link.b]
                if a in has and b in has and (a, b, index) not in self._in_unit:
                    self._in_unit |= {(a, b, index), (b, a, index)}
                    self._linked.setdefault((min(a, b), max(a, b)), []).append(index)

    def linked(self, a: int, b: int, unit: int) -> bool:
        """Whether a link joins two reports at a unit."""
        return (a, b, unit) in self._in_unit

    def shared_units(self, a: int, b: int) -> list[int]:
        """Indices of the units that link two reports, rising."""
        return self._linked.get((min(a, b), max(a, b)), [])

    def of(self, a: int, b: int, unit: int) -> Overlap:
        """The overlap of two reports at a unit that both have."""
        left = self.witnesses[a].passages[unit]
        right = self.witnesses[b].passages[unit]
        key = (left.words, right.words)
        if (found := self._found.get(key)) is None:
            if (turned := self._found.get((right.words, left.words))) is not None:
                found = turned.flipped()
            else:
                found = _overlap(left, right)
            self._found[key] = found
        return found


def _overlap(left: Passage, right: Passage) -> Overlap:
    ordered, moved = align(
        left.words, right.words, left.told.tolist(), min_bits=_MIN_RUN_BITS
    )
    a = np.zeros(len(left.words), bool)
    b = np.zeros(len(right.words), bool)
    told = strong = 0.0
    longest = 0
    for i, j, n in (*ordered, *moved):
        a[i : i + n] = True
        b[j : j + n] = True
        bits = float(np.minimum(left.told[i : i + n], right.told[j : j + n]).sum())
        words = int((left.plain[i : i + n] & right.plain[j : j + n]).sum())
        told += bits
        if words >= _MIN_STRONG_WORDS:
            strong += bits
            longest = max(longest, words)
    return Overlap(a, b, told, strong, longest, _replaced(left, right, a, b))


def _replaced(
    left: Passage, right: Passage, a: NDArray[np.bool_], b: NDArray[np.bool_]
) -> float:
    """Bits in gaps that stand open on both sides; words only cut or added are none."""
    ends_a, ends_b = np.flatnonzero(a), np.flatnonzero(b)
    if not len(ends_a):
        return 0.0
    # bits up to each word; a gap lies between one matched word and the next
    sums = []
    for passage, ends in ((left, ends_a), (right, ends_b)):
        total = np.concatenate(([0.0], np.cumsum(passage.told, dtype=np.float64)))
        starts = np.concatenate(([0], ends + 1))
        stops = np.concatenate((ends, [len(passage.words)]))
        sums.append(total[stops] - total[starts])
    return float(np.minimum(*sums).sum())
