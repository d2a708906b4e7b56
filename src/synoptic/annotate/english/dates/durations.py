"""Lengths of time and what comes back: "seven months", "30-day", "every Monday"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import (
    ADVERB_SETS,
    MONTHS,
    PARTS_OF_DAY,
    PLURAL_UNITS,
    PREFIXED_SETS,
    SEASONS,
    UNIT_FORMS,
    WEEKDAYS,
)
from synoptic.annotate.english.figures.lexer import Word, at, hyphen
from synoptic.annotate.english.figures.numerals import ONES, read_number

_LEAP = frozenset(
    "full straight consecutive long whole more additional other calendar working "
    "business successive extra solid bitter short grueling brutal brief intense "
    "fiscal school academic turbulent".split()
)
_VAGUE = frozenset("several many few some numerous countless recent various".split())
_BEFORE_BARE = frozenset(
    "for in over of after within since than took lasted through during spent spend "
    "take takes last lasts until these those about mere two-plus".split()
)
_RATED = frozenset(
    "once twice thrice times time % percent cent percentage hours hour days minutes "
    "miles million billion trillion thousand hundred dollars dollar cents pounds euros "
    "yuan yen rupees people barrels tons tonnes deaths cases".split()
)


class Length(NamedTuple):
    """So many units of time.

    Attributes:
        many: None when the words are vague.
        unit: Code of `tables.UNITS`.
        end: Index after the unit.
        article: Whether "a" is the count.
    """

    many: Decimal | None
    unit: str
    end: int
    article: bool = False


def length_at(words: list[Word], i: int) -> Length | None:
    """A counted unit of time at a word: "three weeks", "a year and a half"."""
    low = words[i].low
    if low in {"quarter", "half"} and hyphen(words, i + 1):
        if at(words, i + 2).low == "century":
            return Length(Decimal(25 if low == "quarter" else 50), "Y", i + 3)
        if at(words, i + 2).low in {"hour", "decade"} and low == "half":
            return Length(Decimal("0.5"), UNIT_FORMS[words[i + 2].low], i + 3)
    count, end, article = _count(words, i)
    if end == i:
        return None
    if hyphen(words, end):
        end += 1
    while at(words, end).low in _LEAP:
        end += 1
        if hyphen(words, end) or at(words, end).low == ",":
            end += 1
    if article and at(words, end).low in {"half", "quarter"}:
        step = end + 2 if hyphen(words, end + 1) else end + 1
        if at(words, end).low == "quarter" and at(words, step).low == "of":
            step += 2
        if at(words, step).low == "century":
            part = Decimal(50 if at(words, end).low == "half" else 25)
            return Length(part, "Y", step + 1)
        return None
    unit = UNIT_FORMS.get(at(words, end).low)
    if unit is None or (at(words, end).low in {"second", "quarter"} and article):
        return None
    many = at(words, end).low in PLURAL_UNITS
    if words[i].kind == "w" and words[i].low in {"a", "an"} and many and count == 1:
        return None
    if words[i].kind == "n" and len(words[i].text) == 4 and not many:
        return None  # "the 2021 weekend"
    end += 1
    if at(words, end).low == "and" and at(words, end + 1).low in {"a", "one"}:
        step = end + 2
        if at(words, step).low == "half" and count is not None:
            count, end = count + Decimal("0.5"), step + 1
    return Length(count, unit, end, article)


def _count(words: list[Word], i: int) -> tuple[Decimal | None, int, bool]:
    """How many, and the index after the words that say so (`i`: none do)."""
    low = words[i].low
    if low == "half" and at(words, i + 1).low in {"a", "an"}:
        return Decimal("0.5"), i + 2, False
    if low in _VAGUE or (low == "a" and at(words, i + 1).low in {"few", "number"}):
        end = i + 1 if low in _VAGUE else i + 2
        return None, end + 1 if at(words, end).low == "of" else end, False
    if low in {"dozens", "hundreds", "thousands", "scores"}:
        return None, i + 2 if at(words, i + 1).low == "of" else i + 1, False
    number = read_number(words, i)
    if number and number.kind == "couple":
        return number.low, number.end, False
    if low == "couple":
        return Decimal(2), i + 2 if at(words, i + 1).low == "of" else i + 1, False
    if number and number.low == number.high and number.kind != "part":
        end = number.end
        if hyphen(words, end) and at(words, end + 1).low == "and":
            half = at(words, end + 5).low if hyphen(words, end + 4) else ""
            if half == "half":  # two-and-a-half-year
                return number.low + Decimal("0.5"), end + 6, False
        return number.low, end, False
    if number and number.kind == "part" and low in ONES:
        return Decimal(ONES[low]), i + 1, False  # "two quarters" of a year
    if low in {"a", "an"}:
        return Decimal(1), i + 1, True
    return None, i, False


def duration(words: list[Word], i: int) -> Expression | None:
    """Read "seven months", "30-day", "two and a half years", "decades"."""
    low = words[i].low
    if low in PLURAL_UNITS:
        before = at(words, i - 1).low
        long = hyphen(words, i + 1) and at(words, i + 2).low == "long"
        if not (long or before in _BEFORE_BARE or at(words, i + 1).low == "of"):
            return None
        if _is_age(words, i + 1) or low in {"quarters", "seconds", "nights"}:
            return None
        return Expression(first=i, last=i + 1, shape="duration", unit=UNIT_FORMS[low])
    if low == "a" and at(words, i + 1).low in {"fortnight", "millennium"}:
        unit = UNIT_FORMS[words[i + 1].low]
        return Expression(
            first=i, last=i + 2, shape="duration", count=Decimal(1), unit=unit
        )
    length = length_at(words, i)
    if length is None or _is_age(words, length.end):
        return None
    if low == "one" and length.unit in _IDLE and not hyphen(words, i + 1):
        return None  # "one day" is no length
    beside = at(words, length.end).low in {"after", "before"}
    bare = low in {"a", "an"} and length.unit in _IDLE and not beside
    if bare and (length.unit != "D" or at(words, i - 1).low not in _BEFORE_BARE):
        return None  # "a day" is one only after a preposition
    return _compound(words, i, length)


def _compound(words: list[Word], i: int, length: Length) -> Expression:
    """The length with smaller ones added: "2 years and three months"."""
    code, unit, end = "", length.unit, length.end
    while True:
        step = end + 1 if at(words, end).low in {"and", ","} else end
        more = length_at(words, step) if step < len(words) else None
        if (
            more is None
            or more.many is None
            or more.article
            or _SIZE.get(more.unit, 9) >= _SIZE.get(unit, 0)
            or length.many is None
            or _is_age(words, more.end)
        ):
            break
        code += f" {more.many:f}{more.unit}"
        unit, end = more.unit, more.end
    return Expression(
        first=i,
        last=end,
        shape="duration",
        count=length.many,
        unit=length.unit,
        code=code,
    )


_IDLE = frozenset({"D", "N", "M"})
_SIZE = {"Y": 7, "MO": 6, "W": 5, "D": 4, "H": 3, "M": 2, "S": 1}


def _is_age(words: list[Word], i: int) -> bool:
    step = i + 1 if hyphen(words, i) else i
    low = at(words, step).low
    if at(words, step - 1).low in {"hours", "hour", "minutes"}:
        return False
    return low in {"old", "olds", "older", "younger"} or (
        low == "of" and at(words, step + 1).low == "age"
    )


def repeated(words: list[Word], i: int) -> Expression | None:
    """Read "every Monday", "each year", "twice a week", "daily", "24/7"."""
    low = words[i].low
    if low in {"bi", "semi"} and hyphen(words, i + 1):
        code = PREFIXED_SETS.get(low + at(words, i + 2).low)
        return Expression(first=i, last=i + 3, shape="set", code=code) if code else None
    if low in ADVERB_SETS:
        if words[i].text[0].isupper() and i:
            return None  # "Daily Mail", "Weekly Standard"
        return Expression(first=i, last=i + 1, shape="set", code=ADVERB_SETS[low])
    if low == "24" and at(words, i + 1).low == "/" and at(words, i + 2).low == "7":
        return Expression(first=i, last=i + 3, shape="set", code="P1D")
    if low in {"weekdays", "weekends"}:
        code = "XXXX-WXX-WE" if low == "weekends" else "XXXX-WXX"
        return Expression(first=i, last=i + 1, shape="set", code=code)
    if low in {"every", "each"}:
        return _every(words, i)
    if low in {"a", "an", "per"}:
        unit = UNIT_FORMS.get(at(words, i + 1).low)
        if (
            unit is None
            or unit in {"N", "WE", "FN"}
            or at(words, i + 1).low == "second"
        ):
            return None
        before = at(words, i - 1)
        rated = before.low in _RATED or before.kind == "n" or before.low == "a.m."
        counted = before.low.endswith("s") and at(words, i - 2).kind == "n"
        if low != "per" and not rated and not counted:
            return None
        if at(words, i + 2).low in {"ago", "earlier", "later", "before", "after"}:
            return None
        return Expression(first=i, last=i + 2, shape="set", count=Decimal(1), unit=unit)
    return None


def _every(words: list[Word], i: int) -> Expression | None:
    step, count = i + 1, Decimal(1)
    if at(words, step).low == "single":
        step += 1
    ranked = at(words, step).low in {"second", "third", "fourth"}
    if at(words, step).low == "other" or (
        ranked and at(words, step + 1).low in WEEKDAYS
    ):
        step, count = step + 1, Decimal(2)
    elif (length := step < len(words) and length_at(words, step)) and length.many:
        return Expression(
            first=i,
            last=length.end,
            shape="set",
            count=length.many,
            unit=length.unit,
        )
    word = at(words, step)
    if word.low in WEEKDAYS:
        part = PARTS_OF_DAY.get(at(words, step + 1).low, "")
        return Expression(
            first=i,
            last=step + 2 if part else step + 1,
            shape="set",
            weekday=WEEKDAYS[word.low],
            part_of_day=part,
        )
    if word.low in {"weekend", "weekday"}:
        code = "XXXX-WXX-WE" if word.low == "weekend" else "XXXX-WXX"
        return Expression(first=i, last=step + 1, shape="set", code=code)
    if word.low in UNIT_FORMS and word.low != "night":
        return Expression(
            first=i, last=step + 1, shape="set", count=count, unit=UNIT_FORMS[word.low]
        )
    if word.low in MONTHS and word.text[0].isupper():
        return Expression(first=i, last=step + 1, shape="set", month=MONTHS[word.low])
    if word.low in SEASONS:
        return Expression(first=i, last=step + 1, shape="set", code=SEASONS[word.low])
    if word.low in PARTS_OF_DAY:
        return Expression(
            first=i, last=step + 1, shape="set", part_of_day=PARTS_OF_DAY[word.low]
        )
    return None
