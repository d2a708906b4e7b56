"""Days of the week, alone, with a part of the day, or before a full date."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from synoptic.annotate.english.dates.absolute import day_first, month_first, numeric
from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import (
    ORDINAL_ENDINGS,
    PARTS_OF_DAY,
    WEEKDAY_NAMES,
    WEEKDAY_SHORT,
    WEEKDAYS,
)
from synoptic.annotate.english.figures.lexer import Word, at, joined

_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
    "final": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip
_NAMED_DAYS = frozenset("bowl super bloody giving fat shrove maundy ruby".split())
_PAPERS = frozenset(
    """times herald post mail express mirror telegraph star sun mercury tribune
    independent journal review gazette world""".split()
)


def weekday(words: list[Word], i: int) -> Expression | None:
    """Read "Tuesday", "Tues.", "Tuesday night", "Tuesday, March 11", "Tuesdays"."""
    if at(words, i - 1).low in WEEKDAY_NAMES:
        return None
    found = weekday_at(words, i)
    if found is None:
        return None
    number, end = found
    named = at(words, i - 1)
    if _names_something(words, end) or (
        named.low in _NAMED_DAYS and named.text[0].isupper()
    ):
        return None
    if words[i].low.endswith("s") and words[i].low[:-1] in WEEKDAYS:
        return Expression(first=i, last=end, shape="set", weekday=number)
    step = end + 1 if at(words, end).low == "," else end
    if at(words, step).low == "the":
        step += 1
    if step < len(words):
        for read in (month_first, day_first, numeric):
            if (full := read(words, step)) and full.shape == "day":
                return replace(full, first=i, weekday=number)
    then = at(words, end + 1)
    if (
        at(words, end).low == "week"
        and at(words, i - 1).low in {"on", "for", "until"}
        and (then.kind != "w" or then.low in {"and", "when", "in", "at", "to"})
    ):
        return Expression(
            first=i, last=end + 1, shape="weekday", weekday=number, part="week"
        )
    plural = at(words, end).low
    if plural.endswith("s") and plural in PARTS_OF_DAY:
        part = PARTS_OF_DAY[plural]
        return Expression(
            first=i, last=end + 1, shape="set", weekday=number, part_of_day=part
        )
    return with_part(
        words, Expression(first=i, last=end, shape="weekday", weekday=number)
    )


def ranked(words: list[Word], i: int) -> Expression | None:
    """Read "the third Monday of January", "the last weekend in May 2024"."""
    start = i + 1 if words[i].low == "the" else i
    rank, step = _RANKS.get(at(words, start).low, 0), start + 1
    if joined(words, step) and at(words, step).low in ORDINAL_ENDINGS:
        rank, step = _RANKS.get(at(words, start).low + at(words, step).low, 0), step + 1
    found = weekday_at(words, step) if step < len(words) else None
    if at(words, step).low == "weekend":
        found = 0, step + 1
    if not rank or not found or at(words, found[1]).low not in {"of", "in"}:
        return None
    if found[1] + 1 >= len(words):
        return None
    month = month_first(words, found[1] + 1)
    if month is None or month.shape != "month":
        return None
    return replace(month, first=i, weekday=found[0] or None, count=Decimal(rank))


def _names_something(words: list[Word], end: int) -> bool:
    """Whether a paper or a programme is named: "Sunday Times", "Monday Night Live"."""
    word, then = at(words, end), at(words, end + 1)
    if not word.text[:1].isupper():
        return False
    if word.low == "night":
        return then.low in {"live", "football"} and then.text[0].isupper()
    return word.low in _PAPERS


def weekday_at(words: list[Word], i: int) -> tuple[int, int] | None:
    """The number of a day of the week (Monday 1) and the index after it."""
    word = at(words, i)
    number = WEEKDAYS.get(word.low) or WEEKDAYS.get(word.low.removesuffix("s"))
    if number:
        return number, i + 1
    number = WEEKDAY_SHORT.get(word.low)
    if number and word.text[0].isupper():
        if at(words, i + 1).low == "." and joined(words, i + 1):
            return number, i + 2
        if at(words, i + 1).low == "," or at(words, i + 1).kind == "n":
            return number, i + 1
    return None


def with_part(words: list[Word], date: Expression) -> Expression:
    """The same date with the part of the day after it, if one is there."""
    step = date.last
    if at(words, step).low in {"in", "during"} and at(words, step + 1).low == "the":
        step += 2
    elif at(words, step).low == "at":
        step += 1
        if at(words, step).low not in {"noon", "midnight", "night", "dawn", "dusk"}:
            return date
    middle = at(words, step).low
    if middle in {"early", "late"}:
        step += 1
    elif middle in {"mid", "pre"} and at(words, step + 1).low == "-":
        step += 2
    part = PARTS_OF_DAY.get(at(words, step).low)
    if part is None or at(words, step).low.endswith("s"):
        return date
    return replace(date, last=step + 1, part_of_day=part)
