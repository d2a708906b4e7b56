"""Times told from another time: "last August", "the next day", "three weeks ago"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from synoptic.annotate.english.dates.durations import length_at
from synoptic.annotate.english.dates.expression import Base, Expression
from synoptic.annotate.english.dates.feasts import feast
from synoptic.annotate.english.dates.tables import (
    FUTURE_PHRASES,
    MONTH_ANY,
    MONTH_SHORT,
    PARTS_OF_DAY,
    PAST_PHRASES,
    PRESENT_PHRASES,
    SEASONS,
    UNIT_FORMS,
)
from synoptic.annotate.english.dates.weekdays import weekday_at, with_part
from synoptic.annotate.english.figures.lexer import Word, at, hyphen

_POINTERS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
    "ensuing": 1,
    "this": 0,
    "current": 0,
    "that": 0,
    "same": 0,
    "first": 0,
    "final": 0,
    "latest": -1,
}
_OF_THE_TEXT = frozenset(
    "previous preceding prior following subsequent that same".split()
)
_AHEAD = frozenset("over in for within during".split())
_LASTING = frozenset("remain remains exist exists".split())
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tonite": 0}


def near(words: list[Word], i: int) -> Expression | None:
    """Read "today", "yesterday morning", "tonight", "overnight"."""
    low = words[i].low
    if low == "overnight":
        return Expression(
            first=i, last=i + 1, shape="shift", unit="D", count=Decimal(0),
            way=0, part_of_day="NI", part="overnight",
        )  # fmt: skip
    way = _NEAR.get(low)
    if way is None or _is_a_name(words, i):
        return None
    day = Expression(
        first=i, last=i + 1, shape="shift", unit="D", count=Decimal(abs(way)), way=way
    )
    if low in {"tonight", "tonite"}:
        return replace(day, part_of_day="NI")
    if low == "today" and at(words, i + 1).low == "'s" and at(words, i + 2).low in {
        "world", "society", "standards", "terms", "children", "youth", "america",
    }:  # fmt: skip
        return replace(day, shape="reference", code="PRESENT_REF")
    if low == "today" and _nowadays(words, i):
        return replace(day, shape="reference", code="PRESENT_REF")
    return with_part(words, day)


def _is_a_name(words: list[Word], i: int) -> bool:
    """Whether a paper or a programme is named: "USA Today", "the Today show"."""
    if words[i].low != "today" or not words[i].text[0].isupper():
        return False
    show = at(words, i + 1).low in {"show", "programme", "program"}
    return show or at(words, i - 1).text == "USA"


def _nowadays(words: list[Word], i: int) -> bool:
    """Whether it is the present at large: "remains today", "as true today as"."""
    if at(words, i - 1).low in _LASTING:
        return True
    after = at(words, i + 1).low
    compared = after == "as" and "as" in {w.low for w in words[max(0, i - 4) : i]}
    return compared or after == "than"


def directed(words: list[Word], i: int) -> Expression | None:
    """Read "last week", "the past decade", "that night", "the next day"."""
    step = i
    article = words[i].low == "the"
    if article:
        step += 1
    if at(words, step).low == "very":
        step += 1
    pointer = at(words, step).low
    if pointer not in _POINTERS:
        return None
    step += 1
    if pointer in {"this", "that"} and at(words, step).low in _POINTERS:
        pointer = {"this": at(words, step).low, "that": "that"}[pointer]
        step += 1
    way = _POINTERS[pointer]
    of_text = pointer in _OF_THE_TEXT and (article or pointer == "that")
    base: Base = "text" if of_text else "now"
    if article and pointer == "next" and at(words, i - 1).low not in _AHEAD:
        base = "text"
    if (period := _period(words, i, step, pointer, article=article, way=way)) or (
        pointer in {"first", "final", "latest"}
    ):
        return period
    adjective = pointer in {"following", "current", "prior"} or (
        pointer == "past" and words[i].low != "this"
    )
    if adjective and not article:
        return None
    target = _target(words, step)
    if target is None:
        return None
    if pointer == "last" and target.unit == "D" and not target.part_of_day:
        return None  # "her last day in office"; "the last day of the tour"
    if article and pointer == "last" and target.unit in {"D", "WE"}:
        return None
    if pointer == "past" and words[i].low == "this" and target.unit in {"W", "MO", "Y"}:
        return replace(target, first=i, way=0, part="past")
    if pointer in {"coming", "upcoming"} and target.shape == "weekday":
        return replace(target, first=i, way=1, part="coming")
    return replace(target, first=i, way=way, base=base)


def _period(
    words: list[Word], i: int, step: int, pointer: str, *, article: bool, way: int
) -> Expression | None:
    """A stretch: "the past three months", "the next few days", "the past decade"."""
    if step >= len(words):
        return None
    length = length_at(words, step)
    if length and length.article:
        length = None
    bare = UNIT_FORMS.get(at(words, step).low)
    plural = bare and at(words, step).low.endswith("s")
    if length:
        count, unit, end = length.many, length.unit, length.end
    elif plural and bare:
        count, unit, end = None, bare, step + 1
    elif (
        bare
        and article
        and bare not in {"S", "M", "D", "N"}
        and (
            pointer in {"past", "final"}
            or (pointer in {"last", "next"} and at(words, i - 1).low in _AHEAD)
        )
    ):
        count, unit, end = Decimal(1), bare, step + 1
    else:
        return None
    if pointer in {"this", "that", "same", "current"}:
        return None
    if unit == "D" and count == 1:
        return None
    return Expression(
        first=i, last=end, shape="duration", count=count, unit=unit, way=way or None,
        period=True,
    )  # fmt: skip


def _target(words: list[Word], i: int) -> Expression | None:
    word = at(words, i)
    if word.low in {"fiscal", "calendar"} and at(words, i + 1).low == "year":
        return Expression(first=i, last=i + 2, shape="deictic", unit="Y")
    unit = UNIT_FORMS.get(word.low)
    if unit and not word.low.endswith("s") and unit not in {"S", "M", "H", "FN", "N"}:
        if hyphen(words, i + 1) and at(words, i + 2).low == "end":
            return Expression(
                first=i, last=i + 3, shape="deictic", unit=unit, part="end"
            )
        return Expression(first=i, last=i + 1, shape="deictic", unit=unit)
    if part := PARTS_OF_DAY.get(word.low):
        return Expression(
            first=i, last=i + 1, shape="deictic", unit="D", part_of_day=part
        )
    month = MONTH_ANY.get(word.low)
    if month and word.text[0].isupper():
        end = i + 1
        if word.low in MONTH_SHORT and at(words, end).low == ".":
            end += 1
        elif word.low in MONTH_SHORT and word.low != "may":
            return None
        day = None
        if at(words, end).kind == "n" and len(at(words, end).text) <= 2:
            day, end = int(words[end].text), end + 1
        return Expression(
            first=i, last=end, shape="day" if day else "month", month=month, day=day
        )
    if word.low in SEASONS:
        return Expression(first=i, last=i + 1, shape="season", code=SEASONS[word.low])
    if found := weekday_at(words, i):
        return with_part(
            words,
            Expression(first=i, last=found[1], shape="weekday", weekday=found[0]),
        )
    return feast(words, i) if i < len(words) else None


def shifted(words: list[Word], i: int) -> Expression | None:
    """Read "three years ago", "two days later", "in two weeks' time"."""
    low = words[i].low
    if low == "in" and i + 1 < len(words):
        length = length_at(words, i + 1)
        owned = length and at(words, length.end).low in {"'", "'s", "’"}
        if length and owned and at(words, length.end + 1).low == "time":
            return _shift((i, length.end + 2), length.many, length.unit, 1, "now")
        return None
    if low == "the":
        return _day_beside(words, i)
    length = length_at(words, i)
    if length is None and low in {
        "days",
        "weeks",
        "months",
        "years",
        "decades",
        "hours",
    }:
        count, unit, end = None, UNIT_FORMS[low], i + 1
    elif length:
        count, unit, end = length.many, length.unit, length.end
    else:
        return None
    if unit in {"S", "WE"}:
        return None
    after, then = at(words, end).low, at(words, end + 1)
    if after == "ago":
        return _shift((i, end + 1), count, unit, -1, "now")
    if after == "from" and then.low in {"now", "today"}:
        return _shift((i, end + 2), count, unit, 1, "now")
    if after == "from" and then.low == "tomorrow" and unit == "D" and count:
        return _shift((i, end + 2), count + 1, unit, 1, "now")
    if after == "hence":
        return _shift((i, end + 1), count, unit, 1, "now")
    if after in {"earlier", "previously"}:
        return _shift((i, end + 1), count, unit, -1, "text")
    if after in {"later", "afterwards", "afterward"}:
        return _shift((i, end + 1), count, unit, 1, "text")
    closed = then.kind == "p" or not then.text or then.low in {"and", "but", "when"}
    if after in {"before", "prior"} and closed:
        return _shift((i, end + 1), count, unit, -1, "text")
    if after == "after" and closed:
        return _shift((i, end + 1), count, unit, 1, "text")
    return None


def _shift(
    place: tuple[int, int], count: Decimal | None, unit: str, way: int, base: Base
) -> Expression:
    return Expression(
        first=place[0],
        last=place[1],
        shape="shift",
        count=count,
        unit=unit,
        way=way,
        base=base,
    )


def _day_beside(words: list[Word], i: int) -> Expression | None:
    """Read "the day before", "the night after", "the day before yesterday"."""
    unit = at(words, i + 1).low
    side = at(words, i + 2).low
    if unit not in {"day", "week", "month", "year", "night", "morning", "evening"}:
        return None
    way = {"before": -1, "after": 1}.get(side)
    if way is None:
        return None
    then = at(words, i + 3)
    if unit == "day" and then.low in {"yesterday", "tomorrow", "today"}:
        count = 1 if then.low == "today" else 2
        return _shift((i, i + 4), Decimal(count), "D", way, "now")
    if then.kind == "w" and then.low not in {"and", "but", "when", "that", "in", "at"}:
        return None  # "the day after the vote" hangs on an event
    code = UNIT_FORMS.get(unit, "D")
    found = _shift((i, i + 3), Decimal(1), "D" if code == "N" else code, way, "text")
    part = PARTS_OF_DAY.get(unit, "")
    return replace(found, part_of_day=part) if part else found


def reference(words: list[Word], i: int) -> Expression | None:
    """Read "now", "currently", "recently", "recent months", "the future"."""
    low = words[i].low
    if low in {"recent", "previous"} and at(words, i + 1).low in UNIT_FORMS:
        if at(words, i + 1).low.endswith("s"):
            return Expression(first=i, last=i + 2, shape="reference", code="PAST_REF")
        return None
    for phrases, code in _REFERENCES:
        for phrase in phrases:
            if phrase[0] == low and all(
                at(words, i + n).low == word for n, word in enumerate(phrase)
            ):
                if phrase[-1] == "past" and _is_noun_after(words, i + len(phrase)):
                    continue
                return Expression(
                    first=i, last=i + len(phrase), shape="reference", code=code
                )
    return None


def _is_noun_after(words: list[Word], i: int) -> bool:
    low = at(words, i).low
    return at(words, i).kind != "p" and low not in {"and", "or", "but", "he", "she"}


_REFERENCES = (
    (sorted(PAST_PHRASES, key=len, reverse=True), "PAST_REF"),
    (sorted(PRESENT_PHRASES, key=len, reverse=True), "PRESENT_REF"),
    (sorted(FUTURE_PHRASES, key=len, reverse=True), "FUTURE_REF"),
)
