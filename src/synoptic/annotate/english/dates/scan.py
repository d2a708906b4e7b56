"""Find the time expressions of one sentence, longest first at each word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates import absolute, eras, periods, relative, tables
from synoptic.annotate.english.dates.clock import clock
from synoptic.annotate.english.dates.durations import duration, repeated
from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.feasts import FIRST_WORDS, feast
from synoptic.annotate.english.dates.joining import DAY_SHAPES, join
from synoptic.annotate.english.dates.weekdays import ranked, weekday
from synoptic.annotate.english.figures.lexer import Word, at
from synoptic.annotate.english.figures.numerals import STARTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Reader = Callable[[list[Word], int], Expression | None]

_READERS: dict[str, list[Reader]] = {}


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
_on("first second third fourth fifth last final".split(), ranked)
_on(
    ["the"],
    ranked,
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
    ranked,
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
    return join(words, found)


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
        best = _weekend(words, i) or _week_of(words, i)
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


def _week_of(words: list[Word], i: int) -> Expression | None:
    """Read "the week of March 24"."""
    opening = [w.low for w in words[i : i + 3]]
    if opening != ["the", "week", "of"] or i + 3 >= len(words):
        return None
    day = _plain(words, i + 3)
    if day is None or day.shape != "day" or day.until:
        return None
    return replace(day, first=i, part="week")


def _part_of_day(words: list[Word], i: int) -> Expression | None:
    """Read "the night of April 18", "the morning after the vote" not."""
    step = i + 1 if words[i].low == "the" else i
    part = tables.PARTS_OF_DAY.get(at(words, step).low)
    if part is None or at(words, step + 1).low not in {"of", "on"}:
        return None
    if step + 2 >= len(words):
        return None
    day = _plain(words, step + 2)
    if day is None or day.shape not in DAY_SHAPES:
        return None
    return replace(day, first=i, part_of_day=part)
