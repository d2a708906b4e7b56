"""Seasons, quarters, halves, and the early, middle and late part of any period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.absolute import year_after
from synoptic.annotate.english.dates.expression import Base, Expression
from synoptic.annotate.english.dates.tables import (
    EARLY,
    EDGE_END,
    EDGE_MIDDLE,
    EDGE_START,
    LATE,
    ORDINALS,
    SEASONS,
    TIME_PREPOSITIONS,
)
from synoptic.annotate.english.figures.lexer import Word, at, hyphen, joined

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[list[Word], int], Expression | None]


def season(words: list[Word], i: int) -> Expression | None:
    """Read "the summer of 2014", "winter 1941", "in the fall"."""
    start = i + 1 if words[i].low == "the" else i
    word = at(words, start)
    code = SEASONS.get(word.low)
    if code is None:
        return None
    year = year_after(words, start + 1)
    if year:
        tail = at(words, year[1] + 1)
        spanned = hyphen(words, year[1]) and tail.text.isdecimal()
        if spanned and int(tail.text) % 100 == (year[0] + 1) % 100:
            year = year[0] + 1, year[1] + 2  # "winter 2023-24"
        return Expression(
            first=i, last=year[1], shape="season", code=code, year=year[0]
        )
    before = at(words, i - 1).low
    with_article = start > i
    if at(words, start + 1).low == "of":
        return None  # "the fall of the Wall", "the winter of discontent"
    if word.low in {"fall", "spring"}:
        if at(words, start + 1).low in _SEASONAL and (with_article or before != ""):
            return Expression(first=i, last=start + 1, shape="season", code=code)
        if not (with_article and before in TIME_PREPOSITIONS):
            return None
    elif word.text[0].isupper() and i:
        return None  # "Arab Spring", "Donna Summer"
    elif not with_article and before not in TIME_PREPOSITIONS:
        return None
    return Expression(first=i, last=start + 1, shape="season", code=code)


def quarter(words: list[Word], i: int) -> Expression | None:
    """Read "the first quarter of 2019", "Q1", "first half of 2008"."""
    low = words[i].low
    if low in {"q", "h"} and joined(words, i + 1):
        number = at(words, i + 1).text
        if number not in {"1", "2", "3", "4"}:
            return None
        shape = "quarter" if low == "q" else "half"
        found = _quarter(words, i, i + 2, shape, int(number))
        before = year_after(words, i - 1) if i else None
        if found.year is None and before and before[1] == i:
            return replace(found, year=before[0])
        return found
    start = i + 1 if low == "the" else i
    number_word = at(words, start)
    rank = 2 if number_word.low == "latter" else ORDINALS.get(number_word.low)
    end = start + 1
    if number_word.kind == "n" and number_word.text in {"1", "2", "3", "4"}:
        rank, end = int(number_word.text), start + 2
    if hyphen(words, end):
        end += 1
    unit = at(words, end).low
    if rank is None or rank > 4 or unit not in {"quarter", "half"}:
        return None
    if unit == "half":
        of = at(words, end + 1).low == "of"
        dated = year_after(words, end + 1) or (
            of
            and (at(words, end + 2).low, at(words, end + 3).low)
            in {("the", "year"), ("this", "year"), ("last", "year"), ("next", "year")}
        )
        if rank > 2 or not dated:
            return None
    return _quarter(words, i, end + 1, unit, rank)


def _quarter(
    words: list[Word], first: int, end: int, shape: str, rank: int
) -> Expression:
    year, way = year_after(words, end), None
    step = end + 1 if at(words, end).low == "of" else end
    last = year[1] if year else end
    if year is None and at(words, step + 1).low == "year":
        ways = {"last": -1, "this": 0, "the": 0, "next": 1}
        if at(words, step).low in ways:
            way, last = ways[at(words, step).low], step + 2
    return Expression(
        first=first,
        last=last,
        shape="quarter" if shape == "quarter" else "half",
        year=year[0] if year else None,
        count=None,
        day=rank,
        way=way,
    )


def fiscal(words: list[Word], i: int) -> Expression | None:
    """Read "fiscal 2019", "the 2019 fiscal year", "FY2018"."""
    end = i + 1
    if words[i].low == "fiscal" and at(words, end).low == "year":
        end += 1
    elif words[i].low not in {"fiscal", "fy"}:
        return None
    year = year_after(words, end)
    if year is None:
        return None
    return Expression(first=i, last=year[1], shape="year", year=year[0])


def part_of(words: list[Word], i: int, read: Reader) -> Expression | None:
    """Read "early", "mid-", "the end of", "later" before any expression of a date."""
    opened = _part_by_word(words, i) or _part_by_edge(words, i)
    if opened is None:
        return _part_of_span(words, i, read)
    part, step = opened
    if step >= len(words):
        return None
    if at(words, step).low == "the" and part in {"early", "mid", "late"}:
        step += 1
    inner = read(words, step)
    if inner is None or inner.shape in {"duration", "set", "reference", "clock"}:
        inner = bare_period(words, step)
    if inner is None or inner.part or inner.first != step:
        return None
    return replace(inner, first=i, part=part)


def _part_by_word(words: list[Word], i: int) -> tuple[str, int] | None:
    """The part that "early", "mid-" or "later" names, and the index after it."""
    low, step = words[i].low, i + 1
    if low in {"earlier", "later"}:
        return low, step + (at(words, step).low in {"in", "on"})
    if low in EARLY | LATE | {"mid", "midway"}:
        part = {"early": "early", "late": "late"}.get(low, "mid")
        on = hyphen(words, step) or at(words, step).low in {"in", "on", "through"}
        return part, step + on
    return None


def _part_by_edge(words: list[Word], i: int) -> tuple[str, int] | None:
    """The part that "the very end of" names, and the index after it."""
    start = i + 1 if words[i].low == "the" else i
    if at(words, start).low in {"very", "tail"}:
        start += 1
    if at(words, start + 1).low != "of":
        return None
    edge = at(words, start).low
    named = (("start", EDGE_START), ("end", EDGE_END), ("mid", EDGE_MIDDLE))
    for part, edges in named:
        if edge in edges:
            return part, start + 2
    return None


def _part_of_span(words: list[Word], i: int, read: Reader) -> Expression | None:
    """Read "the first half of March", "the last days of the year"."""
    start = i + 1 if words[i].low == "the" else i
    part = _EDGES.get(at(words, start).low)
    if part is None or at(words, start + 1).low not in _SPANS:
        return None
    if at(words, start + 2).low != "of" or start + 3 >= len(words):
        return None
    inner = read(words, start + 3) or bare_period(words, start + 3)
    if inner is None or inner.shape not in {"month", "year", "deictic"}:
        return None
    return replace(inner, first=i, part=part)


def bare_period(words: list[Word], i: int) -> Expression | None:
    """Read "the year", "the week", which need words around them to be a date."""
    start = i + 1 if at(words, i).low in {"the", "this", "that"} else i
    unit = {
        "day": "D",
        "week": "W",
        "month": "MO",
        "year": "Y",
        "decade": "DE",
        "century": "CE",
        "weekend": "WE",
    }.get(at(words, start).low)
    if unit is None or (start == i and unit != "Y"):
        return None
    base: Base = "text" if at(words, i).low == "that" else "now"
    return Expression(
        first=i, last=start + 1, shape="deictic", unit=unit, way=0, base=base
    )


def year_end(words: list[Word], i: int) -> Expression | None:
    """Read "year-end", "by year's end", "month's end"."""
    unit = {"year": "Y", "month": "MO", "week": "W"}.get(words[i].low)
    if unit is None:
        return None
    step = i + 1
    if hyphen(words, step) or at(words, step).low == "'s":
        step += 1
    else:
        return None
    if at(words, step).low != "end":
        return None
    return Expression(
        first=i, last=step + 1, shape="deictic", unit=unit, way=0, part="end"
    )


_SPANS = frozenset("day days week weeks weekend month months".split())
_EDGES = {"first": "start", "opening": "start", "last": "end", "final": "end"}
_SEASONAL = frozenset(
    "election elections campaign semester term season session break training "
    "primaries meetings offensive".split()
)
