"""Time expressions of one sentence that belong together: a clock and its day."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.weekdays import with_part
from synoptic.annotate.english.figures.lexer import Word, at

if TYPE_CHECKING:
    from synoptic.annotate.english.dates.expression import Expression

DAY_SHAPES = frozenset({"day", "weekday", "shift", "feast"})
_BETWEEN = frozenset({",", "at", "around", "about", "by", "on", "-", "from", "shortly"})
_LINKS = frozenset("- – — to and through until till".split())
_TILL = frozenset("- – — to through until till".split())
# Between two days of one year: "on view May 4, 2016, and again May 5".
_SAME_BREATH = frozenset(", and or on in print again then also to".split())

_SAID = frozenset(
    "said says told tweeted wrote added announced posted warned vowed pledged".split()
)
_HEARD = 8  # words


def join(words: list[Word], found: list[Expression]) -> list[Expression]:
    """The expressions of a sentence with those that make one date put together."""
    return _possessed(
        words, _beside(words, _with_years(words, _with_clocks(words, found)))
    )


def _with_clocks(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Join a time of day to the date beside it."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before is None or not _adjacent(words, before, expression):
            joined.append(expression)
        elif before.shape == "clock" and expression.shape in DAY_SHAPES:
            joined[-1] = _at_time(expression, before)
        elif expression.shape == "clock" and before.shape in DAY_SHAPES:
            joined[-1] = _at_time(before, expression)
        else:
            joined.append(expression)
    for n, (a, b) in enumerate(itertools.pairwise(joined)):
        between = [w.low for w in words[a.last : b.first]]
        linked = len(between) == 1 and between[0] in _TILL
        if linked and a.shape == "clock" and b.clock and b.shape in DAY_SHAPES:
            # "from 7 a.m. to 8 p.m. Tuesday"
            joined[n] = replace(_at_time(b, a), first=a.first, last=a.last)
    return [
        with_part(words, e) if e.shape == "day" and not e.clock else e for e in joined
    ]


def _at_time(day: Expression, time: Expression) -> Expression:
    return replace(
        day.grown(time.first, time.last),
        clock=time.clock,
        zone=time.zone,
        open_hour=time.open_hour,
        part_of_day=day.part_of_day or time.part_of_day,
    )


def _adjacent(words: list[Word], a: Expression, b: Expression) -> bool:
    between = words[a.last : b.first]
    return (
        len(between) <= 2
        and all(word.low in _BETWEEN for word in between)
        and not (a.clock and b.clock)
    )


def _with_years(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Carry a printed year back over "Nov 18-Dec 19, 2015" and "May to Oct 2020"."""
    found = _on_the_same_day(words, found)
    for n in range(len(found) - 2, -1, -1):
        a, b = found[n], found[n + 1]
        if (
            a.shape in {"day", "month", "weekday"}
            and b.shape in {"day", "month", "weekday"}
            and b.first - a.last == 1
            and words[a.last].low in _LINKS
            and a.year is None
        ):
            if b.year is None and a.shape == b.shape and b.way is None:
                found[n + 1] = replace(b, linked=words[a.last].low != "and")
            elif b.year is not None and a.month and b.month and a.way is None:
                found[n] = replace(a, year=b.year - (a.month > b.month))
        elif (
            a.shape == "deictic"
            and (a.unit, a.base, a.part) == ("Y", "now", "")
            and b.shape in {"quarter", "half", "month"}
            and b.year is None
            and b.way is None
            and [w.low for w in words[a.last : b.first]] == ["'s"]
        ):
            code = "year" if b.shape == "month" else b.code
            found[n] = replace(b, first=a.first, way=a.way, code=code)
            del found[n + 1]
        elif (
            a.shape in {"day", "month"}
            and b.shape == "deictic"
            and (b.unit, b.base, b.part) == ("Y", "now", "")
            and b.first - a.last <= 1
            and all(w.low in {"of", "in", ","} for w in words[a.last : b.first])
            and a.year is None
        ):
            found[n] = replace(a, last=b.last, way=b.way, code="year")
            del found[n + 1]
    return found


