"""Dates that name their day, month or year: "March 13, 2025", "13/03/2025", "1989"."""

from __future__ import annotations

from datetime import date

from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import (
    DECADE_WORDS,
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
        return Expression(
            first=i,
            last=year[1] if year else end,
            shape="day",
            year=year[0] if year else None,
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


def year_alone(words: list[Word], i: int) -> Expression | None:
    """Read "1989", "the 2022 invasion", "2012-13", "480 BC"."""
    word = words[i]
    if not word.text.isdecimal():
        return None
    era = at(words, i + 1).low
    if era in {"bc", "bce", "b.c.", "b.c.e."}:
        return Expression(first=i, last=i + 2, shape="year", year=-int(word.text))
    before = at(words, i - 1)
    if before.low in {"ad", "a.d."}:
        return Expression(first=i, last=i + 1, shape="year", year=int(word.text))
    if len(word.text) != 4 or not _is_year(words, i):
        return None
    end = i + 1
    tail = at(words, end + 1)
    if (
        at(words, end).low in DASHES | {"/"}
        and joined(words, end)
        and joined(words, end + 1)
        and len(tail.text) == 2
        and tail.text.isdecimal()
        and int(tail.text) == (int(word.text) + 1) % 100
    ):
        return Expression(
            first=i, last=end + 2, shape="year", year=int(word.text), until=1
        )
    return Expression(first=i, last=end, shape="year", year=int(word.text))


def decade(words: list[Word], i: int) -> Expression | None:
    """Read "the 1980s", "the '80s", "the eighties"."""
    word = words[i]
    end, year = i + 1, None
    ending = at(words, i + 1)
    if word.kind == "n" and joined(words, i + 1) and ending.low in {"s", "'s"}:
        if len(word.text) == 4 and word.text.isdecimal() and word.text.endswith("0"):
            year = int(word.text)
        elif len(word.text) == 2 and word.text.endswith("0"):
            year = 1900 + int(word.text) if int(word.text) >= 20 else None
        end = i + 2
    elif word.low in {"'", "’", "‘"} and at(words, i + 1).kind == "n":
        inner = decade(words, i + 1)
        return inner.grown(i, inner.last) if inner else None
    elif word.low in DECADE_WORDS and at(words, i - 1).low in {"the", "late", "early"}:
        year = 1900 + DECADE_WORDS[word.low]
    if year is None:
        return None
    owners = {at(words, i - 1).low, at(words, i - 2).low}
    if len(word.text) == 2 and owners & {"his", "her", "their", "my", "your", "our"}:
        return None  # an age: "in her late 30s"
    return Expression(first=i, last=end, shape="decade", year=year)


def century(words: list[Word], i: int) -> Expression | None:
    """Read "the 19th century", "eighteenth-century"."""
    number, end = None, i + 1
    if words[i].kind == "n" and at(words, end).low in ORDINAL_ENDINGS:
        number, end = int(words[i].text) if words[i].text.isdecimal() else None, i + 2
    elif words[i].low in ORDINALS:
        number = ORDINALS[words[i].low]
    elif words[i].low == "twenty" and hyphen(words, end):
        number, end = 20 + ORDINALS.get(at(words, i + 2).low, 80), i + 3
    if number is None or number > 30:
        return None
    if hyphen(words, end):
        end += 1
    if at(words, end).low not in {"century", "centuries"}:
        return None
    end, sign = end + 1, 1
    if at(words, end).low in {"bc", "bce", "b.c."}:
        end, sign = end + 1, -1
    return Expression(first=i, last=end, shape="century", year=sign * number)


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
        elif joined(words, end) and at(words, end).low in {":", "/", "%"}:
            return None
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


def _is_year_short(words: list[Word], end: int) -> bool:
    """Whether "May 11 percent" and the like stand here instead of a day."""
    return at(words, end).low in {"percent", "per", "%", "million", "billion"}


def _starts_month(words: list[Word], i: int) -> bool:
    step = i + 1 if at(words, i).low == "of" else i
    return at(words, step).low in MONTH_ANY and at(words, step).text[0].isupper()


def _is_year(words: list[Word], i: int) -> bool:
    """Whether four digits are a year here, by the words around them."""
    number, before, after = int(words[i].text), at(words, i - 1), at(words, i + 1)
    if not 1000 <= number <= 2199 or before.low in _NOT_BEFORE_YEAR:
        return False
    if _in_a_code(words, i):
        return False
    if (joined(words, i) and before.low not in _JOINS_YEAR) or (
        joined(words, i + 1) and after.low not in _JOINS_YEAR
    ):
        return False
    if before.low == "/" or after.low == "/":
        return before.kind == "n" or after.kind == "n"
    counted = (
        after.kind == "w" and after.low.endswith("s") and after.low not in _VERBS_S
    )
    if counted and after.low not in _YEARLY and before.low not in {"the", "'s"}:
        return False
    if number < 1600:
        return before.low in {"in", "since", "circa", "year", "c."} and not counted
    return not (after.low in _UNITS_AFTER or (number > 2060 and before.low != "in"))


def _in_a_code(words: list[Word], i: int) -> bool:
    """Whether the digits are part of a telephone number or the like."""
    left = joined(words, i) and words[i - 1].low in DASHES and joined(words, i - 1)
    if left and at(words, i - 2).kind == "n":
        return len(at(words, i - 2).text) != 4
    right = joined(words, i + 1) and at(words, i + 1).low in DASHES
    tail = at(words, i + 2)
    if right and joined(words, i + 2) and tail.kind == "n":
        return len(tail.text) != 4 and int(words[i].text) + 1 != (
            int(words[i].text) // 100 * 100 + int(tail.text)
            if tail.text.isdecimal()
            else 0
        )
    return False


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


_NOT_BEFORE_YEAR = frozenset(
    "$ £ € ¥ # no no. nos about nearly almost over than some least most up only just "
    "another additional extra roughly approximately estimated".split()
)
_JOINS_YEAR = frozenset("( ) [ ] - – — ' ’ ‘ “ ” \" , . ; : 's / ? !".split())
_VERBS_S = frozenset("was is has its as this does says vs thus".split())
_YEARLY = frozenset(
    "elections olympics games midterms primaries polls protests attacks talks crisis "
    "caucuses sanctions riots bombings series census results sales accords".split()
)
_UNITS_AFTER = frozenset(
    """people percent % million billion meters metres feet miles km kilometers
    kilometres troops soldiers men women children dollars euros pounds rpm mah gmt utc
    hours jobs workers employees megawatts mw kg tons tonnes square acres
    hectares""".split()
)
