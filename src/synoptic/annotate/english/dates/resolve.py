"""Set time expressions on the calendar, as far as the report allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.dates import calendar as cal
from synoptic.annotate.english.dates import days, years
from synoptic.annotate.english.dates.clock import time_of_day
from synoptic.annotate.english.dates.lengths import (
    compound_value,
    duration_value,
    moved,
    set_value,
)
from synoptic.annotate.english.dates.memory import NEAR, Memory

if TYPE_CHECKING:
    from synoptic.annotate.english.dates.calendar import Point
    from synoptic.annotate.english.dates.expression import Expression
    from synoptic.model import TimexType

_CLOCKS = {"NOON": "12:00", "MIDNIGHT": "00:00"}
_COARSE = {"MO": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Y": "XXXX"}
_CLOCK_NEAR = 8  # sentences


class Resolved(NamedTuple):
    """What an expression means.

    Attributes:
        anchored: `now`, `text` or "" for what it was resolved against.
    """

    type: TimexType
    value: str
    earliest: date | None
    latest: date | None
    anchored: str = ""
    grain: str = ""


@dataclass(slots=True)
class Resolver:
    """Reads expressions in order and remembers what was spoken of.

    Attributes:
        start: Where a printed stretch began, for its end.
    """

    memory: Memory
    start: date | None = None

    def resolve(self, expression: Expression, tense: int, distance: int) -> Resolved:
        """The meaning of the next expression of the text."""
        shape = expression.shape
        if expression.beside is not None:
            return self._beside(expression, expression.beside, tense, distance)
        if shape == "reference":
            return Resolved("DATE", expression.code, None, None)
        if shape == "set":
            return Resolved("SET", set_value(expression), None, None)
        if shape == "duration":
            return self._duration(expression)
        if shape == "clock":
            return self._clock(expression)
        resolved = self._date(expression, tense, distance)
        if expression.linked:
            resolved = self._after_start(expression, resolved)
        self.start = resolved.earliest
        if expression.clock or expression.part_of_day:
            resolved = self._timed(expression, resolved)
        return resolved

    def _after_start(self, e: Expression, end: Resolved) -> Resolved:
        """The end of a stretch, moved behind its start: "from November to March"."""
        if self.start is None or end.earliest is None or end.earliest >= self.start:
            return end
        if e.shape == "weekday":
            point = cal.day_point(cal.add_days(end.earliest, 7))
        else:
            moved_on = years.month_or_day(end.earliest.year + 1, e.month or 1, e.day)
            if moved_on is None:
                return end
            point = moved_on
        self.memory.remember(point)
        return end._replace(
            value=point.value, earliest=point.earliest, latest=point.latest
        )

    # What follows turns one shape into a point of the calendar.

    def _date(self, e: Expression, tense: int, distance: int) -> Resolved:
        point: Point | None = None
        loose = "XXXX-XX-XX"
        anchored = ""
        if e.shape in {"day", "month"}:
            point, anchored, loose = years.month_day(self.memory, e, tense, distance)
        elif e.shape == "year" and e.year is not None:
            point = cal.year_point(e.year, 1 + (e.until or 0))
        elif e.shape == "decade" and e.year is not None:
            point = cal.decade_point(e.year)
        elif e.shape == "century" and e.year is not None:
            point = cal.century_point(e.year)
        elif e.shape == "season":
            point, anchored = years.season(self.memory, e, tense)
            loose = f"XXXX-{e.code}"
        elif e.shape in {"quarter", "half"}:
            point, anchored = years.quarter(self.memory, e, tense)
            loose = f"XXXX-{'Q' if e.shape == 'quarter' else 'H'}{e.day}"
        elif e.shape == "weekday":
            point, anchored = days.weekday(self.memory, e, tense, distance)
            loose = f"XXXX-WXX-{e.weekday}"
        elif e.shape == "feast":
            point, anchored, loose = days.feast(self.memory, e, tense)
        elif e.shape == "shift":
            return self._shift(e, tense)
        elif e.shape == "deictic":
            point, anchored = days.deictic(self.memory, e, tense, distance)
            if point is None:
                return self._loose_shift(e)
            loose = _COARSE.get(e.unit, "XXXX-XX-XX")
        if point is None:
            return Resolved("DATE", loose, None, None)
        if e.shape == "month" and e.count is not None and point.earliest:
            point = cal.ranked_day(point.earliest, int(e.count), e.weekday) or point
        elif (e.shape, e.part) == ("day", "week") and point.earliest:
            point = cal.week_point(point.earliest)  # "the week of March 24"
        point = cal.narrowed(point, e.part, self.memory.now)
        self.memory.remember(point)
        if e.shape == "weekday" and point.earliest:
            self.memory.weekdays[e.weekday or 1] = point.earliest
        if e.until and e.shape == "day" and point.earliest and point.grain == "D":
            month = cal.month_point(point.earliest.year, point.earliest.month)
            end = cal.add_days(point.earliest, e.until - (e.day or e.until))
            end = min(end, month.latest or end)
            value = f"{point.value}/{end.isoformat()}"
            return Resolved("DATE", value, point.earliest, end, anchored, "D")
        return Resolved(
            "DATE", point.value, point.earliest, point.latest, anchored, point.grain
        )

    def _shift(self, e: Expression, tense: int) -> Resolved:
        if e.count is None:
            if e.unit in {"H", "M"}:
                return Resolved("DURATION", duration_value(None, e.unit), None, None)
            code = "PAST_REF" if (e.way or 0) < 0 else "FUTURE_REF"
            return Resolved("DATE", code, None, None)
        if e.unit in {"H", "M"}:
            return Resolved("DURATION", duration_value(e.count, e.unit), None, None)
        base, anchored = self.memory.base(e)
        if e.part == "overnight" and base:
            base = cal.add_days(base, -1) if tense <= 0 else base
        if base is None:
            return self._loose_shift(e)
        day = moved(base, e.count, e.unit, e.way or 0)
        if day is None:
            return Resolved("DATE", "XXXX-XX-XX", None, None)
        if e.unit == "W" and e.base == "text":
            point = cal.week_point(day)
        else:
            point = cal.at_grain(day, e.unit)
        now, begins = self.memory.now, point.earliest
        if anchored == "text" and tense <= 0 and now and begins and begins > now:
            return self._loose_shift(e)  # "later" than something told further back
        self.memory.remember(point)
        return Resolved(
            "DATE", point.value, point.earliest, point.latest, anchored, point.grain
        )

    def _loose_shift(self, e: Expression) -> Resolved:
        days = int(e.count if e.count is not None else 1) * (e.way or 0)
        recent = self.memory.sentence - self.memory.partial_sentence <= NEAR
        if e.base == "text" and e.unit == "D" and self.memory.partial and recent:
            # Any leap year will do: the year is not known, nor shown.
            there = cal.add_days(date(2000, *self.memory.partial), days)
            self.memory.partial = there.month, there.day
            value = f"XXXX-{there.month:02d}-{there.day:02d}"
            return Resolved("DATE", value, None, None, "text")
        return Resolved("DATE", _COARSE.get(e.unit, "XXXX-XX-XX"), None, None)

    def _beside(
        self, e: Expression, other: Expression, tense: int, distance: int
    ) -> Resolved:
        """Count from a date printed beside: "two weeks before May 13"."""
        there = self._date(other, tense, distance)
        if there.earliest is None or (e.count is None and e.shape == "shift"):
            return there._replace(value="XXXX-XX-XX", earliest=None, latest=None)
        if e.shape == "weekday":
            monday = cal.add_days(there.earliest, -there.earliest.weekday())
            point = cal.day_point(cal.add_days(monday, (e.weekday or 1) - 1))
        else:
            count = Decimal(1) if e.count is None else e.count
            day = moved(there.earliest, count, e.unit, e.way or 1)
            if day is None:
                return there
            exact = there.grain == "D" and e.unit in {"D", "W", "MO", "Y"}
            if e.part == "ago":  # "a year ago Friday" is a day of that week
                point = cal.at_grain(day, "MO" if there.grain == "MO" else "W")
            else:
                point = cal.day_point(day) if exact else cal.at_grain(day, e.unit)
        self.memory.remember(point)
        resolved = Resolved(
            "DATE",
            point.value,
            point.earliest,
            point.latest,
            there.anchored,
            point.grain,
        )
        return self._timed(e, resolved) if e.clock or e.part_of_day else resolved

    def _duration(self, e: Expression) -> Resolved:
        value = compound_value(e)
        if not (e.period and e.way and self.memory.now and e.count):
            return Resolved("DURATION", value, None, None)
        end = moved(self.memory.now, e.count, e.unit, e.way)
        if end is None:
            return Resolved("DURATION", value, None, None)
        first, last = sorted((self.memory.now, end))
        return Resolved("DURATION", value, first, last, "now")

    def _clock(self, e: Expression) -> Resolved:
        time = f"T{time_of_day(e)}{e.zone}"
        if self.memory.here == self.memory.sentence and self.memory.day_here:
            day, bounds = self.memory.day_here, self.memory.last_day
        elif (
            self.memory.last_day
            and self.memory.sentence - self.memory.day_sentence <= _CLOCK_NEAR
        ):
            day, bounds = self.memory.last_day.value, self.memory.last_day
            if (
                self.memory.sentence - self.memory.day_sentence > 1
                and self.memory.now
                and bounds.latest
            ):
                # Most likely the day told before; it may be the report's own.
                first, last = sorted(
                    (bounds.earliest or self.memory.now, self.memory.now)
                )
                return Resolved("TIME", day + time, first, last, "text", "T")
        elif self.memory.now and not self.memory.narrative:
            bounds = cal.day_point(self.memory.now)
            return Resolved(
                "TIME",
                bounds.value + time,
                self.memory.now,
                self.memory.now,
                "now",
                "T",
            )
        else:
            day, bounds = "XXXX-XX-XX", None
        if bounds is None or day.startswith("X"):
            return Resolved("TIME", day + time, None, None, "text", "T")
        return Resolved("TIME", day + time, bounds.earliest, bounds.latest, "text", "T")

    def _timed(self, e: Expression, day: Resolved) -> Resolved:
        if day.grain not in {"D", ""} and not day.value.startswith("X"):
            return day._replace(type="TIME", value=f"{day.value}T{e.part_of_day}")
        time = time_of_day(e) or _CLOCKS.get(e.part_of_day, e.part_of_day)
        return day._replace(type="TIME", value=f"{day.value}T{time}{e.zone}", grain="T")
