"""Years, decades and centuries: "1989", "the 1980s", "the 19th century"."""

from __future__ import annotations

from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import (
    DECADE_WORDS,
    ORDINAL_ENDINGS,
    ORDINALS,
)
from synoptic.annotate.english.figures.lexer import DASHES, Word, at, hyphen, joined

_NOT_BEFORE_YEAR = frozenset(
    "$ £ € ¥ # no no. nos about nearly almost over than some least most up only just "
    "another additional extra roughly approximately estimated".split()
)
_NUMBERED = frozenset(
    """room highway route flight gate channel model bus section page psalm lot block
    unit apartment suite form resolution engine hull locomotive asteroid""".split()
)
_CHAMBERS = frozenset("house senate assembly".split())
_JOINS_YEAR = frozenset("( ) [ ] - – — ' ’ ‘ “ ” \" , . ; : 's / ? !".split())
_MARKS = frozenset("“ ” ‘ ’ \" '".split())
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


def _is_year(words: list[Word], i: int) -> bool:
    """Whether four digits are a year here, by the words around them."""
    number, before, after = int(words[i].text), at(words, i - 1), at(words, i + 1)
    if not 1000 <= number <= 2199 or before.low in _NOT_BEFORE_YEAR:
        return False
    if _in_a_code(words, i) or _numbered(words, i):
        return False
    if before.low in _MARKS and after.low in _MARKS:
        return False  # a title: the author of “1984”
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


def _numbered(words: list[Word], i: int) -> bool:
    """Whether the digits name a road, a room or the like: "Highway 2010"."""
    before, left = at(words, i - 1).low, at(words, i - 2).low
    if before == "bill":
        return left in _CHAMBERS
    return before in _NUMBERED or (before == "number" and left in {"the", "room"})


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
