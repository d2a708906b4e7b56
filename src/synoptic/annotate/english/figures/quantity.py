"""A number with its unit, range and hedge, read at a word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.hedges import (
    Direction,
    Hedge,
    hedge_after,
    hedge_before,
)
from synoptic.annotate.english.figures.lexer import DASHES, Word, at, hyphen, joined
from synoptic.annotate.english.figures.nouns import (
    Noun,
    is_plural,
    noun_at,
    of_noun,
)
from synoptic.annotate.english.figures.numerals import (
    ONES,
    SHORT_SCALES,
    Number,
    read_number,
)
from synoptic.annotate.english.figures.rejects import is_idle_one, is_name_or_label
from synoptic.annotate.english.figures.units import (
    TIME_UNITS,
    Measured,
    prefix_at,
    unit_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.model import FigureKind

# A unit, the smaller one that may follow it, and how many of it make one.
_SMALLER = {
    "foot": ("inch", 12),
    "lb": ("oz", 16),
    "dollar": ("cent", 100),
    "EUR": ("cent", 100),
    "GBP": ("penny", 100),
}
_MILLION = Decimal(10**6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in terms of the words of its sentence.

    Attributes:
        first, last: Half-open range of word indexes, unit included, hedge not.
        kind: As in `model.Figure`.
        noun: The counted noun phrase, or what a share is of.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    kind: FigureKind
    unit: str = ""
    noun: Noun | None = None
    hedge: Hedge | None = None
    direction: Direction | None = None
    vague: bool = False


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
        return _share(words, start, number, tags)
    if number.kind == "vague" and number.high == 9:
        return None  # "several", "a few": too vague to note
    if money is None and sign > 0 and is_idle_one(words, at_number, number.end):
        one = Quantity(
            first=start, last=number.end, low=number.low, high=number.high, kind="count"
        )
        if _range(words, at_number, number, None) is None:
            return _ratio(words, one, number.end)
    if money is None and is_name_or_label(words, at_number, number.end):
        return None
    number = _short_scale(words, number, money=bool(money))
    low, high = number.low, number.high
    end, second = number.end, None
    found = unit_at(words, _past_dash(words, end), scaled=high >= _MILLION)
    if range_end := _range(words, at_number, number, found):
        second, end = range_end
        found = unit_at(words, _past_dash(words, end), scaled=second.high >= _MILLION)
        low, high = _bounds(number, second)
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
    end = base.last
    if money:
        unit, last = money[0], end
        if found and found.kind == "money":
            unit, last = found.unit, found.end
        per = unit_at([*words[:last], Word(0, 0, "$", "¢", "p"), *words[last:]], last)
        if per and "/" in per.unit:
            unit, last = f"{unit}/{per.unit.partition('/')[2]}", per.end - 1
        return replace(base, kind="money", unit=unit, last=last)
    if found:
        old = _years_old(words, found)
        if old:
            return replace(base, kind="age", unit=found.unit, last=old)
        whole = replace(base, kind=_kind(found), unit=found.unit, last=found.end)
        return _with_smaller(words, whole)
    if base.vague and at(words, end).low == "of":
        counted = unit_at(words, end + 1, scaled=True)
        if counted:
            return replace(
                base, kind=_kind(counted), unit=counted.unit, last=counted.end
            )
        noun = of_noun(words, end, tags)
        if noun:
            return replace(base, unit=noun.unit, noun=noun, last=noun.last)
        return base
    if at(words, end).low in {"times", "x", "fold"} or (
        hyphen(words, end) and at(words, end + 1).low == "fold"
    ):
        last = end + 2 if hyphen(words, end) else end + 1
        return replace(base, kind="multiple", unit="times", last=last)
    loosened = hedge_after(words, end)
    if loosened and not base.vague:
        end = loosened.last
    step = _past_dash(words, end)
    if at(words, step).low in {"out", "in"} and at(words, step + 1).kind == "w":
        ratio = _ratio(words, base, step)
        if ratio:
            return ratio
    if at(words, step).low == "more":
        step += 1
    if at(words, step).low == "who":
        return replace(base, unit="person")
    noun = noun_at(words, step, tags, many=base.high != 1)
    if noun is None and step == end and at(words, step).low == "of":
        total = read_number(
            words, step + 2 if at(words, step + 1).low == "the" else step + 1
        )
        if total and total.kind != "part":
            of = unit_at(words, total.end, scaled=total.high >= _MILLION)
            if of:  # "280 million of the 1.5 billion shekels"
                return replace(base, kind=_kind(of), unit=of.unit)
            noun = noun_at(words, total.end, tags, many=True)
            if noun:
                return replace(base, unit=noun.unit, noun=noun, last=end)
        noun = of_noun(words, step, tags)
        if noun and noun.unit in {"them", "us"}:
            noun = None
        return replace(base, unit=noun.unit, noun=noun) if noun else base
    if noun is None:
        return base
    return replace(base, unit=noun.unit, noun=noun, last=noun.last)


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
    unit = unit_at(words, _past_dash(words, number.end))
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


def _share(
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
    elif low.isdecimal():
        measured = unit_at(words, number.end)
    if measured:
        return replace(
            Quantity(
                first=start,
                last=measured.end,
                low=number.low,
                high=number.high,
                kind=_kind(measured),
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


def _ratio(words: list[Word], base: Quantity, step: int) -> Quantity | None:
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


def _short_scale(words: list[Word], number: Number, *, money: bool) -> Number:
    """Apply "m", "bn" and "k" that touch the number, or follow money."""
    word = at(words, number.end)
    scale = SHORT_SCALES.get(word.low)
    if scale is None or number.kind != "digits":
        return number
    touching = joined(words, number.end)
    if not touching and not (money and word.low in {"bn", "mn", "mln", "bln", "tn"}):
        return number
    after = at(words, number.end + 1)
    if word.low in {"m", "t", "b"} and not money and not is_plural(after.low, ""):
        return number  # "37m" is a length, "37m people" a count
    return Number(number.low * scale, number.high * scale, number.end + 1, number.kind)


def _range(
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
    second = _short_scale(words, second, money=bool(prefix_at(words, first - 1)))
    if found or money:
        after = unit_at(words, _past_dash(words, second.end), scaled=True)
        if found and (money or after is None or after.unit != found.unit):
            return None
        if money and prefix_at(words, first - 1) is None:
            return None
    if link == "or" and not (second.low == number.low + 1 or second.low > number.low):
        return None
    if dashed and second.low < number.low and not _scaled_up(number, second):
        return None  # a score, a season, a telephone number
    return second, second.end


def _bounds(number: Number, second: Number) -> tuple[Decimal, Decimal]:
    low, high = number.low, second.high
    if _scaled_up(number, second):
        for scale in (10**12, 10**9, 10**6, 10**3, 100):
            if high >= scale and low < 1000 and low * scale <= high:
                low *= scale
                break
    return (low, high) if low <= high else (high, low)


def _scaled_up(number: Number, second: Number) -> bool:
    """Whether the second number's scale holds for the first: "10 to 15 million"."""
    return number.low < 1000 <= second.high and (
        second.high % 1000 == 0 or second.high >= _MILLION
    )


def _kind(found: Measured) -> FigureKind:
    return "duration" if found.unit in TIME_UNITS else found.kind


def _past_dash(words: list[Word], i: int) -> int:
    return i + 1 if hyphen(words, i) and at(words, i + 1).kind == "w" else i


def _years_old(words: list[Word], found: Measured) -> int:
    """The index after "years old", "-year-old", "months of age"; 0 when none stands."""
    if found.unit not in TIME_UNITS:
        return 0
    step = _past_dash(words, found.end)
    if at(words, step).low in {"old", "olds"}:
        return step + 1
    if at(words, step).low == "of" and at(words, step + 1).low == "age":
        return step + 2
    return 0
