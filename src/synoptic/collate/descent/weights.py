"""The fitted weights of the descent model, from the data file shipped with it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from synoptic.collate.descent.direction import EDGE_PARTS, ROOT_PARTS
from synoptic.collate.descent.pairs import PAIR_PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Weights:
    """Bits that one unit of each part adds; see `weights.toml` for how they came.

    Attributes:
        pair, pair_start: Of two reports being connected, and the bits without any
            evidence.
        edge, root: Of one having given its text to the other, and of standing alone.
    """

    pair: tuple[float, ...]
    pair_start: float
    edge: tuple[float, ...]
    root: tuple[float, ...]


@cache
def load_weights() -> Weights:
    """The weights, in the order of the parts."""
    source = files("synoptic.collate.descent").joinpath("weights.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return Weights(
        _in_order(table["pair"], PAIR_PARTS),
        float(table["pair"]["start"]),
        _in_order(table["edge"], EDGE_PARTS),
        _in_order(table["root"], ROOT_PARTS),
    )


def _in_order(table: Mapping[str, float], parts: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(float(table[part.replace(" ", "_")]) for part in parts)
