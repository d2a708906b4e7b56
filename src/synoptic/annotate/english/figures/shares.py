"""Parts of a whole: "nearly a fifth of the land", "one in five"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.hedges import hedge_before
from synoptic.annotate.english.figures.lexer import Word, at, hyphen, joined
from synoptic.annotate.english.figures.nouns import noun_at, of_noun
from synoptic.annotate.english.figures.numerals import ONES, Number, read_number
from synoptic.annotate.english.figures.quantity import Quantity, kind_of
from synoptic.annotate.english.figures.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Mapping

_HALF = Decimal("0.5")


def read_share(
    words: list[Word], start: int, number: Number, tags: Mapping[int, str]
) -> Quantity | None:
    """Fractions of something: "nearly a fifth of the land", "half the seats"."""
    after = at(words, number.end).low
    hedge = hedge_before(words, start)
    low = words[start].low
    if low in {"first", "second", "latter", "other", "better"} or (
        at(words, start - 1).low
        in {"first", "second", "other", "third", "better", "latter"}
    ):
        return None
    if after == "-" and joined(words, number.end):
        return None
    measured = None
    if after in {"a", "an"} and low == "half":
        measured = unit_at(words, number.end + 1)
    elif low.isdecimal() or (low in {"a", "half"} and number.low == _HALF):
        measured = unit_at(words, number.end)
    if measured:
        return replace(
            Quantity(
                first=start,
                last=measured.end,
                low=number.low,
                high=number.high,
                kind=kind_of(measured),
                unit=measured.unit,
            ),
            hedge=hedge,
            direction=hedge.direction if hedge else None,
        )
    noun = of_noun(words, number.end, tags)
    plain = after in {"the", "its", "their", "his", "our", "all"} and low == "half"
    if plain:
        noun = noun_at(words, number.end + 1, tags, many=False)
    exact = number.end - start > 1 and (hyphen(words, start + 1) or low in ONES)
    if noun is None and not (hedge and hedge.direction != "exact") and not exact:
        return None
    return Quantity(
        first=start,
        last=number.end,
        low=number.low,
        high=number.high,
        kind="share",
        unit="share",
        noun=noun,
        hedge=hedge,
        direction=hedge.direction if hedge else None,
    )


def read_ratio(words: list[Word], base: Quantity, step: int) -> Quantity | None:
    """Read "one in five", "two out of three"."""
    after = step + 1
    if at(words, step).low not in {"in", "out"}:
        return None
    if words[step].low == "out":
        if at(words, after).low != "of":
            return None
        after += 1
    under = read_number(words, after)
    if under is None or under.kind not in {"digits", "words"} or under.low <= base.high:
        return None
    if under.low > 100 or (words[step].low == "in" and under.kind == "digits"):
        return None
    value = base.high / under.low
    return replace(
        base, low=value, high=value, kind="share", unit="share", last=under.end
    )
