"""Figures that are not number plus noun: scores, bare ages, "doubled"."""

from __future__ import annotations

import re
from decimal import Decimal

from synoptic.annotate.english.figures.lexer import DASHES, Word, at, hyphen, joined
from synoptic.annotate.english.figures.quantity import Quantity

_STRENGTH = re.compile(r"\d(?:\.\d\d?)?")
_VOTING = frozenset(
    """vote votes voted voting passed approved rejected confirmed cleared senate house
    council court ruling ruled parliament committee majority ballot margin split
    decision judges""".split()
)
_PLAYING = frozenset(
    """win won wins beat beaten defeat defeated lost lose loss victory lead led draw
    drew tied tie game match scored score record series final set sets halftime
    ahead""".split()
)
_MULTIPLES: dict[str, int | Decimal] = {
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "trebled": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "tenfold": 10,
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
MULTIPLE_WORDS = frozenset(_MULTIPLES) | {"twice", "double", "triple", "half"}
_COMPARED = frozenset(
    "many much large big high likely long fast often great heavy far expensive".split()
)
_PERSON = frozenset(
    """man woman boy girl teenager student father mother son daughter brother sister
    husband wife driver officer soldier victim suspect resident jr sr iii ii""".split()
)
_AFTER_BARE_AGE = frozenset("when at by and but or in on this last then".split())
_AFTER_AGE = frozenset(
    """was were is has had who told said of from and were died in whose with a an the
    as also""".split()
)


def score_at(words: list[Word], i: int) -> Quantity | None:
    """Read "217-213", "9-2", "voted 52 to 48"."""
    a, dash, b = at(words, i), at(words, i + 1), at(words, i + 2)
    if a.kind != "n" or b.kind != "n" or not (_whole(a) and _whole(b)):
        return None
    near = {w.low for w in words[max(0, i - 10) : i + 10]}
    dashed = dash.low in DASHES and joined(words, i + 1) and joined(words, i + 2)
    if at(words, i + 3).low in DASHES | {"/", "%"} and joined(words, i + 3):
        return None
    if at(words, i - 1).low in DASHES | {"$", "£", "€"} and joined(words, i):
        return None
    spoken = dash.low == "to" and near & {"vote", "voted", "votes", "won", "beat"}
    if not (dashed or spoken):
        return None
    x, y = Decimal(a.text.replace(",", "")), Decimal(b.text.replace(",", ""))
    voting, playing = near & _VOTING, near & _PLAYING
    if at(words, i + 3).low in {"down", "up", "behind", "ahead"} and max(x, y) < 10:
        playing = {"ahead"}
    if not (voting or playing):
        return None
    if x < y and not (x > 20 or spoken or playing):
        return None  # "10-15 senators" is a range
    return Quantity(
        first=i,
        last=i + 3,
        low=min(x, y),
        high=max(x, y),
        kind="score",
        unit="vote" if voting else "point",
    )


def age_at(words: list[Word], i: int) -> Quantity | None:
    """Read the age in "Lang, 36, said", "a man aged 36", "age 36"."""
    word = at(words, i)
    if not (word.kind == "n" and word.text.isdecimal() and len(word.text) <= 3):
        return None
    value = Decimal(word.text.replace(",", ""))
    if not 0 < value <= 115:
        return None
    before = at(words, i - 1)
    told = before.low in {"aged", "age", "ages"} or (
        before.low == "of" and at(words, i - 2).low in {"age", "ages"}
    )
    who = at(words, i - 2)
    between = (
        before.low == ","
        and who.kind == "w"
        and (who.text[0].isupper() or who.low in _PERSON)
        and (
            at(words, i + 1).low in {",", ".", ";", ")", ""}
            or at(words, i + 1).low in _AFTER_AGE
        )
        and not (at(words, i + 1).kind == "p" and at(words, i + 2).kind == "n")
    )
    if hyphen(words, i + 1) and at(words, i + 2).low in {"something", "somethings"}:
        return Quantity(
            first=i, last=i + 3, low=value, high=value + 9, kind="age", unit="year"
        )
    if told and at(words, i + 1).low in {"to", "and", "-", "–"}:
        return None  # "aged 25 to 54" is a range
    if between and _is_month(who.low):
        return None
    alone = at(words, i + 1).kind == "p" or at(words, i + 1).low in _AFTER_BARE_AGE
    being = before.low in {"is", "was", "be", "turned", "turns"} and any(
        at(words, i - n).low in {"he", "she", "who", "i"} for n in (2, 3)
    )
    bracket = (
        before.low == "(" and at(words, i + 1).low == ")" and who.text[:1].isupper()
    )
    being = being and alone and at(words, i + 1).low not in {"%", "-", ":", "/"}
    if not (told or between or being or (bracket and value >= 16)):
        return None
    return Quantity(first=i, last=i + 1, low=value, high=value, kind="age", unit="year")


def multiple_at(words: list[Word], i: int) -> Quantity | None:
    """Read "doubled", "threefold", "twice as many", "more than double"."""
    low = words[i].low
    value = _MULTIPLES.get(low)
    if value is None and low == "twice":
        after = at(words, i + 1).low
        compared = after == "as" and at(words, i + 2).low in _COMPARED
        owned = after in {"the", "its", "that", "what", "their"}
        value = 2 if compared or owned else None
    if value is None and low in {"double", "triple"}:
        after = at(words, i + 1).low
        if after in {"the", "its", "that", "what", "their"}:
            value = 2 if low == "double" else 3
    if value is None or hyphen(words, i + 1) or at(words, i + 1).low == "down":
        return None  # "doubled down"
    number = Decimal(value)
    return Quantity(
        first=i, last=i + 1, low=number, high=number, kind="multiple", unit="times"
    )


def magnitude_at(words: list[Word], i: int) -> Quantity | None:
    """Read the strength of an earthquake: "magnitude 6", "6.1-magnitude"."""
    word = at(words, i)
    if not _STRENGTH.fullmatch(word.text):
        return None
    before = i - 1
    if at(words, before).low == "of" or at(words, before).low in DASHES:
        before -= 1
    after = i + 2 if hyphen(words, i + 1) else i + 1
    if at(words, after).low == "magnitude":
        last = after + 1
    elif at(words, before).low == "magnitude":
        last = i + 1
    else:
        return None
    value = Decimal(word.text)
    return Quantity(
        first=i, last=last, low=value, high=value, kind="measure", unit="magnitude"
    )


def _whole(word: Word) -> bool:
    return word.text.replace(",", "").isdecimal()


def _is_month(low: str) -> bool:
    return low[:3] in {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
        "dec",
    }  # fmt: skip
