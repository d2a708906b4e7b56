"""Days, weeks and months as spans of the calendar, and their TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from synoptic.annotate.english.dates.tables import SEASON_MONTHS


class Point(NamedTuple):
    """A stretch of the calendar with its TIMEX3 value.

    Attributes:
        grain: `D` day, `W` week, `WE` weekend, `MO`, `S` season, `Q`, `HY` half-year,
            `Y`, `DE`, `CE`.
        earliest, latest: None when the year is not known.
    """

    value: str
    grain: str
    earliest: date | None
    latest: date | None


def clamp(year: int) -> int:
    """A year that `datetime.date` can hold."""
    return min(9999, max(1, year))


def day_point(day: date) -> Point:
    """One day."""
    return Point(day.isoformat(), "D", day, day)


def week_point(day: date) -> Point:
    """The ISO week of a day."""
    monday = add_days(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return Point(f"{year:04d}-W{week:02d}", "W", monday, add_days(monday, 6))


def weekend_point(day: date) -> Point:
    """The Saturday and Sunday of a day's ISO week."""
    week = week_point(day)
    saturday = add_days(day, 5 - day.weekday())
    return Point(f"{week.value}-WE", "WE", saturday, add_days(saturday, 1))


def month_point(year: int, month: int) -> Point:
    """One month."""
    if year < 0:
        return Point(f"BC{-year:04d}-{month:02d}", "MO", None, None)
    return Point(
        f"{year:04d}-{month:02d}",
        "MO",
        date(clamp(year), month, 1),
        date(clamp(year), month, monthrange(clamp(year), month)[1]),
    )


def year_point(year: int, years: int = 1) -> Point:
    """One year, or a run of them; negative years are before our era."""
    if year < 0:
        return Point(f"BC{-year:04d}", "Y", None, None)
    value = f"{year:04d}" if years == 1 else f"{year:04d}/{year + years - 1:04d}"
    last = clamp(year + years - 1)
    return Point(value, "Y", date(clamp(year), 1, 1), date(last, 12, 31))


def decade_point(year: int) -> Point:
    """The decade that starts in a year."""
    first = year - year % 10
    return Point(
        f"{first // 10:03d}",
        "DE",
        date(clamp(first), 1, 1),
        date(clamp(first + 9), 12, 31),
    )


def century_point(number: int) -> Point:
    """The nineteenth century is 19; before our era negative."""
    if number <= 0:
        return Point(f"BC{-number - 1:02d}", "CE", None, None)
    first = clamp((number - 1) * 100 + 1)
    return Point(
        f"{number - 1:02d}", "CE", date(first, 1, 1), date(clamp(first + 99), 12, 31)
    )


def season_point(year: int, code: str) -> Point:
    """A season of the northern year; a winter reaches into both years it may mean."""
    value = f"{year:04d}-{code}" if year >= 0 else f"BC{-year:04d}-{code}"
    if year < 0:
        return Point(value, "S", None, None)
    first = date(clamp(year), SEASON_MONTHS[code], 1)
    if code == "WI":
        return Point(
            value, "S", date(clamp(year - 1), 12, 1), date(clamp(year + 1), 3, 1)
        )
    month = SEASON_MONTHS[code] + 2
    last = date(clamp(year), month, monthrange(clamp(year), month)[1])
    return Point(value, "S", first, last)


def quarter_point(year: int, number: int, *, months: int = 3) -> Point:
    """A quarter, or with six months a half, of a year."""
    letter = "Q" if months == 3 else "H"
    first = date(clamp(year), (number - 1) * months + 1, 1)
    last_month = first.month + months - 1
    last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    grain = "Q" if months == 3 else "HY"
    return Point(f"{year:04d}-{letter}{number}", grain, first, last)


def ranked_day(month: date, rank: int, weekday: int | None) -> Point | None:
    """The third Monday of a month, or with no weekday its third weekend; -1 the last.

    Args:
        month: Its first day.
        rank: From 1 on.
        weekday: Monday is 1.
    """
    wanted = weekday or 6
    last = month_point(month.year, month.month).latest or month
    if rank < 0:
        day = add_days(last, -((last.isoweekday() - wanted) % 7))
    else:
        ahead = (wanted - month.isoweekday()) % 7
        day = add_days(month, ahead + 7 * (rank - 1))
    if day.month != month.month:
        return None
    return day_point(day) if weekday else weekend_point(day)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = clamp(index // 12), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """A day so many days away, held inside the calendar."""
    ordinal = min(date.max.toordinal(), max(1, day.toordinal() + days))
    return date.fromordinal(ordinal)


def narrowed(point: Point, part: str, now: date | None) -> Point:
    """The same value with the bounds of its early, middle or late part."""
    first, last = point.earliest, point.latest
    if first is None or last is None or not part:
        return point
    days = (last - first).days + 1
    quarter, half = days // 4, (days + 1) // 2
    if part in {"early", "start"}:
        last = add_days(first, max(half - 1, 0))
        if point.grain == "Y":
            last = (
                date(first.year, 3, 31) if part == "start" else date(first.year, 6, 30)
            )
    elif part in {"late", "end"}:
        first = add_days(last, -max(half - 1, 0))
        if point.grain in {"Y", "DE"}:  # whole months, whole years
            first = date(last.year, 10 if part == "end" else 7, 1)
            first = first if point.grain == "Y" else date(last.year - 4, 1, 1)
    elif part == "mid":
        first, last = add_days(first, quarter), add_days(last, -quarter)
    elif part == "earlier" and now and first <= now <= last:
        # American weeks start on Sunday, so "earlier this week" may mean it.
        first = add_days(first, -1) if point.grain == "W" else first
        last = now
    elif part == "later" and now and first <= now <= last:
        first = now
    return point._replace(earliest=first, latest=last)


def at_grain(day: date, unit: str) -> Point:
    """The stretch of the calendar of a unit's length that holds a day."""
    if unit in {"W", "FN"}:
        return week_point(day)
    if unit == "WE":
        return weekend_point(day)
    if unit == "MO":
        return month_point(day.year, day.month)
    if unit == "Q":
        return quarter_point(day.year, (day.month - 1) // 3 + 1)
    if unit == "Y":
        return year_point(day.year)
    if unit == "DE":
        return decade_point(day.year)
    if unit == "CE":
        return century_point((day.year - 1) // 100 + 1)
    return day_point(day)
