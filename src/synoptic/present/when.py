"""Times of the timeline in words; the page and the terminal share them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from synoptic.present.wording import one_line
from synoptic.text.days import day_in_words

if TYPE_CHECKING:
    from synoptic.model import Happening


def when(happening: Happening) -> str:
    """When it happened, as precise as it was printed: "11 March 2025", "2022"."""
    try:
        first = date.fromisoformat(happening.earliest)
        last = date.fromisoformat(happening.latest)
    except ValueError:  # a document that another hand wrote
        return one_line(happening.value)
    value = happening.value.partition("T")[0]
    if first == last:
        return day_in_words(first)
    if len(value) == 4 and value.isdecimal():
        return _in_year(first, last)
    if len(value) == 3 and value.isdecimal():
        return f"{value}0s"
    season = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
    if value[5:7] in season:
        return f"{season[value[5:7]]} {value[:4]}"
    if len(value) == 7 and (first.year, first.month) == (last.year, last.month):
        return _in_month(first, last)
    return _between(first, last)


def _in_year(first: date, last: date) -> str:
    """A year, a named part of it, or as much of it as had passed by some day."""
    begins, ends = date(first.year, 1, 1), date(first.year, 12, 31)
    part = _part(begins, first, last, ends)
    if part is not None:
        return f"{part}{first.year}"
    if first == begins:
        return f"{first.year}, up to {last.day} {last:%B}"
    return f"{first.year}, from {first.day} {first:%B}"


def _in_month(first: date, last: date) -> str:
    ends = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    part = _part(first.replace(day=1), first, last, ends - timedelta(days=1))
    if part is None:
        return _between(first, last)
    return f"{part}{first:%B} {first.year}"


def _part(begins: date, first: date, last: date, ends: date) -> str | None:
    """Which part of a time is meant, a half or what lies around its middle.

    None: it goes from or up to some other day, as in "earlier this year".
    """
    if (first, last) == (begins, ends):
        return ""
    if first > begins and last < ends:
        return "mid-"
    half = (ends - begins).days // 2
    if first == begins and abs((last - begins).days - half) <= 1:
        return "early "
    if last == ends and abs((ends - first).days - half) <= 1:
        return "late "
    return None


def _between(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%b} to {last.day} {last:%b} {last.year}"
    return f"{first.day} to {last.day} {last:%B} {last.year}"
