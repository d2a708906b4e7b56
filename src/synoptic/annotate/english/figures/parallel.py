"""Units that one figure of a sentence takes from another beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.lexer import Word, at
from synoptic.annotate.english.figures.units import Measured, with_per

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.figures.quantity import Quantity

# The word before both figures: "rose by 2 percent here and by 1 there".
_SAME = frozenset({"to", "by", "at"})
# The word before the figure that went before: "to 40 people from 15".
_FORMER = frozenset({"from", "against"})
_ENDS = frozenset(
    """. , ; ) — – in on last this a the while after before when and but as during a
    year""".split()
)
# "three in May and two in June"
_BESIDE = frozenset({"and", "but", "or"})
_THEN = frozenset({"in", "on", "last", "this"})
# "12 people, three of them miners"
_THEM = frozenset({"them", "whom", "which"})
_ALIKE = 30  # how many times one may be the other


def with_shared_units(
    words: list[Word], quantities: Sequence[Quantity]
) -> list[Quantity]:
    """The quantities of a sentence, bare numbers given the unit printed with another.

    "Prices rose by 2 percent here and by 1 there": 1 percent. "$6 (£4) a share": both
    are a share.
    """
    shared: list[Quantity] = []
    for q in quantities:
        shared.append(_from_before(words, shared, q))
        if len(shared) > 1:
            shared[-2:] = _after_bracket(words, shared[-2], shared[-1])
    return shared


def _after_bracket(words: list[Word], a: Quantity, b: Quantity) -> list[Quantity]:
    bracketed = at(words, b.first - 1).low == "(" and at(words, b.last).low == ")"
    if not (bracketed and a.last == b.first - 1 and a.kind == b.kind == "money"):
        return [a, b]
    per = with_per(words, Measured("", "money", b.last + 1)).unit
    return [q if "/" in q.unit else replace(q, unit=q.unit + per) for q in (a, b)]


def _from_before(
    words: list[Word], before: Sequence[Quantity], q: Quantity
) -> Quantity:
    bare = q.kind == "count" and not q.unit and not q.vague and 0 < q.low == q.high
    if bare and _is_part(words, q):
        for other in reversed(before):
            if other.kind == "count" and other.noun and other.high >= q.high:
                return replace(q, unit=other.unit)
    if not bare or (q.last < len(words) and words[q.last].low not in _ENDS):
        return q
    lead = _lead(words, q)
    beside = lead in _BESIDE and at(words, q.last).low in _THEN
    for other in reversed(before):
        if not other.unit or other.vague or other.kind in {"score", "multiple", "age"}:
            continue
        if not 1 <= max(other.high, q.high) <= _ALIKE * min(other.low, q.low):
            continue
        near = lead == "to" and max(other.high, q.high) <= 2 * min(other.low, q.low)
        same = lead in _SAME and _lead(words, other) == lead
        if same or near or beside or (lead in _FORMER and _follows(words, other, q)):
            return replace(q, kind=other.kind, unit=other.unit)
    return q


def _is_part(words: list[Word], q: Quantity) -> bool:
    """Whether a number counts some of those counted before it."""
    of_them = at(words, q.last).low == "of" and at(words, q.last + 1).low in _THEM
    return of_them or _lead(words, q) == "including"


def _follows(words: list[Word], other: Quantity, q: Quantity) -> bool:
    """Whether "from" goes with the other figure: "40 from 15", "40, up from 15"."""
    before = _start(q) - 2
    return before + 1 == other.last or at(words, before).low in {"up", "down", ","}


def _lead(words: list[Word], q: Quantity) -> str:
    return at(words, _start(q) - 1).low


def _start(q: Quantity) -> int:
    """The first word of a quantity or of the hedge before it."""
    return min(q.first, q.hedge.first) if q.hedge else q.first
