"""A number with its unit, range and hedge, read at a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.hedges import hedge_after, hedge_before
from synoptic.annotate.english.figures.lexer import (
    Word,
    at,
    hyphen,
    joined,
    past_dash,
)
from synoptic.annotate.english.figures.nouns import Noun, noun_at, of_noun
from synoptic.annotate.english.figures.numerals import read_number
from synoptic.annotate.english.figures.quantity import Quantity, kind_of
from synoptic.annotate.english.figures.ranges import (
    MILLION,
    bounds_of,
    range_end,
    short_scale,
)
from synoptic.annotate.english.figures.rejects import is_idle_one, is_name_or_label
from synoptic.annotate.english.figures.shares import read_ratio, read_share
from synoptic.annotate.english.figures.unit_words import TIME_UNITS
from synoptic.annotate.english.figures.units import (
    Measured,
    prefix_at,
    unit_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# A unit, the smaller one that may follow it, and how many of it make one.
_SMALLER = {
    "foot": ("inch", 12),
    "lb": ("oz", 16),
    "dollar": ("cent", 100),
    "EUR": ("cent", 100),
    "GBP": ("penny", 100),
}
_AGED = frozenset({"aged", "age", "ages"})
_OLDEST = 115


def read_quantity(
    words: list[Word], i: int, tags: Mapping[int, str]
) -> Quantity | None:
    """The figure that starts at a word; None when the number there is no figure."""
    start, sign = i, 1
    if at(words, i).low in {"-", "−", "minus", "negative"}:
        if at(words, i - 1).low in {"or", "/"} and at(words, i - 2).low in {
            "plus",
            "+",
        }:
            return None  # "plus or minus 4.9": a margin, no negative number
        if words[i].kind == "p" and not (
            joined(words, i + 1) and not (joined(words, i) and i)
        ):
            return None
        i, sign = i + 1, -1
        if hyphen(words, i):
            i += 1
    money = prefix_at(words, i)
    at_number = money[1] if money else i
    if money and at(words, at_number).low in {"-", "−"}:
        at_number += 1
    number = read_number(words, at_number)
    if number is None:
        return None
    if number.kind == "part":
        return read_share(words, start, number, tags)
    if number.kind == "vague" and number.high == 9:
        return None  # "several", "a few": too vague to note
    if money is None and sign > 0 and is_idle_one(words, at_number, number.end):
        one = Quantity(
            first=start, last=number.end, low=number.low, high=number.high, kind="count"
        )
        if range_end(words, at_number, number, None) is None:
            return read_ratio(words, one, number.end)
    if money is None and is_name_or_label(words, at_number, number.end):
        return None
    number = short_scale(words, number, money=bool(money))
    low, high = number.low, number.high
    end, second = number.end, None
    found = unit_at(words, past_dash(words, end), scaled=high >= MILLION)
    if other := range_end(words, at_number, number, found):
        second, end = other
        found = unit_at(words, past_dash(words, end), scaled=second.high >= MILLION)
        low, high = bounds_of(number, second)
    if sign < 0:
        low, high = -high, -low
    base = Quantity(
        first=start,
        last=end,
        low=low,
        high=high,
        kind="count",
        vague=number.kind == "vague",
    )
    return _with_hedge(words, _with_unit(words, base, found, money, tags))


def _with_unit(
    words: list[Word],
    base: Quantity,
    found: Measured | None,
    money: tuple[str, int] | None,
    tags: Mapping[int, str],
) -> Quantity:
    """Say of a number what it is of: money, a measure, an age, what is counted."""
    if money:
        return _of_money(words, base, found, money)
    if found:
        if old := _years_old(words, found):
            return replace(base, kind="age", unit=found.unit, last=old)
        whole = replace(base, kind=kind_of(found), unit=found.unit, last=found.end)
        return _with_smaller(words, whole)
    end = base.last
    if at(words, base.first - 1).low in _AGED and base.high <= _OLDEST:
        return replace(base, kind="age", unit="year")
    if base.vague and at(words, end).low == "of":
        return _of_vague(words, base, tags)
    fold = end + hyphen(words, end)
    if at(words, end).low in {"times", "x", "fold"} or (at(words, fold).low == "fold"):
        return replace(base, kind="multiple", unit="times", last=fold + 1)
    return _of_counted(words, base, tags)


def _of_money(
    words: list[Word],
    base: Quantity,
    found: Measured | None,
    money: tuple[str, int],
) -> Quantity:
    """With the currency that stands before the number, or the fuller one behind it."""
    unit, last = money[0], base.last
    if found and found.kind == "money":
        unit, last = found.unit, found.end
    per = unit_at([*words[:last], Word(0, 0, "$", "¢", "p"), *words[last:]], last)
    if per and "/" in per.unit:
        unit, last = f"{unit}/{per.unit.partition('/')[2]}", per.end - 1
    return replace(base, kind="money", unit=unit, last=last)


def _of_vague(words: list[Word], base: Quantity, tags: Mapping[int, str]) -> Quantity:
    """Of a vague number: "millions of euros", "dozens of boats"."""
    if counted := unit_at(words, base.last + 1, scaled=True):
        return replace(base, kind=kind_of(counted), unit=counted.unit, last=counted.end)
    if noun := of_noun(words, base.last, tags):
        return replace(base, unit=noun.unit, noun=noun, last=noun.last)
    return base


def _of_counted(words: list[Word], base: Quantity, tags: Mapping[int, str]) -> Quantity:
    """With the noun that is counted, as far as one can be told."""
    end = base.last
    loosened = hedge_after(words, end)
    if loosened and not base.vague:
        end = loosened.last
    step = past_dash(words, end)
    if at(words, step).low in {"out", "in"} and at(words, step + 1).kind == "w":
        ratio = read_ratio(words, base, step)
        if ratio:
            return ratio
    if at(words, step).low == "more":
        step += 1
    if at(words, step).low == "who":
        return replace(base, unit="person")
    noun = noun_at(words, step, tags, many=base.high != 1)
    if noun:
        return replace(base, unit=noun.unit, noun=noun, last=noun.last)
    if step == end and at(words, step).low == "of":
        return _of_total(words, base, step, tags)
    noun = _past_measure(words, step, tags)
    return replace(base, unit=noun.unit, noun=noun) if noun else base


def _of_total(
    words: list[Word], base: Quantity, step: int, tags: Mapping[int, str]
) -> Quantity:
    """With what the whole is of: "280 million of the 1.5 billion shekels"."""
    after = step + 2 if at(words, step + 1).low == "the" else step + 1
    total = read_number(words, after)
    if total and total.kind != "part":
        of = unit_at(words, total.end, scaled=total.high >= MILLION)
        if of:
            return replace(base, kind=kind_of(of), unit=of.unit)
        noun = noun_at(words, total.end, tags, many=True)
        if noun:
            return replace(base, unit=noun.unit, noun=noun, last=step)
    noun = of_noun(words, step, tags)
    if noun and noun.unit not in {"them", "us"}:
        return replace(base, unit=noun.unit, noun=noun)
    return base


def _past_measure(words: list[Word], i: int, tags: Mapping[int, str]) -> Noun | None:
    """What is counted behind its own measure: "eight million 250ml bottles"."""
    size = read_number(words, i)
    if size is None or size.low != size.high:
        return None
    unit = unit_at(words, past_dash(words, size.end))
    tied = unit and (hyphen(words, size.end) or joined(words, size.end))
    if unit is None or not tied or unit.kind != "measure":
        return None
    return noun_at(words, unit.end, tags, many=True)


def _with_smaller(words: list[Word], whole: Quantity) -> Quantity:
    """Add the smaller unit: "6 feet 2 inches", "6-foot-2", "3 dollars and 50 cents"."""
    smaller, parts = _SMALLER.get(whole.unit, ("", 0))
    if not smaller or whole.low != whole.high:
        return whole
    step = whole.last
    dashed = hyphen(words, step)
    if dashed or at(words, step).low in {",", "and"}:
        step += 1
    number = read_number(words, step)
    if number is None or not 0 < number.low < parts or number.low != number.high:
        return whole
    unit = unit_at(words, past_dash(words, number.end))
    inches = unit is None and at(words, number.end).low == "in" and smaller == "inch"
    if unit and unit.unit == smaller:
        end = unit.end
    elif inches or (dashed and smaller == "inch"):
        end = number.end + inches
    else:
        return whole
    value = whole.low + number.low / parts
    return replace(whole, low=value, high=value, last=end)


def _with_hedge(words: list[Word], q: Quantity) -> Quantity:
    before = hedge_before(words, q.first)
    after = hedge_after(words, q.last)
    if after is None and q.noun is not None and q.kind == "count":
        for j in range(q.first, q.noun.first):
            after = after or hedge_after(words, j)
    chosen = before
    direction = before.direction if before else None
    if after and (direction in {None, "exact"}):
        chosen, direction = after, after.direction
        q = replace(q, last=max(q.last, after.last))
    return replace(q, hedge=chosen, direction=direction)


def _years_old(words: list[Word], found: Measured) -> int:
    """The index after "years old", "-year-old", "months of age"; 0 when none stands."""
    if found.unit not in TIME_UNITS:
        return 0
    step = past_dash(words, found.end)
    if at(words, step).low in {"old", "olds"}:
        return step + 1
    if at(words, step).low == "of" and at(words, step + 1).low == "age":
        return step + 2
    return 0
