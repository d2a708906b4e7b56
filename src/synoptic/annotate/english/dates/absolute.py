"""Dates that name their day or month: "March 13, 2025", "13/03/2025", "in March"."""

from __future__ import annotations

from datetime import date

from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import (
    MONTH_ANY,
    MONTH_DOUBTFUL,
    MONTH_SHORT,
    MONTHS,
    ORDINAL_ENDINGS,
    ORDINALS,
    TIME_PREPOSITIONS,
)
from synoptic.annotate.english.figures.lexer import DASHES, Word, at, hyphen, joined
from synoptic.annotate.english.figures.numerals import TENS

_TO_A_DAY = DASHES | {"to", "and", "through", "till", "until"}
_SURE_LOWER = frozenset(MONTHS) - {"may", "march"}
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def month_first(words: list[Word], i: int) -> Expression | None:
    """Read "March 13, 2025", "Mar. 13", "March 17-18", "March 2025", "in March"."""
    month = MONTH_ANY.get(words[i].low)
    capital = words[i].text[0].isupper()
    if month is None or not (capital or words[i].low in _SURE_LOWER):
        return None
    after = i + 1
    dotted = words[i].low in MONTH_SHORT and at(words, after).low == "."
    if dotted:
        after += 1
    spoken = after + 1 if at(words, after).low == "the" else after
    named = spoken > after and at(words, spoken).text[:1].isupper()
    if not named and (day := day_at(words, spoken, month)):
        number, end = day
        if end - spoken == 1 and _is_year_short(words, end):
            return None
        until = None
        ahead = end + 2 if at(words, end + 1).low == "the" else end + 1
        if at(words, end).low in _TO_A_DAY and (other := day_at(words, ahead, month)):
            ranked = other[1] - ahead > 1 or at(words, ahead).kind == "w"
            sure = joined(words, end) or ranked or at(words, end).low == "to"
            if other[0] > number and sure and not _starts_month(words, other[1]):
                until, end = other
        year = year_after(words, end)
        named = (month, number) == (9, 11) and _names_attacks(words, end)
        return Expression(
            first=i,
            last=year[1] if year else end,
            shape="day",
            year=year[0] if year else (2001 if named else None),
            month=month,
            day=number,
            until=until,
        )
    year = year_after(words, after)
    if year is None and at(words, after).low in DASHES and joined(words, after):
        year = year_after(words, after + 1)
    if year:
        return Expression(
            first=i, last=year[1], shape="month", year=year[0], month=month
        )
    if not _month_alone(words, i, after, dotted=dotted):
        return None
    return Expression(first=i, last=after, shape="month", month=month)


def day_first(words: list[Word], i: int) -> Expression | None:
    """Read "13 March 2025", "the 13th of March", "the Fourth of July"."""
    start = i + 1 if words[i].low == "the" else i
    day = day_at(words, start)
    if day is None or at(words, i - 1).low in {"$", "£", "€"}:
        return None
    number, after = day
    until = None
    if (
        after == start + 1
        and at(words, after).low in _TO_A_DAY
        and (other := day_at(words, after + 1))
        and other[0] > number
        and _starts_month(words, other[1])
    ):
        until, after = other
    if at(words, after).low == "day":
        after += 1
    if at(words, after).low == "of":
        after += 1
    elif words[start].kind == "w" and not joined(words, start + 1):
        return None  # "first May": not a date without "of"
    word = at(words, after)
    month = MONTH_ANY.get(word.low)
    if month is None or number > _LONGEST.get(month, 31):
        return None
    if not (word.text[0].isupper() or word.low in _SURE_LOWER):
        return None
    after += 1
    if at(words, after).low == "." and word.low in MONTH_SHORT:
        after += 1
    year = year_after(words, after)
    if word.low in {"may", "march"} and year is None and at(words, after).kind == "n":
        return None
    return Expression(
        first=i,
        last=year[1] if year else after,
        shape="day",
        year=year[0] if year else None,
        month=month,
        day=number,
        until=until,
    )


def numeric(words: list[Word], i: int) -> Expression | None:
    """Read "2025-03-14", "3/14/2025", "14.3.2025", "9/11"."""
    pieces, end = [words[i].text], i + 1
    if (
        end < len(words)
        and words[end].low in {"-", "/", "."}
        and joined(words, end)
        and (_stands_free(words, i) or len(at(words, i - 2).text) == 4)
    ):
        mark = words[end].low
        while (
            at(words, end).low == mark
            and at(words, end + 1).kind == "n"
            and joined(words, end)
            and joined(words, end + 1)
        ):
            pieces.append(words[end + 1].text)
            end += 2
    else:
        pieces = words[i].text.split(".")
    if len(pieces) == 2 and pieces == ["9", "11"]:
        return Expression(first=i, last=end, shape="day", year=2001, month=9, day=11)
    if len(pieces) != 3 or not all(p.isdecimal() for p in pieces):
        return None
    a, b, c = (int(p) for p in pieces)
    if len(pieces[0]) == 4:
        year, month, day = a, b, c
    elif len(pieces[2]) == 4:
        year = c
        # The month stands first in American print; a day above 12 decides.
        month, day = (b, a) if a > 12 or "." in words[i].text else (a, b)
    else:
        return None
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Expression(first=i, last=end, shape="day", year=year, month=month, day=day)


