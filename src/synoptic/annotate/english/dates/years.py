"""The year of a month, day, season or quarter that is printed without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates import calendar as cal
from synoptic.annotate.english.dates.calendar import Point
from synoptic.annotate.english.dates.tables import SEASON_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.dates.expression import Expression
    from synoptic.annotate.english.dates.memory import Memory


def month_day(
    memory: Memory, e: Expression, tense: int, distance: int
) -> tuple[Point | None, str, str]:
    """The month or day, what it was set against, its value when no year is known."""
    month = e.month or 1
    loose = f"XXXX-{month:02d}" + (f"-{e.day:02d}" if e.day else "")
    if e.year is not None:
        return month_or_day(e.year, month, e.day), "", loose
    year, anchored = _year_for(memory, e, month, tense, distance)
    if year is None:
        if e.day:
            memory.partial, memory.partial_sentence = (month, e.day), memory.sentence
        return None, "", loose
    if e.weekday and e.day and anchored == "now":
        year = _year_of_weekday(year, month, e.day, e.weekday)
    return month_or_day(year, month, e.day), anchored, loose


def season(memory: Memory, e: Expression, tense: int) -> tuple[Point | None, str]:
    """The season, and what it was set against."""
    if e.year is not None:
        return cal.season_point(e.year, e.code), ""
    told = memory.last.earliest if memory.last else None
    if (memory.narrative or e.base == "text") and e.way is None:
        if told is None:
            return None, ""
        return cal.season_point(told.year, e.code), "text"
    if e.base == "text" and told:
        year = (
            told.year
            + (e.way == 1 and told.month > SEASON_MONTHS[e.code] - 1)
            - (e.way == -1 and told.month <= SEASON_MONTHS[e.code])
        )
        return cal.season_point(year, e.code), "text"
    if memory.now is None:
        return None, ""
    now, start = memory.now, SEASON_MONTHS[e.code]
    begun = now.month >= start
    over = now.month > start + 2
    if e.code == "WI":
        begun, over = now.month >= 12 or now.month <= 2, False
        year = now.year if now.month > 6 else now.year - (e.way == -1)
        if e.way == -1:
            year = now.year - 1
        elif now.month <= 3 and tense > 0 and e.way == 1:
            year = now.year
        return cal.season_point(year, e.code), "now"
    if e.way == -1:
        return cal.season_point(now.year - (not over), e.code), "now"
    if e.way == 1:
        return cal.season_point(now.year + begun, e.code), "now"
    if e.way is None and tense < 0 and not begun:
        return cal.season_point(now.year - 1, e.code), "now"
    if e.way is None and tense > 0 and over:
        return cal.season_point(now.year + 1, e.code), "now"
    return cal.season_point(now.year, e.code), "now"


def quarter(memory: Memory, e: Expression, tense: int) -> tuple[Point | None, str]:
    """The quarter or half of a year, and what it was set against."""
    months = 3 if e.shape == "quarter" else 6
    number = e.day or 1
    if number * months > 12:
        return None, ""
    if e.year is not None:
        return cal.quarter_point(e.year, number, months=months), ""
    if memory.narrative and memory.last and memory.last.earliest:
        year = memory.last.earliest.year
        return cal.quarter_point(year, number, months=months), "text"
    if memory.now is None:
        return None, ""
    year = memory.now.year + (e.way or 0)
    begins = (number - 1) * months + 1
    if e.way is None and begins > memory.now.month and tense <= 0:
        year -= 1
    elif e.way is None and begins + months <= memory.now.month and tense > 0:
        year += 1
    return cal.quarter_point(year, number, months=months), "now"


def with_year_beside(
    e: Expression, sentence: Sequence[Expression], now: date | None
) -> Expression:
    """The expression; "next November" beside a printed next year as of that year.

    By itself it may be the coming one as well.
    """
    if e.year is not None or e.way != 1 or now is None:
        return e
    printed = {other.year for other in sentence if other.year is not None}
    if e.shape not in {"month", "season"} or printed != {now.year + 1}:
        return e
    return replace(e, year=now.year + 1)


def month_or_day(year: int, month: int, day: int | None) -> Point | None:
    """The month, or the day where one is printed; None when no calendar holds it."""
    if day is None:
        return cal.month_point(year, month)
    if year < 0:
        return Point(f"BC{-year:04d}-{month:02d}-{day:02d}", "D", None, None)
    try:
        return cal.day_point(date(cal.clamp(year), month, day))
    except ValueError:  # February 29 of a common year
        return None


def _year_for(
    memory: Memory, e: Expression, month: int, tense: int, distance: int
) -> tuple[int | None, str]:
    """The year of a month or day without one, and whence it is lent."""
    told = memory.last.earliest if memory.last else None
    if memory.narrative and e.way is None:
        return _year_told(memory, e, month)
    if memory.now is None:
        return None, ""
    now = memory.now
    if e.code == "year":
        return now.year + (e.way or 0), "now"
    if e.way is not None and e.base == "text" and told:
        return told.year + (e.way > 0 and month <= told.month), "text"
    day = e.day or min(now.day, 28)
    here = (month, day) if e.day else (month, now.day)
    passed = here <= (now.month, now.day)
    if e.way == -1:
        before = passed and (month != now.month or bool(e.day))
        return now.year - (not before), "now"
    if e.way == 1:
        return now.year + (passed or month == now.month), "now"
    if e.way == 0:
        return now.year, "now"
    ahead, ago = (month - now.month) % 12, (now.month - month) % 12
    year = now.year
    if tense < 0 and not passed:
        # A far verb says less than the calendar: "ahead of the Nov. 6 vote".
        near = e.day is not None and ahead == 0
        year -= not (near or (distance > 4 and ahead <= 6))
    elif tense > 0 and passed:
        near = ago == 0 and (now.day - day) <= 7
        year += not near and (distance <= 6 or ago > 6)
    elif tense == 0 and not passed:
        year -= ahead > 8
    elif tense == 0:
        year += ago > 8
    return year, "now"


def _year_told(memory: Memory, e: Expression, month: int) -> tuple[int | None, str]:
    """In a narrative, the year that was last told of."""
    if memory.last is None:
        return None, ""
    told = memory.last.earliest
    if told is None:
        if memory.last.value.startswith("BC"):
            return -int(memory.last.value[2:6]), "text"
        return None, ""
    turned = memory.last.grain in {"D", "MO"} and month < told.month - 5
    return told.year + (turned and e.day is None), "text"


def _year_of_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """The year of a day whose weekday is printed; the one given when none fits."""
    for near in (year, year - 1, year + 1):
        point = month_or_day(near, month, day)
        if point and point.earliest and point.earliest.isoweekday() == weekday:
            return near
    return year
