"""Set time expressions on the calendar, as far as the report allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.dates import calendar as cal
from synoptic.annotate.english.dates.calendar import Point
from synoptic.annotate.english.dates.clock import time_of_day
from synoptic.annotate.english.dates.feasts import FEASTS, feast_day
from synoptic.annotate.english.dates.lengths import (
    compound_value,
    duration_value,
    moved,
    set_value,
)
from synoptic.annotate.english.dates.tables import SEASON_MONTHS

if TYPE_CHECKING:
    from synoptic.annotate.english.dates.expression import Expression
    from synoptic.model import TimexType

_CLOCKS = {"NOON": "12:00", "MIDNIGHT": "00:00"}
_COARSE = {"MO": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Y": "XXXX"}
# How many sentences back "the next day" may look for its day.
_MEMORY = 3
_CLOCK_MEMORY = 8  # sentences
_ASIDE = 3  # years


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
        now: The report's own day; None when the report has none.
        narrative: A telling of past events, where a date takes the year told before.
    """

    now: date | None
    narrative: bool = False
    sentence: int = 0
    last: Point | None = None
    last_day: Point | None = None
    day_sentence: int = -99
    last_sentence: int = -99
    partial: tuple[int, int] | None = None  # month and day, their year not known
    partial_sentence: int = -99
    day_here: str = field(default="")
    here: int = -1
    aside: int = 0
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
            moved_on = _month_or_day(end.earliest.year + 1, e.month or 1, e.day)
            if moved_on is None:
                return end
            point = moved_on
        self._remember(point)
        return end._replace(
            value=point.value, earliest=point.earliest, latest=point.latest
        )

    # What follows turns one shape into a point of the calendar.

    def _date(self, e: Expression, tense: int, distance: int) -> Resolved:
        point: Point | None = None
        loose = "XXXX-XX-XX"
        anchored = ""
        if e.shape in {"day", "month"}:
            point, anchored, loose = self._month_day(e, tense, distance)
        elif e.shape == "year" and e.year is not None:
            point = cal.year_point(e.year, 1 + (e.until or 0))
        elif e.shape == "decade" and e.year is not None:
            point = cal.decade_point(e.year)
        elif e.shape == "century" and e.year is not None:
            point = cal.century_point(e.year)
        elif e.shape == "season":
            point, anchored = self._season(e, tense)
            loose = f"XXXX-{e.code}"
        elif e.shape in {"quarter", "half"}:
            point, anchored = self._quarter(e, tense)
            loose = f"XXXX-{'Q' if e.shape == 'quarter' else 'H'}{e.day}"
        elif e.shape == "weekday":
            point, anchored = self._weekday(e, tense)
            loose = f"XXXX-WXX-{e.weekday}"
        elif e.shape == "feast":
            point, anchored, loose = self._feast(e, tense)
        elif e.shape == "shift":
            return self._shift(e, tense)
        elif e.shape == "deictic":
            point, anchored = self._deictic(e, tense)
            if point is None:
                return self._loose_shift(e)
            loose = _COARSE.get(e.unit, "XXXX-XX-XX")
        if point is None:
            return Resolved("DATE", loose, None, None)
        point = cal.narrowed(point, e.part, self.now)
        self._remember(point)
        if e.until and e.shape == "day" and point.earliest and point.grain == "D":
            month = cal.month_point(point.earliest.year, point.earliest.month)
            end = cal.add_days(point.earliest, e.until - (e.day or e.until))
            end = min(end, month.latest or end)
            value = f"{point.value}/{end.isoformat()}"
            return Resolved("DATE", value, point.earliest, end, anchored, "D")
        return Resolved(
            "DATE", point.value, point.earliest, point.latest, anchored, point.grain
        )

    def _month_day(
        self, e: Expression, tense: int, distance: int
    ) -> tuple[Point | None, str, str]:
        month = e.month or 1
        loose = f"XXXX-{month:02d}" + (f"-{e.day:02d}" if e.day else "")
        if e.year is not None:
            return _month_or_day(e.year, month, e.day), "", loose
        year, anchored = self._year_for(e, month, tense, distance)
        if year is None:
            if e.day:
                self.partial, self.partial_sentence = (month, e.day), self.sentence
            return None, "", loose
        if e.weekday and e.day and anchored == "now":
            year = _year_of_weekday(year, month, e.day, e.weekday)
        return _month_or_day(year, month, e.day), anchored, loose

    def _year_for(
        self, e: Expression, month: int, tense: int, distance: int
    ) -> tuple[int | None, str]:
        told = self.last.earliest if self.last else None
        if self.narrative and e.way is None:
            if told is None:
                if self.last and self.last.value.startswith("BC"):
                    return -int(self.last.value[2:6]), "text"
                return None, ""
            year = told.year
            later = self.last is not None and self.last.grain in {"D", "MO"}
            if later and month < told.month - 5 and e.day is None:
                year += 1
            return year, "text"
        if self.now is None:
            return None, ""
        now = self.now
        if e.code == "year":
            return now.year + (e.way or 0), "now"
        day = e.day or min(now.day, 28)
        here = (month, day) if e.day else (month, now.day)
        passed = here <= (now.month, now.day)
        if e.way is not None and e.base == "text" and told:
            return told.year + (e.way > 0 and month <= told.month), "text"
        if e.way == -1:
            before = passed and (month != now.month or bool(e.day))
            return now.year - (not before), "now"
        if e.way == 1:
            return now.year + (passed or month == now.month), "now"
        if e.way == 0:
            return now.year, "now"
        if month == now.month and not e.day:
            return now.year, "now"
        if tense < 0 and not passed:
            # A far verb says less than the calendar: "ahead of the Nov. 6 vote".
            ahead = (month - now.month) % 12
            near = e.day is not None and ahead == 0
            return now.year - (not (near or (distance > 4 and ahead <= 6))), "now"
        if tense > 0 and passed:
            ago = (now.month - month) % 12
            near = ago == 0 and (now.day - day) <= 7
            return now.year + (not near and (distance <= 6 or ago > 6)), "now"
        if tense == 0:
            apart = (month - now.month) % 12
            if not passed and apart > 8:
                return now.year - 1, "now"
            if passed and (now.month - month) % 12 > 8:
                return now.year + 1, "now"
        return now.year, "now"

    def _season(self, e: Expression, tense: int) -> tuple[Point | None, str]:
        if e.year is not None:
            return cal.season_point(e.year, e.code), ""
        told = self.last.earliest if self.last else None
        if (self.narrative or e.base == "text") and e.way is None:
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
        if self.now is None:
            return None, ""
        now, start = self.now, SEASON_MONTHS[e.code]
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

    def _quarter(self, e: Expression, tense: int) -> tuple[Point | None, str]:
        months = 3 if e.shape == "quarter" else 6
        number = e.day or 1
        if number * months > 12:
            return None, ""
        if e.year is not None:
            return cal.quarter_point(e.year, number, months=months), ""
        if self.narrative and self.last and self.last.earliest:
            year = self.last.earliest.year
            return cal.quarter_point(year, number, months=months), "text"
        if self.now is None:
            return None, ""
        year = self.now.year + (e.way or 0)
        begins = (number - 1) * months + 1
        if e.way is None and begins > self.now.month and tense <= 0:
            year -= 1
        elif e.way is None and begins + months <= self.now.month and tense > 0:
            year += 1
        return cal.quarter_point(year, number, months=months), "now"

    def _weekday(self, e: Expression, tense: int) -> tuple[Point | None, str]:
        wanted = e.weekday or 1
        if e.base == "text":
            day = self._text_day()
            if day is None:
                return None, ""
            ahead = (wanted - day.isoweekday()) % 7
            if e.way == 1:
                return cal.day_point(cal.add_days(day, ahead or 7)), "text"
            if e.way == -1:
                back = (day.isoweekday() - wanted) % 7 or 7
                return cal.day_point(cal.add_days(day, -back)), "text"
            return cal.day_point(cal.add_days(day, ahead)), "text"
        if self.now is None:
            return None, ""
        now, today = self.now, self.now.isoweekday()
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
        back = ahead - 7 if ahead else 0
        return cal.day_point(cal.add_days(now, ahead if tense > 0 else back)), "now"

    def _feast(self, e: Expression, tense: int) -> tuple[Point | None, str, str]:
        rule = FEASTS[tuple(e.code.split(" "))]
        loose = "XXXX-XX-XX"
        if isinstance(rule[0], int) and isinstance(rule[1], int):
            loose = f"XXXX-{rule[0]:02d}-{rule[1]:02d}"
        year, anchored = e.year, ""
        if year is None and self.narrative and self.last and self.last.earliest:
            year, anchored = self.last.earliest.year, "text"
        if year is None:
            if self.now is None:
                return None, "", loose
            now, anchored = self.now, "now"
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
        return cal.day_point(day), anchored, loose

    def _shift(self, e: Expression, tense: int) -> Resolved:
        if e.count is None:
            if e.unit in {"H", "M"}:
                return Resolved("DURATION", duration_value(None, e.unit), None, None)
            code = "PAST_REF" if (e.way or 0) < 0 else "FUTURE_REF"
            return Resolved("DATE", code, None, None)
        if e.unit in {"H", "M"}:
            return Resolved("DURATION", duration_value(e.count, e.unit), None, None)
        base, anchored = self._base(e)
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
            point = _at_grain(day, e.unit)
        self._remember(point)
        return Resolved(
            "DATE", point.value, point.earliest, point.latest, anchored, point.grain
        )

    def _loose_shift(self, e: Expression) -> Resolved:
        days = int(e.count if e.count is not None else 1) * (e.way or 0)
        recent = self.sentence - self.partial_sentence <= _MEMORY
        if e.base == "text" and e.unit == "D" and self.partial and recent:
            # Any leap year will do: the year is not known, nor shown.
            there = cal.add_days(date(2000, *self.partial), days)
            self.partial = there.month, there.day
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
            day = moved(there.earliest, e.count or Decimal(1), e.unit, e.way or 1)
            if day is None:
                return there
            exact = there.grain == "D" and e.unit in {"D", "W", "MO", "Y"}
            point = cal.day_point(day) if exact else _at_grain(day, e.unit)
        self._remember(point)
        resolved = Resolved(
            "DATE",
            point.value,
            point.earliest,
            point.latest,
            there.anchored,
            point.grain,
        )
        return self._timed(e, resolved) if e.clock or e.part_of_day else resolved

    def _deictic(self, e: Expression, tense: int) -> tuple[Point | None, str]:
        base, anchored = self._base(e)
        if base is None:
            return None, ""
        way = e.way or 0
        if e.unit == "D":
            if (
                e.base == "text"
                and e.part_of_day
                and way == 0
                and self.last_day is None
            ):
                return (self.last, "text") if self.last else (None, "")
            return cal.day_point(cal.add_days(base, way)), anchored
        if e.unit == "WE" and e.way is None:
            # "over the weekend": at the start of a week the last one, later the next.
            early = base.isoweekday() <= 3 if tense == 0 else tense < 0
            before = early and base.isoweekday() < 6
            return cal.weekend_point(cal.add_days(base, -7 if before else 0)), anchored
        if e.unit == "WE" and way == -1 and base.isoweekday() == 7:
            return cal.weekend_point(cal.add_days(base, -7)), anchored
        day = moved(base, Decimal(abs(way)), e.unit, 1 if way >= 0 else -1)
        return (_at_grain(day or base, e.unit), anchored)

    def _duration(self, e: Expression) -> Resolved:
        value = compound_value(e)
        if not (e.period and e.way and self.now and e.count):
            return Resolved("DURATION", value, None, None)
        end = moved(self.now, e.count, e.unit, e.way)
        if end is None:
            return Resolved("DURATION", value, None, None)
        first, last = sorted((self.now, end))
        return Resolved("DURATION", value, first, last, "now")

    def _clock(self, e: Expression) -> Resolved:
        time = f"T{time_of_day(e)}{e.zone}"
        if self.here == self.sentence and self.day_here:
            day, bounds = self.day_here, self.last_day
        elif self.last_day and self.sentence - self.day_sentence <= _CLOCK_MEMORY:
            day, bounds = self.last_day.value, self.last_day
            if self.sentence - self.day_sentence > 1 and self.now and bounds.latest:
                # Most likely the day told before; it may be the report's own.
                first, last = sorted((bounds.earliest or self.now, self.now))
                return Resolved("TIME", day + time, first, last, "text", "T")
        elif self.now and not self.narrative:
            bounds = cal.day_point(self.now)
            return Resolved("TIME", bounds.value + time, self.now, self.now, "now", "T")
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

    # What was spoken of.

    def _base(self, e: Expression) -> tuple[date | None, str]:
        if e.base == "now" and not self.narrative:
            return self.now, "now"
        if e.unit in {"D", "W", "WE", "N"}:
            day = self._text_day()
            return day, "text"
        if self.last and self.last.earliest:
            near = self.narrative or self.sentence - self.last_sentence <= 1
            if near:
                return self.last.earliest, "text"
        # "from a year earlier" in a report of figures: a year before the report.
        if self.narrative or (e.shape == "shift" and e.way == 1):
            return None, ""
        return self.now, "now"

    def _text_day(self) -> date | None:
        if self.last_day is None or self.sentence - self.day_sentence > _MEMORY * (
            3 if self.narrative else 1
        ):
            return None
        return self.last_day.earliest

    def _remember(self, point: Point) -> None:
        if self.narrative and point.grain == "Y" and point.earliest:
            told = self.last.earliest if self.last else None
            far = told is not None and abs(told.year - point.earliest.year) > _ASIDE
            if far and self.aside != point.earliest.year // _ASIDE:
                # One distant year is an aside; a second one near it moves the telling.
                self.aside = point.earliest.year // _ASIDE
                return
        self.last, self.last_sentence = point, self.sentence
        if point.grain == "D":
            self.last_day, self.day_sentence = point, self.sentence
            self.day_here, self.here = point.value, self.sentence
        elif point.grain in {"MO", "Y"} and self.narrative:
            self.last_day = None


def _month_or_day(year: int, month: int, day: int | None) -> Point | None:
    if day is None:
        return cal.month_point(year, month)
    if year < 0:
        return Point(f"BC{-year:04d}-{month:02d}-{day:02d}", "D", None, None)
    try:
        return cal.day_point(date(cal.clamp(year), month, day))
    except ValueError:  # February 29 of a common year
        return None


def _year_of_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """The year of a day whose weekday is printed; the one given when none fits."""
    for near in (year, year - 1, year + 1):
        point = _month_or_day(near, month, day)
        if point and point.earliest and point.earliest.isoweekday() == weekday:
            return near
    return year


def _at_grain(day: date, unit: str) -> Point:
    if unit in {"W", "FN"}:
        return cal.week_point(day)
    if unit == "WE":
        return cal.weekend_point(day)
    if unit == "MO":
        return cal.month_point(day.year, day.month)
    if unit == "Q":
        return cal.quarter_point(day.year, (day.month - 1) // 3 + 1)
    if unit == "Y":
        return cal.year_point(day.year)
    if unit == "DE":
        return cal.decade_point(day.year)
    if unit == "CE":
        return cal.century_point((day.year - 1) // 100 + 1)
    return cal.day_point(day)
