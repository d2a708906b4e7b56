"""Evidence that two reports go back to one written text, whichever way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from synoptic.collate.descent.credits import Credit
    from synoptic.collate.descent.shared import Overlaps

PAIR_PARTS = ("wording", "closeness", "amount", "passages", "run", "order", "credit")
"""The named parts of the evidence, in the order of the features."""

_BITS_OF_ONE = 16.0
_MIN_ORDERED = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share.

    Attributes:
        units: Units that link them.
        strong_units: Those with a run of narration that tells of a shared text.
        strong, told: Telling bits, in such runs and in all.
        features: One value for each of `PAIR_PARTS`, 0.0 where it says nothing.
    """

    units: tuple[int, ...]
    strong_units: tuple[int, ...]
    strong: float
    told: float
    features: tuple[float, ...]


def shared_text(
    overlaps: Overlaps,
    named: Sequence[Credit],
    a: int,
    b: int,
    *,
    units: Collection[int] | None = None,
) -> Shared:
    """Weigh what two reports share.

    Args:
        overlaps: Of all reports.
        named: Whom each report names as its source.
        a: Index of the one.
        b: Index of the other.
        units: Only these count; None: all that link the two.
    """
    first, second = overlaps.witnesses[a], overlaps.witnesses[b]
    linked = [u for u in overlaps.shared_units(a, b) if units is None or u in units]
    strong = told = both = 0.0
    longest = 0
    strong_units = []
    for unit in linked:
        overlap = overlaps.of(a, b, unit)
        told += overlap.told
        strong += overlap.strong
        both += (first.passages[unit].bits + second.passages[unit].bits) / 2
        longest = max(longest, overlap.longest)
        if overlap.strong:
            strong_units.append(unit)
    smaller = max(min(first.bits, second.bits), 1.0)
    features = (
        log2(1 + strong / _BITS_OF_ONE),
        min(told / both, 1.0) if strong_units else 0.0,
        min(strong / smaller, 1.0),
        log2(1 + len(strong_units)),
        log2(1 + longest / 4),
        _order(overlaps, a, b, strong_units),
        _credit(named, a, b) if strong_units else 0.0,
    )
    return Shared(tuple(linked), tuple(strong_units), strong, told, features)


def _order(overlaps: Overlaps, a: int, b: int, units: Sequence[int]) -> float:
    """Agreement of order, -1.0 to 1.0, nearer to 0 where few passages are shared."""
    if len(units) < _MIN_ORDERED:
        return 0.0
    left = [overlaps.witnesses[a].passages[u].first for u in units]
    right = [overlaps.witnesses[b].passages[u].first for u in units]
    same = sum(
        1 if (left[i] - left[j]) * (right[i] - right[j]) > 0 else -1
        for i, j in combinations(range(len(units)), 2)
    )
    n = len(units)
    return same / (n * (n - 1) / 2) * min(1.0, n / 8)


def _credit(named: Sequence[Credit], a: int, b: int) -> float:
    """Whether one names the other, or both name one agency."""
    if b in named[a].reports or a in named[b].reports:
        return 1.0
    return 0.5 if named[a].agencies & named[b].agencies else 0.0
