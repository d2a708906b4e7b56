"""Whether two readings of a unit go back to one piece of writing.

Everything here is decided from the two reports alone, so that a further report moves
no bound of those that are there.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.collate.descent import Pairs

SAME_PARTS = ("connection", "amount", "closeness", "wording", "speech", "credit")
"""The named parts of the evidence, in the order of the features."""

_BITS_OF_ONE = 16.0
_LITTLE_TOLD_BITS = 40.0
"""Below this a passage is speech, names and numbers: its wording tells nothing."""
_CONNECTION_BITS = 8.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Weights of the parts, and where the two bounds join readings.

    Attributes:
        surely: Probability from which two readings count as one for `at_most`.
        possibly: Probability from which they count as one for `at_least`.
    """

    weights: tuple[float, ...]
    start: float
    surely: float
    possibly: float


@cache
def load_limits() -> Limits:
    """The fitted weights and the calibrated cut-offs."""
    source = files("synoptic.collate.origins").joinpath("weights.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return Limits(
        tuple(float(table["same"][part]) for part in SAME_PARTS),
        float(table["same"]["start"]),
        float(table["limits"]["surely"]),
        float(table["limits"]["possibly"]),
    )


def same_features(pairs: Pairs, a: int, b: int, unit: int) -> tuple[float, ...]:
    """Return the evidence that two readings are one piece of writing.

    Args:
        pairs: Of all reports.
        a: Index of the one report.
        b: Index of the other.
        unit: Index of a unit that both have.
    """
    overlap = pairs.overlap(a, b, unit)
    told = pairs.told_bits(a, b, unit)
    bits = pairs.connection_bits(a, b)
    little = told < _LITTLE_TOLD_BITS
    return (
        max(-_CONNECTION_BITS, min(_CONNECTION_BITS, bits)),
        pairs.amount(a, b),
        0.0 if little else min(1.0, overlap.told / told),
        log2(1 + overlap.strong / _BITS_OF_ONE),
        float(little),
        pairs.credit(a, b),
    )


def p_same(features: tuple[float, ...], limits: Limits) -> float:
    """Probability that two readings go back to one piece of writing."""
    bits = limits.start + sum(
        x * w for x, w in zip(features, limits.weights, strict=True)
    )
    return float(1 / (1 + 2.0 ** -max(-100.0, min(100.0, bits))))


def tells_apart(pairs: Pairs, a: int, b: int, unit: int) -> bool:
    """Whether there are words of their own on both sides to tell readings apart by."""
    return pairs.told_bits(a, b, unit) >= _LITTLE_TOLD_BITS
