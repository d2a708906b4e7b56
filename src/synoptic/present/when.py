"""Times of the timeline in words; the page and the terminal share them."""

from __future__ import annotations

from datetime import date
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
        whole = (first.month, last.month) == (1, 12)
        return value if whole else f"{_part(first.month, last.month)} {value}"
    if len(value) == 3 and value.isdecimal():
        return f"{value}0s"
    season = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
    if value[5:7] in season:
        return f"{season[value[5:7]]} {value[:4]}"
    if (first.year, first.month) == (last.year, last.month):
        if len(value) == 7 and (first.day > 1 or last.day < 28):
            part = "early" if first.day == 1 else "late"
            return f"{part} {first:%B} {first.year}"
        return f"{first:%B} {first.year}" if len(value) == 7 else _between(first, last)
    return _between(first, last)


def _part(first: int, last: int) -> str:
    """Which part of a year runs from one month to another."""
    if first == 1:
        return "early"
    return "late" if last == 12 else "mid"


def _between(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%b} to {last.day} {last:%b} {last.year}"
    return f"{first.day} to {last.day} {last:%B} {last.year}"
