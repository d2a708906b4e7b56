"""The day or week that a name or a pointing word means: "Easter", "last week"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates import calendar as cal
from synoptic.annotate.english.dates.feasts import FEASTS, feast_day
from synoptic.annotate.english.dates.lengths import moved

if TYPE_CHECKING:
    from synoptic.annotate.english.dates.calendar import Point
    from synoptic.annotate.english.dates.expression import Expression
    from synoptic.annotate.english.dates.memory import Memory


_BESIDE = 3  # words between a verb and what it governs
_NEAR_VERB = 4  # words
_HALF = {"W": 3, "MO": 15, "Y": 182}  # days


def weekday(
    memory: Memory, e: Expression, tense: int, distance: int
) -> tuple[Point | None, str]:
    """The day of a week, and what it was set against."""
    wanted = e.weekday or 1
    if e.base == "text":
        day = memory.text_day()
        if day is None:
            return None, ""
        ahead = (wanted - day.isoweekday()) % 7
        if e.way == 1:
            return cal.day_point(cal.add_days(day, ahead or 7)), "text"
        if e.way == -1:
            back = (day.isoweekday() - wanted) % 7 or 7
            return cal.day_point(cal.add_days(day, -back)), "text"
        return cal.day_point(cal.add_days(day, ahead)), "text"
    if memory.now is None:
        return None, ""
    if e.possessed and e.way is None and wanted in memory.weekdays:
        return cal.day_point(memory.weekdays[wanted]), "text"  # the one told before
    now, today = memory.now, memory.now.isoweekday()
    ahead = (wanted - today) % 7
    if e.way == -1:
        return cal.day_point(cal.add_days(now, ahead - 7)), "now"
    if e.way == 1 and e.part == "coming":
        return cal.day_point(cal.add_days(now, ahead or 7)), "now"
    if e.way == 1:
        # "next Tuesday" is the one of next week, "on Tuesday" the coming one.
        return cal.day_point(cal.add_days(now, wanted - today + 7)), "now"
    if e.way == 0:
        return cal.day_point(cal.add_days(now, wanted - today)), "now"
    if e.part == "week":
        return cal.day_point(cal.add_days(now, (ahead or 7) + 7)), "now"
    back = ahead - 7 if ahead else 0
    if tense < 0 and ahead == 1 and distance > _NEAR_VERB:
        return None, ""  # six days ago or tomorrow: a far verb does not tell
    coming = tense > 0 or (tense == 0 and ahead == 1)
    return cal.day_point(cal.add_days(now, ahead if coming else back)), "now"


def feast(memory: Memory, e: Expression, tense: int) -> tuple[Point | None, str, str]:
    """The feast, what it was set against, and its value when no year is known."""
    rule = FEASTS[tuple(e.code.split(" "))]
    loose = "XXXX-XX-XX"
    if isinstance(rule[0], int) and isinstance(rule[1], int):
        loose = f"XXXX-{rule[0]:02d}-{rule[1]:02d}"
    year, anchored = e.year, ""
    if year is None and memory.narrative and memory.last and memory.last.earliest:
        year, anchored = memory.last.earliest.year, "text"
    if year is None:
        if memory.now is None:
            return None, "", loose
        now, anchored = memory.now, "now"
        around = [feast_day(e.code, now.year + n) for n in (-1, 0, 1)]
        days = [day for day in around if day]
        if e.way == -1 or (e.way is None and tense < 0):
            days = [d for d in days if d <= now] or days
            best = max(days, default=None)
        elif e.way == 1 or tense > 0:
            best = min([d for d in days if d >= now] or days, default=None)
        else:
            best = min(days, key=lambda d: abs((d - now).days), default=None)
        day = best
    else:
        day = feast_day(e.code, year) if 1900 <= year <= 2100 else None
    if day is None:
        return None, "", loose
    if e.part == "weekend":
        # Of a Monday or Tuesday the weekend before, of a Thursday the one after.
        saturday = cal.add_days(day, -7 if day.isoweekday() <= 2 else 0)
        point = cal.weekend_point(saturday)
        first, last = point.earliest or day, point.latest or day
        return (
            point._replace(earliest=min(first, day), latest=max(last, day)),
            anchored,
            loose,
        )
    return cal.day_point(day), anchored, loose


def deictic(
    memory: Memory, e: Expression, tense: int, distance: int
) -> tuple[Point | None, str]:
    """The day, week, month or longer before, at or after its base, and what that is."""
    base, anchored = memory.base(e)
    if base is None:
        return None, ""
    way = e.way or 0
    if e.unit == "D":
        if e.base == "text" and e.part_of_day and way == 0 and memory.last_day is None:
            return (memory.last, "text") if memory.last else (None, "")
        return cal.day_point(cal.add_days(base, way)), anchored
    if e.unit == "WE" and e.way is None:
        # "over the weekend": at the start of a week the last one, later the next.
        early = base.isoweekday() <= 3 if tense == 0 else tense < 0
        before = early and base.isoweekday() < 6
        return cal.weekend_point(cal.add_days(base, -7 if before else 0)), anchored
    if e.unit == "WE" and way == 0 and tense < 0 and base.isoweekday() < 4:
        way = -1  # on a Tuesday "this weekend's fires took" tells of the last one
    if e.unit == "WE" and way == -1 and base.isoweekday() == 7:
        return cal.weekend_point(cal.add_days(base, -7)), anchored
    if (e.unit, way, anchored) == ("W", -1, "now") and base.isoweekday() == 7:
        way = 0  # on a Sunday "last week" is the one that ends
    gone = tense < 0 and distance <= _BESIDE and base.month <= 6
    if (e.unit, e.way, e.part) == ("Y", 0, "end") and anchored == "now" and gone:
        way = -1  # in March "left at the end of the year" is told of the last one
    if e.part == "past" and e.unit in _HALF:
        # "this past week" on a Monday is the one that ended, on a Friday this one
        return cal.at_grain(cal.add_days(base, -_HALF[e.unit]), e.unit), anchored
    day = moved(base, Decimal(abs(way)), e.unit, 1 if way >= 0 else -1)
    return (cal.at_grain(day or base, e.unit), anchored)
