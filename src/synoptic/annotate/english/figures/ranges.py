"""Two ends of a range, and the scales that number and range share."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.lexer import (
    DASHES,
    Word,
    at,
    hyphen,
    joined,
    past_dash,
)
from synoptic.annotate.english.figures.nouns import is_plural
from synoptic.annotate.english.figures.numerals import (
    SHORT_SCALES,
    Number,
    read_number,
)
from synoptic.annotate.english.figures.rejects import is_name_or_label
from synoptic.annotate.english.figures.units import prefix_at, unit_at

if TYPE_CHECKING:
    from synoptic.annotate.english.figures.units import Measured

MILLION = Decimal(10**6)
_CAPITALS = frozenset({"M", "B"})
"""Millions and billions: a meter is never printed so."""
_AFTER_MONEY = frozenset({"bn", "mn", "mln", "bln", "tn", "mil"})


def short_scale(words: list[Word], number: Number, *, money: bool) -> Number:
    """Apply "m", "bn" and "k" that touch the number, or follow money."""
    word = at(words, number.end)
    scale = SHORT_SCALES.get(word.low)
    if scale is None or number.kind != "digits":
        return number
    touching = joined(words, number.end)
    after = at(words, number.end + 1)
    million = word.text in _CAPITALS and (touching or is_plural(after.low, ""))
    scaled = Number(
        number.low * scale, number.high * scale, number.end + 1, number.kind
    )
    if million:
        return scaled
    if not touching and not (money and word.low in _AFTER_MONEY):
        return number
    if word.low in {"m", "t", "b"} and not money and not is_plural(after.low, ""):
        return number  # "37m" is a length, "37m people" a count
    return scaled


def range_end(
    words: list[Word], first: int, number: Number, found: Measured | None
) -> tuple[Number, int] | None:
    """The other end of "10 to 15", "between 3 and 5", "10-15 million"."""
    joins = found.end if found else number.end
    link = at(words, joins).low
    dashed = link in DASHES and (
        joined(words, joins) == joined(words, joins + 1) or not joined(words, joins)
    )
    between = link == "and" and any(
        w.low == "between" for w in words[max(0, first - 4) : first]
    )
    if not (link == "to" or dashed or between or (link == "or" and found is None)):
        return None
    step = joins + 1
    if hyphen(words, joins) and at(words, step).low == "to" and hyphen(words, step + 1):
        link, dashed, step = "to", False, step + 2  # 0-to-60
    elif link == "to" and hyphen(words, step):
        step += 1
    money = prefix_at(words, step)
    if money:
        step = money[1]
    second = read_number(words, step)
    if second is None or second.kind not in {"digits", "words"}:
        return None
    if number.kind not in {"digits", "words"} or is_name_or_label(
        words, step, second.end
    ):
        return None
    second = short_scale(words, second, money=bool(prefix_at(words, first - 1)))
    if found or money:
        after = unit_at(words, past_dash(words, second.end), scaled=True)
        if found and (money or after is None or after.unit != found.unit):
            return None
        if money and prefix_at(words, first - 1) is None:
            return None
    if link == "or" and not (second.low == number.low + 1 or second.low > number.low):
        return None
    if dashed and second.low < number.low and not _scaled_up(number, second):
        return None  # a score, a season, a telephone number
    return second, second.end


def bounds_of(number: Number, second: Number) -> tuple[Decimal, Decimal]:
    """The lower and the upper end, a scale printed once held to both."""
    low, high = number.low, second.high
    if _in_hundreds(number, second):
        low *= 100
    if _scaled_up(number, second):
        for scale in (10**12, 10**9, 10**6, 10**3, 100):
            if high >= scale and low < 1000 and low * scale <= high:
                low *= scale
                break
    return (low, high) if low <= high else (high, low)


def _in_hundreds(number: Number, second: Number) -> bool:
    """Whether "three" of "three to four hundred" counts hundreds."""
    words = number.kind == second.kind == "words"
    whole = second.high % 100 == 0 and second.high < 1000
    return words and whole and number.low * 100 < second.high


def _scaled_up(number: Number, second: Number) -> bool:
    """Whether the second number's scale holds for the first: "10 to 15 million"."""
    return number.low < 1000 <= second.high and (
        second.high % 1000 == 0 or second.high >= MILLION
    )
