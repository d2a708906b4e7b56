"""Find the time expressions of one sentence, longest first at each word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates import absolute, eras, periods, relative, tables
from synoptic.annotate.english.dates.clock import clock
from synoptic.annotate.english.dates.durations import duration, repeated
from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.feasts import FIRST_WORDS, feast
from synoptic.annotate.english.dates.weekdays import weekday, with_part
from synoptic.annotate.english.figures.lexer import Word, at
from synoptic.annotate.english.figures.numerals import STARTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Reader = Callable[[list[Word], int], Expression | None]

_READERS: dict[str, list[Reader]] = {}
_DAY_SHAPES = frozenset({"day", "weekday", "shift", "feast"})
_BETWEEN = frozenset({",", "at", "around", "about", "by", "on", "-", "from", "shortly"})


def _on(starts: Iterable[str], *readers: Reader) -> None:
    for start in starts:
        _READERS.setdefault(start, []).extend(readers)


_on(tables.MONTH_ANY, absolute.month_first)
_on(
    [*tables.WEEKDAYS, *(f"{d}s" for d in tables.WEEKDAYS), *tables.WEEKDAY_SHORT],
    weekday,
)
_on(FIRST_WORDS, feast)
_on(tables.SEASONS, periods.season)
_on(["q", "h", "latter"], periods.quarter)
_on(["fiscal", "fy"], periods.fiscal)
_on(["year", "month", "week"], periods.year_end)
_on([*tables.DECADE_WORDS, "'", "’", "‘"], eras.decade)
_on(tables.ORDINALS, eras.century, periods.quarter, absolute.day_first)
_on(["twenty", "thirty"], eras.century, absolute.day_first)
_on(["today", "yesterday", "tomorrow", "tonight", "overnight"], relative.near)
_on(
    "last past previous preceding prior next coming following this current that "
    "same first final latest upcoming subsequent".split(),
    relative.directed,
)
_on(["in"], relative.shifted)
_on(
    ["the"],
    relative.directed,
    relative.shifted,
    absolute.day_first,
    periods.season,
    periods.quarter,
    eras.century,
)
_on([*tables.ADVERB_SETS, "every", "each", "a", "an", "per", "bi", "semi"], repeated)
_on(tables.PLURAL_UNITS, duration, relative.shifted)
_on([*STARTERS, "many", "some", "numerous", "countless"], relative.shifted, duration)
_on(["noon", "midnight", "midday"], clock)
_on("one two three four five six seven eight nine ten eleven twelve".split(), clock)
_on(["weekdays", "weekends"], repeated)
_on(
    "now right currently at presently nowadays these for to current today's "
    "recently lately the until coming in recent previous".split(),
    relative.reference,
)
_ON_NUMBERS: tuple[Reader, ...] = (
    absolute.numeric,
    absolute.day_first,
    eras.decade,
    eras.century,
    eras.year_alone,
    periods.quarter,
    clock,
    relative.shifted,
    duration,
    repeated,
)
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'"})
_BEFORE_A_TITLE = frozenset("on 's told to of from show programme program".split())
_SMALL_WORDS = frozenset("of the and on in with for to a an at".split())
_TITLE_WORDS = 6
_PARTED = frozenset(
    "early late mid midway earlier later the end start beginning close middle "
    "dawn onset first last final opening".split()
)


def find_expressions(words: list[Word]) -> list[Expression]:
    """The time expressions of a sentence in order; they do not overlap."""
    found: list[Expression] = []
    i = 0
    while i < len(words):
        expression = read_at(words, i)
        if expression is None:
            i += 1
        else:
            if not _in_a_title(words, expression):
                found.append(expression)
            i = expression.last
    return _beside(words, _with_years(words, _with_clocks(words, found)))


def _in_a_title(words: list[Word], e: Expression) -> bool:
    """Whether it is part of the name of a programme: told “Harbour Today” of it."""
    opening = next(
        (
            i
            for i in range(e.first - 1, max(-1, e.first - 1 - _TITLE_WORDS), -1)
            if words[i].low in _MARKS
        ),
        None,
    )
    closing = next(
        (
            i
            for i in range(e.last, min(len(words), e.last + _TITLE_WORDS))
            if words[i].low in _MARKS
        ),
        None,
    )
    if opening is None or closing is None:
        return False
    if at(words, opening - 1).low not in _BEFORE_A_TITLE:
        return False
    inside = [w for w in words[opening + 1 : closing] if w.kind == "w"]
    alone = len(inside) == e.last - e.first and e.shape != "deictic"
    return not alone and all(
        w.text[0].isupper() or w.low in _SMALL_WORDS or w.low == "'s" for w in inside
    )


def read_at(words: list[Word], i: int) -> Expression | None:
    """The longest time expression that starts at a word."""
    best = _plain(words, i)
    low = words[i].low
    if low in _PARTED:
        parted = periods.part_of(words, i, _plain)
        if parted and (best is None or parted.last > best.last):
            best = parted
    if low in {"the", "weekend"} and best is None:
        best = _weekend(words, i)
    if low in {"the", "that", "this"} or low in tables.PARTS_OF_DAY:
        parted = _part_of_day(words, i)
        if parted and (best is None or parted.last > best.last):
            best = parted
    return best


def _plain(words: list[Word], i: int) -> Expression | None:
    word = words[i]
    readers = _ON_NUMBERS if word.kind == "n" else _READERS.get(word.low, ())
    best: Expression | None = None
    for read in readers:
        expression = read(words, i)
        if expression and (best is None or expression.last > best.last):
            best = expression
    return best


def _weekend(words: list[Word], i: int) -> Expression | None:
    step = i + 1 if words[i].low == "the" else i
    if at(words, step).low != "weekend":
        return None
    return Expression(first=i, last=step + 1, shape="deictic", unit="WE")


def _part_of_day(words: list[Word], i: int) -> Expression | None:
    """Read "the night of April 18", "the morning after the vote" not."""
    step = i + 1 if words[i].low == "the" else i
    part = tables.PARTS_OF_DAY.get(at(words, step).low)
    if part is None or at(words, step + 1).low not in {"of", "on"}:
        return None
    if step + 2 >= len(words):
        return None
    day = _plain(words, step + 2)
    if day is None or day.shape not in _DAY_SHAPES:
        return None
    return replace(day, first=i, part_of_day=part)


def _with_clocks(words: list[Word], found: list[Expression]) -> list[Expression]:
    """Join a time of day to the date beside it."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before is None or not _adjacent(words, before, expression):
            joined.append(expression)
        elif before.shape == "clock" and expression.shape in _DAY_SHAPES:
            joined[-1] = _at_time(expression, before)
        elif expression.shape == "clock" and before.shape in _DAY_SHAPES:
            joined[-1] = _at_time(before, expression)
        else:
            joined.append(expression)
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
            and e.shape in _DAY_SHAPES
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
        else:
            kept.append(e)
    return kept


_LINKS = frozenset("- – — to and through until till".split())
