"""Whether two figures speak of one thing, and whether they can both hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.collate.comparisons.bounds import bounds_of, number_of
from synoptic.collate.comparisons.slots import PERSONS
from synoptic.text.units import convert, dimension_of

if TYPE_CHECKING:
    from synoptic.collate.comparisons.slots import Slot
    from synoptic.model import Figure, Verdict

TOLLS = frozenset(
    "killed injured missing arrested displaced rescued hospitalised infected".split()
)
_FURTHER = frozenset("other another more additional remaining further".split())
_DOLLARS = frozenset({"dollar", "USD", "AUD", "CAD", "HKD", "NZD", "SGD"})
_ONE_SIDED = frozenset({"over", "at least"})
_SIDE = re.compile(r"\d[\d,]*")
LEAST_NUMBERS = "both give a least number"
TURNED_SCORE = "the sides of the score stand the other way round"


def same_thing(a: Slot[Figure], b: Slot[Figure]) -> bool:
    """Whether unit, counted noun, event and manner let two figures be compared."""
    f, g = a.mention, b.mention
    if f.kind != g.kind or (f.precedes is None) != (g.precedes is None):
        return False
    if f.event and g.event and f.event != g.event:
        return False
    if _further(f) != _further(g):
        return False  # "two other victims" are some of the three
    if f.kind == "score" and not {f.low, f.high} & {g.low, g.high}:
        return False  # a result, and a season's record
    if f.change and g.change and f.change != g.change:
        return False
    if not _same_unit(f, g):
        return False
    if f.kind == "share" and f.of and g.of:
        return bool(_words(f.of) & _words(g.of))
    return not (f.scope and g.scope) or _same_scope(f.scope, g.scope)


def judge(a: Slot[Figure], b: Slot[Figure]) -> tuple[Verdict, str]:
    """Whether two figures of one thing can both hold, and why."""
    f, g = a.mention, b.mention
    unit = f.unit if dimension_of(f.unit) else None
    left, right = bounds_of(f), bounds_of(g, unit) if unit else bounds_of(g)
    if left is None or right is None:
        return "undecided", "the units cannot be converted"
    if f.kind == "score":
        if (f.low, f.high) == (g.low, g.high):
            if _first(a) != _first(b):
                return "undecided", TURNED_SCORE
            return "agree", "the same score"
        return "conflict", "two scores"
    x, y = number_of(f), number_of(g)
    if (f.low, f.high, f.unit) == (g.low, g.high, g.unit):
        return "agree", "the same number"
    if left.meets(right):
        if f.direction in _ONE_SIDED and g.direction in _ONE_SIDED and x != y:
            return "undecided", LEAST_NUMBERS
        if f.unit != g.unit and (there := convert(y, g.unit, f.unit)) is not None:
            return "agree", f"{y:f} {g.unit} are {there:,.4g} {f.unit}"
        if (f.low, f.high) == (g.low, g.high):
            return "agree", "the same number"
        return "agree", "one number fits both, hedges and rounding considered"
    return "conflict", "no one number fits both, hedges and rounding considered"


def _first(score: Slot[Figure]) -> str | None:
    """The side of a score that is named first; None: it is spelled out."""
    found = _SIDE.search(score.printed)
    return None if found is None else found[0].replace(",", "")


def _further(figure: Figure) -> bool:
    """Whether it counts those beside others already told of."""
    return (figure.of or "").split(" ", 1)[0].lower() in _FURTHER


def _same_unit(f: Figure, g: Figure) -> bool:
    if f.unit == g.unit:
        return bool(f.unit) or f.kind == "count"
    if f.kind == "count":
        return f.unit in PERSONS and g.unit in PERSONS and "person" in {f.unit, g.unit}
    if f.kind == "money":
        return {f.unit, g.unit} <= _DOLLARS and "dollar" in {f.unit, g.unit}
    if f.kind == "share":
        return {f.unit, g.unit} <= {"%", "share"}
    if f.kind in {"age", "duration", "score", "multiple"}:
        return False
    return dimension_of(f.unit) is not None and dimension_of(f.unit) == dimension_of(
        g.unit
    )


def _words(printed: str) -> set[str]:
    return {w.strip("’'s.,").lower() for w in printed.split() if len(w) > 3}


def _same_scope(a: str, b: str) -> bool:
    """Whether two scopes share a name; scopes without names say little."""
    names_a = {w for w in a.replace(",", " ").split() if w[:1].isupper()}
    names_b = {w for w in b.replace(",", " ").split() if w[:1].isupper()}
    return not (names_a and names_b) or bool(names_a & names_b)
