"""What coded sheets say: precision with its interval, agreement between coders."""

from __future__ import annotations

import math
from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_Z = 1.959964  # of the normal distribution, two-sided 95 %
_RESAMPLES = 2000
_SEED = 20261122


class Estimate(NamedTuple):
    """A share or a coefficient with its 95 % interval; nan: not to be had."""

    value: float
    low: float
    high: float


def wilson(share: float, n: float) -> Estimate:
    """The interval of a share of `n` items (Wilson, 1927); `n` need not be whole."""
    if n <= 0:
        return Estimate(math.nan, math.nan, math.nan)
    centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    spread = share * (1 - share) / n + _Z**2 / (4 * n**2)
    half = _Z * math.sqrt(spread) / (1 + _Z**2 / n)
    low = max(0.0, min(share, centre - half))
    return Estimate(share, low, min(1.0, max(share, centre + half)))


def stratified(right: Sequence[int], n: Sequence[int], size: Sequence[int]) -> Estimate:
    """A share over strata, each weighing by its size, with Wilson's interval.

    The interval is that of the effective number of items: drawn unevenly, a hundred
    items tell less than a hundred drawn at random (Kish, 1965).

    Args:
        right: By stratum, the items coded yes.
        n: By stratum, the items judged; strata without any are left out.
        size: By stratum, how many items it has in all.
    """
    judged = [(r, k, s) for r, k, s in zip(right, n, size, strict=True) if k and s]
    whole = sum(s for _, _, s in judged)
    if not whole:
        return wilson(0.0, 0)
    share = sum(r / k * s / whole for r, k, s in judged)
    effective = 1 / sum((s / whole) ** 2 / k for _, k, s in judged)
    return wilson(share, effective)


def alpha(codes: Sequence[Sequence[str]]) -> Estimate:
    """Krippendorff's alpha for nominal codes (2011), with a bootstrap over items.

    Args:
        codes: By item, the codes given to it; items with one code tell nothing.

    Returns:
        1.0: always the same; 0.0: as by chance. nan where all codes are equal.
    """
    items = [list(item) for item in codes if len(item) > 1]
    if not items:
        return Estimate(math.nan, math.nan, math.nan)
    value = _alpha(items)
    rng = np.random.default_rng(_SEED)
    found = []
    for _ in range(_RESAMPLES):
        drawn = rng.integers(0, len(items), len(items))
        again = _alpha([items[n] for n in drawn.tolist()])
        if not math.isnan(again):
            found.append(again)
    if math.isnan(value) or not found:
        return Estimate(value, math.nan, math.nan)
    low, high = np.quantile(found, [0.025, 0.975]).tolist()
    return Estimate(value, low, high)


def kappa(one: Sequence[str], other: Sequence[str]) -> float:
    """Cohen's kappa (1960) of two coders over the items that both coded."""
    n = len(one)
    if not n:
        return math.nan
    same = sum(a == b for a, b in zip(one, other, strict=True)) / n
    left, right = Counter(one), Counter(other)
    chance = sum(left[code] * right[code] for code in left) / n**2
    return math.nan if chance == 1 else (same - chance) / (1 - chance)


def _alpha(items: Sequence[Sequence[str]]) -> float:
    together: Counter[tuple[str, str]] = Counter()
    for item in items:
        weight = 1 / (len(item) - 1)
        for a, b in permutations(item, 2):
            together[a, b] += weight  # type: ignore[assignment]
    totals: Counter[str] = Counter()
    for (a, _), weight in together.items():
        totals[a] += weight
    whole = sum(totals.values())
    observed = sum(w for (a, b), w in together.items() if a != b)
    expected = sum(totals[a] * totals[b] for a, b in permutations(totals, 2))
    if not expected:
        return math.nan
    return 1 - observed * (whole - 1) / expected