def _on_the_same_day(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Lend a printed year to the same day, and to one told in the same breath."""
    kept: list[Expression] = []
    for e in found:
        bare = e.shape == "day" and e.year is None and e.way is None
        years = {
            o.year
            for o in found
            if bare and o.year and (o.month, o.day) == (e.month, e.day)
        }
        a = kept[-1] if kept else None
        if len(years) == 1:
            kept.append(replace(e, year=years.pop()))
        elif (
            bare
            and a
            and a.shape == "day"
            and a.year
            and (a.month, a.day) <= (e.month, e.day)
            and {w.low for w in words[a.last : e.first]} <= _SAME_BREATH
        ):
            kept.append(replace(e, year=a.year))
        else:
            kept.append(e)
    return kept


def _beside(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Join "two weeks" to "before May 13", and "Tuesday" to "of next week"."""
    kept: list[Expression] = []
    for e in found:
        a = kept[-1] if kept else None
        between = [w.low for w in words[a.last : e.first]] if a else []
        possessed = at(words, e.last).low in {"'s", "'"}
        if (
            a
            and a.shape == "duration"
            and not a.period
            and e.shape in DAY_SHAPES
            and not possessed
            and between in (["before"], ["after"], ["from"])
        ):
            way = -1 if between == ["before"] else 1
            kept[-1] = replace(a, shape="shift", last=e.last, way=way, beside=e)
        elif (
            a
            and a.shape == "weekday"
            and a.way is None
            and e.shape == "deictic"
            and e.unit == "W"
            and between in ([], ["of"], [","], ["-"])
        ):
            kept[-1] = replace(a, last=e.last, beside=e)
        elif a and _years_back(a) and not between and _at_this_time(e):
            kept[-1] = replace(a, last=e.last, beside=e, part="ago")
        else:
            kept.append(e)
    return kept


def _years_back(e: Expression) -> bool:
    """Whether it is "a year ago" or the like, counted from the report's day."""
    return e.shape == "shift" and (e.unit, e.way, e.base) == ("Y", -1, "now")


def _at_this_time(e: Expression) -> bool:
    """Whether it tells the day or week of a year gone by: "a year ago this week"."""
    if e.shape == "deictic":
        return e.unit in {"W", "MO"} and e.way == 0 and not e.part
    return e.shape == "weekday" and e.way is None


def _possessed(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Mark "Monday's", and set "tomorrow" in marks against the day it was said on."""
    marked = [
        replace(e, possessed=at(words, e.last).low in {"'s", "'"})
        if e.shape == "weekday" and e.beside is None
        else e
        for e in found
    ]
    told = [e for e in marked if _told_on(words, e) and not _in_marks(words, e)]
    if len(told) != 1:
        return marked
    return [
        replace(e, beside=told[0])
        if e.shape == "shift"
        and (e.unit, e.base) == ("D", "now")
        and e.last == e.first + 1
        and e.part != "overnight"
        and _in_marks(words, e)
        else e
        for e in marked
    ]


def _told_on(words: list[Word], e: Expression) -> bool:
    """Whether it is the day on which something was said: "told them on Friday"."""
    if e.shape not in {"weekday", "day"} or e.possessed or e.beside is not None:
        return False
    before = at(words, e.first - 1).low
    if before in _SAID:
        return True
    heard = {w.low for w in words[max(0, e.first - _HEARD) : e.first]}
    return before == "on" and bool(heard & _SAID)


def _in_marks(words: list[Word], e: Expression) -> bool:
    """Whether quotation marks of the sentence stand around it."""
    opened = False
    for word in words[: e.first]:
        if word.low in {"“", "”"}:
            opened = word.low == "“"
        elif word.low == '"':
            opened = not opened
    return opened
