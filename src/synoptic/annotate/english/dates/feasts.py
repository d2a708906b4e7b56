"""Holidays: their names in print, and the day they fall on in a year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from synoptic.annotate.english.dates.absolute import year_after
from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.figures.lexer import Word, at

# Name in print: a fixed month and day, or country and name in the holidays library.
FEASTS: dict[tuple[str, ...], tuple[int, int] | tuple[str, str]] = {
    ("christmas",): (12, 25),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s"): (1, 1),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("halloween",): (10, 31),
    ("valentine", "'s", "day"): (2, 14),
    ("st", ".", "patrick", "'s", "day"): (3, 17),
    ("st", "patrick", "'s", "day"): (3, 17),
    ("independence", "day"): (7, 4),
    ("bastille", "day"): (7, 14),
    ("cinco", "de", "mayo"): (5, 5),
    ("juneteenth",): (6, 19),
    ("veterans", "day"): (11, 11),
    ("armistice", "day"): (11, 11),
    ("may", "day"): (5, 1),
    ("earth", "day"): (4, 22),
    ("april", "fools", "'", "day"): (4, 1),
    ("groundhog", "day"): (2, 2),
    ("thanksgiving",): ("US", "Thanksgiving Day"),
    ("thanksgiving", "day"): ("US", "Thanksgiving Day"),
    ("memorial", "day"): ("US", "Memorial Day"),
    ("labor", "day"): ("US", "Labor Day"),
    ("columbus", "day"): ("US", "Columbus Day"),
    ("presidents", "day"): ("US", "Washington's Birthday"),
    ("presidents", "'", "day"): ("US", "Washington's Birthday"),
    ("martin", "luther", "king", "jr", ".", "day"): (
        "US",
        "Martin Luther King Jr. Day",
    ),
    ("martin", "luther", "king", "day"): ("US", "Martin Luther King Jr. Day"),
    ("mlk", "day"): ("US", "Martin Luther King Jr. Day"),
    ("good", "friday"): ("GB", "Good Friday"),
    ("easter", "monday"): ("GB", "Easter Monday"),
    ("easter",): ("easter", "0"),
    ("easter", "sunday"): ("easter", "0"),
    ("palm", "sunday"): ("easter", "-7"),
    ("ash", "wednesday"): ("easter", "-46"),
    ("mardi", "gras"): ("easter", "-47"),
    ("black", "friday"): ("after-thanksgiving", "1"),
    ("cyber", "monday"): ("after-thanksgiving", "4"),
    ("election", "day"): ("election", ""),
    ("canada", "day"): (7, 1),
    ("anzac", "day"): (4, 25),
    ("australia", "day"): (1, 26),
}
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted(FEASTS, key=len, reverse=True):
    _BY_FIRST.setdefault(_name[0], []).append(_name)
_LAST_YEAR = 9998
FIRST_WORDS = frozenset(_BY_FIRST)
_PLAIN = {("christmas",), ("easter",), ("thanksgiving",), ("halloween",)}
_NOT_A_DAY = frozenset(
    """tree trees cards card gift gifts song songs carol carols music party parties
    shopping shoppers shopper turkey turkeys dinner dinners lunch lunches meal meals
    feast lights decorations decoration present presents sale sales bonus bonuses spirit
    story stories film films movie movies album single hit cookies pudding stocking
    stockings market markets jumper sweater ornaments wreath list lists egg eggs bunny
    costume costumes candy special concert concerts message messages greetings play
    pageant""".split()
)


def feast(words: list[Word], i: int) -> Expression | None:
    """Read "Christmas", "New Year's Eve", "Election Day 2016"."""
    word = words[i]
    for name in _BY_FIRST.get(word.low, ()):
        if all(at(words, i + n).low == part for n, part in enumerate(name)):
            end = i + len(name)
            named = word.text[0].isupper() or name in _PLAIN
            if not named or at(words, end).low in _NOT_A_DAY:
                return None
            weekend = at(words, end).low == "weekend"
            year = year_after(words, end + weekend)
            return Expression(
                first=i,
                last=year[1] if year else end + weekend,
                shape="feast",
                code=" ".join(name),
                year=year[0] if year else None,
                part="weekend" if weekend else "",
            )
    return None


@cache
def feast_day(code: str, year: int) -> date | None:
    """The day of a holiday in a year; None where the library knows none."""
    if not 1 <= year <= _LAST_YEAR:
        return None
    rule, name = FEASTS[tuple(code.split(" "))]
    if isinstance(rule, int) and isinstance(name, int):
        return date(year, rule, name)
    if rule == "election":  # the Tuesday after the first Monday of November
        first = date(year, 11, 1)
        monday = first + timedelta(days=-first.weekday() % 7)
        return monday + timedelta(days=1)
    if rule == "easter":
        base = _from_library("GB", "Good Friday", year)
        return base + timedelta(days=2 + int(name)) if base else None
    if rule == "after-thanksgiving":
        base = _from_library("US", "Thanksgiving Day", year)
        return base + timedelta(days=int(name)) if base else None
    return _from_library(str(rule), str(name), year)


def _from_library(country: str, name: str, year: int) -> date | None:
    import holidays  # noqa: PLC0415 - 40 ms, and most reports name no holiday

    days = holidays.country_holidays(
        country, subdiv="ENG" if country == "GB" else None, years=year, observed=False
    ).get_named(name, lookup="exact")
    return min(days) if days else None