def _stands_free(words: list[Word], i: int) -> bool:
    return not (i and joined(words, i)) or words[i - 1].low in {"(", "["}


def day_at(
    words: list[Word], i: int, month: int | None = None
) -> tuple[int, int] | None:
    """A day of the month at a word, and the index after it."""
    word = at(words, i)
    number, end = 0, i + 1
    if word.kind == "n" and len(word.text) <= 2 and word.text.isdecimal():
        number = int(word.text)
        if joined(words, end) and at(words, end).low in ORDINAL_ENDINGS:
            end += 1
        elif joined(words, end) and at(words, end).low in {"/", "%"}:
            return None
        elif (
            joined(words, end) and at(words, end).low == ":" and joined(words, end + 1)
        ):
            return None  # a time of day; "March 3: the harbour at dawn" is a date
    elif word.low in ORDINALS:
        number = ORDINALS[word.low]
    elif word.low in {"twenty", "thirty"} and hyphen(words, i + 1):
        number, end = TENS[word.low] + ORDINALS.get(at(words, i + 2).low, 99), i + 3
    if not 1 <= number <= _LONGEST.get(month or 1, 31):
        return None
    return number, end


def year_after(words: list[Word], i: int) -> tuple[int, int] | None:
    """A year that follows a month or day, after a comma or "of" too."""
    step = i
    if at(words, i).low in {",", "of", "in"}:
        step = i + 1
        if at(words, step).low in {",", "of", "year"}:
            step += 1
    word = at(words, step)
    if (
        len(word.text) != 4
        or not word.text.isdecimal()
        or joined(words, step + 1) * (at(words, step + 1).low in {":", "%"})
    ):
        return _year_of_era(words, step)
    if not 1000 <= int(word.text) <= 2199:
        return _year_of_era(words, step)
    if at(words, i).low == "," and at(words, step + 1).low in {"people", "troops"}:
        return None
    return int(word.text), step + 1


def _year_of_era(words: list[Word], i: int) -> tuple[int, int] | None:
    word, era = at(words, i), at(words, i + 1).low
    if word.text.isdecimal() and era in {"bc", "bce", "b.c."}:
        return -int(word.text), i + 2
    return None


def _names_attacks(words: list[Word], end: int) -> bool:
    """Whether "Sept. 11" is the one of 2001: "attacks", "September 11th Fund"."""
    word = at(words, end)
    if word.low in {"attack", "attacks", "terror", "terrorist", "hijackers"}:
        return True
    return word.kind == "w" and word.text[0].isupper() and word.low not in MONTH_ANY


def _is_year_short(words: list[Word], end: int) -> bool:
    """Whether "May 11 percent" and the like stand here instead of a day."""
    return at(words, end).low in {"percent", "per", "%", "million", "billion"}


def _starts_month(words: list[Word], i: int) -> bool:
    step = i + 1 if at(words, i).low == "of" else i
    return at(words, step).low in MONTH_ANY and at(words, step).text[0].isupper()


def _month_alone(words: list[Word], i: int, after: int, *, dotted: bool) -> bool:
    low, before = words[i].low, at(words, i - 1).low
    follows = at(words, after)
    if low in MONTH_SHORT and low not in MONTHS and not dotted:
        if follows.low in DASHES and at(words, after + 1).low in MONTH_ANY:
            return True
        return before in TIME_PREPOSITIONS and low not in {"mar", "jan", "sun", "dec"}
    if follows.low in DASHES and at(words, after + 1).low in MONTH_ANY:
        return True
    if before in TIME_PREPOSITIONS or before in {"mid", "-", "this", "a", "("}:
        named = follows.kind == "w" and follows.text[0].isupper()
        return not (
            low in MONTH_DOUBTFUL
            and (
                named
                or before in {"a", "and", "or"}
                or (low == "may" and before in {"by", "for"})
            )
        )
    if low in MONTH_DOUBTFUL:
        return follows.low == "'s" and low in {"may", "march"}
    named = follows.kind == "w" and follows.text[0].isupper()
    return i > 0 or not named
