"""How alike two reports are: named parts that add up to the odds of one event."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.group.telling import FACETS, UNIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from synoptic.group.telling import Telling

PARTS = (*FACETS, "days")
_PRIOR_BITS = -7.0
_BITS_PER_COSINE = (22.0, 6.0, 6.0)  # words, lead, names
_FREE_DAYS = 2
_BITS_PER_DOUBLING = 1.5  # of the days beyond those


class Likeness(NamedTuple):
    """How alike two reports are.

    Attributes:
        bits: Evidence that both tell of one event, log2 odds, rounded to thousandths
            so that sums of them are exact: in thousandths of a bit.
        parts: Named parts of it in bits; with the odds before any evidence they add
            up to `bits`.
    """

    bits: int
    parts: dict[str, float]


def likeness(a: Telling, b: Telling) -> Likeness:
    """How alike two reports are; the order of the two changes nothing."""
    cosines = [
        _cosine(x.terms, x.weights, y.terms, y.weights)
        for x, y in zip(a.facets, b.facets, strict=True)
    ]
    parts = {"to begin with": _PRIOR_BITS}
    parts |= {
        name: weight * cosine
        for name, weight, cosine in zip(FACETS, _BITS_PER_COSINE, cosines, strict=True)
    }
    parts["days"] = days_bits(a.day, b.day)
    return Likeness(round(1000 * math.fsum(parts.values())), parts)


def bits_of(
    cosines: Sequence[NDArray[np.float64]], days: NDArray[np.float64]
) -> NDArray[np.int64]:
    """What `likeness` says, of many pairs at a time, in thousandths of a bit.

    Args:
        cosines: One array for each of `FACETS`.
        days: What `days_bits` says of each pair.
    """
    total = days + _PRIOR_BITS
    for weight, cosine in zip(_BITS_PER_COSINE, cosines, strict=True):
        total = total + weight * cosine
    return np.rint(1000 * total).astype(np.int64)


def days_bits(a: int | None, b: int | None) -> float:
    """What the days between two reports take from the odds; 0 where one is undated."""
    if a is None or b is None:
        return 0.0
    beyond = max(0, abs(a - b) - _FREE_DAYS)
    return -_BITS_PER_DOUBLING * math.log2(1 + beyond)


def _cosine(
    terms_a: NDArray[np.int64],
    weights_a: NDArray[np.int64],
    terms_b: NDArray[np.int64],
    weights_b: NDArray[np.int64],
) -> float:
    _, in_a, in_b = np.intersect1d(
        terms_a, terms_b, assume_unique=True, return_indices=True
    )
    return float(weights_a[in_a] @ weights_b[in_b]) / (UNIT * UNIT)
