"""Numbers that are no figures: names, labels, telephone numbers, addresses."""

from __future__ import annotations

from synoptic.annotate.english.figures.lexer import (
    DASHES,
    Word,
    at,
    hyphen,
    joined,
    past_dash,
)
from synoptic.annotate.english.figures.nouns import is_plural
from synoptic.annotate.english.figures.numerals import (
    NUMBER_WORDS,
    SCALES,
    SHORT_SCALES,
)
from synoptic.annotate.english.figures.unit_words import TIME_UNITS
from synoptic.annotate.english.figures.units import unit_at

_LABELS = frozenset(
    """article section chapter title amendment clause paragraph page line verse act
    scene part volume number no nos room suite apartment apt flight gate terminal
    platform route highway interstate exit channel district precinct ward zone area
    phase stage level step tier grade class type model version series season episode
    week day round game match lap group pool division league resolution proposition
    prop rule regulation directive bill measure file case docket boeing airbus apollo
    windows iphone galaxy android ps playstation xbox mark mk world war super bowl
    formula catch studio fox bbc radio unit engine ladder station company squadron
    regiment brigade battalion fleet pier dock hangar building block lot plot figure
    table appendix schedule form line chart box exhibit item point lane track hole
    inning over psalm corinthians timothy ephesians genesis exodus john luke matthew
    agenda category code covid size issue vol op sonata symphony area hour minute
    seed rank ranked ranking ps pm update wrapup""".split()
)
_ARMS = frozenset({"AK", "AR", "MiG", "MIG", "RPG"})
_CAPITAL_LABELS = frozenset(
    "world war bowl fox bbc john luke mark matthew company".split()
)
_BEFORE_ZERO = frozenset("ground net day patient absolute year carbon hour".split())
_AFTER_ZERO = frozenset(
    "tolerance sum day hour hours gravity waste carbon emission based".split()
)
_TURNS = frozenset({"180", "360"})
_OPENINGS = frozenset({"“", '"', "‘", "(", ":", ".", "—", "–"})
_SHORT = 3  # letters: "the", "of" are small in a headline too
_STREETS = frozenset(
    """street st avenue ave road rd boulevard blvd drive dr lane ln way place pl square
    court terrace highway parkway broadway row crescent""".split()
)
_COMPASS = frozenset("north south east west n s e w northwest southwest".split())
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth".split()
)
_PREFIXES = frozenset("mid pre sub minus non to up over plus a of post around".split())
# "one" with these says nothing about a count.
_ONE_AFTER = frozenset(
    """of another day side thing way point time hand is was who that which or and to in
    on at for from by as else more can should could would must may might will has had
    does did but with over after year month week moment reason if""".split()
)
_ONE_BEFORE = frozenset(
    """no any this that which each every the another number day some only not loved
    big little good bad great first last next is""".split()
)


def is_name_or_label(words: list[Word], i: int, end: int) -> bool:
    """Whether a number names or ranks something instead of counting it.

    Args:
        words: Of the sentence.
        i: First word of the number.
        end: Index after it.
    """
    return (
        (hyphen(words, end) and at(words, end + 1).low in _MANNERS)
        or _of_an_idiom(words, i, end)
        or _in_a_name(words, i, end)
        or _is_ordinal(words, i, end)
        or _glued(words, i, end)
        or _labelled(words, i, end)
        or _telephone(words, i, end)
        or _address(words, i, end)
        or (at(words, end).low == "minds" and at(words, i - 1).low in {"of", "in"})
    )


def _of_an_idiom(words: list[Word], i: int, end: int) -> bool:
    """Whether nothing is counted: "zero tolerance", "one-on-one", "did a 180"."""
    if at(words, i - 1).low in DASHES and at(words, i - 2).low in {"on", "to"}:
        return at(words, i - 3).low in DASHES and at(words, i - 4).low in NUMBER_WORDS
    if words[i].text in _TURNS and at(words, i - 1).low == "a":
        return at(words, end).kind != "w" or at(words, end).low in _ONE_AFTER
    if words[i].low != "zero" or end != i + 1:
        return False
    after = at(words, past_dash(words, end)).low
    return at(words, i - 1).low in _BEFORE_ZERO or after in _AFTER_ZERO


def _in_a_name(words: list[Word], i: int, end: int) -> bool:
    """Whether a number word is part of a name: "the Big Ten", "Three Mile Island"."""
    if words[i].kind == "n":
        brand = at(words, end + 1)
        return (
            hyphen(words, end) and brand.low in NUMBER_WORDS and brand.text[0].isupper()
        )
    before, after = at(words, i - 1), at(words, end)
    if not words[i].text[0].isupper() or i == 0 or before.low in _OPENINGS:
        return False
    if hyphen(words, i - 1) and at(words, i - 2).kind == "n":
        return True
    if before.low == "of":
        before = at(words, i - 2)  # "the Group of Seven"
    beside = [w for w in (before, after) if w.kind == "w" and w.text[0].isupper()]
    long = [w for w in words if w.kind == "w" and len(w.text) > _SHORT]
    in_capitals = sum(w.text[0].isupper() for w in long) > len(long) / 2
    return bool(beside) and not in_capitals


def _is_ordinal(words: list[Word], i: int, end: int) -> bool:
    """Read "forty-first"; "a thirty-second silence" is a length of time."""
    last = at(words, end + 1).low
    if words[i].kind != "w" or not hyphen(words, end) or last not in _ORDINAL_WORDS:
        return False
    return last != "second" or at(words, i - 1).low == "the"


def _glued(words: list[Word], i: int, end: int) -> bool:
    """Whether letters touch the number: "G7", "F-16", "COVID-19", "96th", "737s"."""
    before, after = at(words, i - 1), at(words, end)
    if words[i].kind == "n":
        if joined(words, i) and before.kind == "w" and before.low not in {"aud", "ps"}:
            return before.text not in {"US", "USD", "EUR", "GBP", "INR", "Rs"}
        if (
            before.low == ":" and joined(words, i) and at(words, i - 2).kind == "n"
        ) or (
            after.low == ":" and joined(words, end) and at(words, end + 1).kind == "n"
        ):
            return True
        if before.low in {"#", "@", "_", "№"} or (
            before.low == "/" and joined(words, i) and at(words, i - 2).kind in "wn"
        ):
            return True
        if before.low in DASHES and joined(words, i) and joined(words, i - 1):
            letters = at(words, i - 2)
            known = letters.low in _PREFIXES or letters.low in SCALES
            if letters.kind == "w" and not known:
                return True
        if joined(words, end) and after.low in {"am", "pm", "a.m.", "p.m."}:
            return True
        if joined(words, end) and after.low in _ORDINAL:
            return True
        if joined(words, end) and after.low in {"s", "'s", "g", "d", "x"}:
            return after.low != "x" or at(words, end + 1).kind == "n"
        if joined(words, end) and after.kind == "w" and after.low not in _MAY_TOUCH:
            return unit_at(words, end) is None
        if before.low == "’" or (before.low == "'" and len(words[i].text) == 2):
            return not joined(words, i - 1)
    return False


def _labelled(words: list[Word], i: int, end: int) -> bool:
    before = at(words, i - 1)
    if before.low == "." and at(words, i - 2).low in {"no", "nos", "sec", "art", "vol"}:
        return True
    if before.kind != "w" or joined(words, i):
        return False
    if before.text in _ARMS:
        return True  # "two AK 47 rifles"
    after = at(words, end)
    counted = after.kind == "w" and (
        after.low in {"percent", "per", "million"} or is_plural(after.low, "")
    )
    if before.low in {"top", "bottom"} and not counted:
        return after.kind != "w" or after.low in _AFTER_RANK
    if before.low in _LABELS:
        if before.low in _CAPITAL_LABELS and not before.text[0].isupper():
            return False
        if before.low in {"no", "over", "point", "points"} and words[i].kind == "w":
            return False
        if before.low == "over" or (before.low == "no" and counted):
            return False
        return not (counted and before.low in _COUNTED_TOO)
    if words[i].kind != "n" or i < 2:
        return False
    capital = any(letter.isupper() for letter in before.text)
    named = capital and before.low not in _SENTENCE_WORDS
    if not named or (before.text.isupper() and after.text[:2].isupper()):
        return False
    return not (counted or unit_at(words, end) or hyphen(words, end))


def _telephone(words: list[Word], i: int, end: int) -> bool:
    if words[i].kind != "n":
        return False
    if any(_led_by_zero(at(words, k)) for k in (i - 1, i, end)):
        return True
    if any(
        all(at(words, k).kind == "n" for k in range(first, first + 3))
        for first in (i - 2, i - 1, i)
    ):
        return True  # "555 01 99"
    run, j = 0, i
    while at(words, j).kind == "n" and at(words, j + 1).low in {"-", "–", ".", "/"}:
        if not (joined(words, j + 1) and joined(words, j + 2)):
            break
        if at(words, j + 2).kind != "n":
            break
        run, j = run + 1, j + 2
    back, j = 0, i
    while (
        at(words, j - 1).low in {"-", "–", "/"}
        and at(words, j - 2).kind == "n"
        and joined(words, j)
        and joined(words, j - 1)
    ):
        back, j = back + 1, j - 2
    if run + back >= 2:
        return True
    if run + back == 1:
        a, b = (words[i], words[i + 2]) if run else (words[i - 2], words[i])
        if (len(a.text), len(b.text)) == (3, 4) and "," not in a.text + b.text:
            return int(a.text) > 200 if a.text.isdecimal() else False
        if a.text.isdecimal() and b.text.isdecimal() and int(a.text) > int(b.text):
            return True
    if at(words, i - 1).low == "+" and joined(words, i) and len(words[i].text) <= 3:
        return at(words, end).kind == "n"
    return (
        at(words, i - 1).low == ")"
        and at(words, i - 3).low == "("
        and (at(words, i - 2).kind == "n" and len(words[i].text) == 3 and run == 1)
    )


def _led_by_zero(word: Word) -> bool:
    """Whether digits begin with a nought that counts nothing: "020", "007"."""
    return word.kind == "n" and word.text.isdecimal() and word.text[:-1].startswith("0")


def _address(words: list[Word], i: int, end: int) -> bool:
    if words[i].kind != "n" or not words[i].text.isdecimal():
        return False
    if at(words, end).low in DASHES and at(words, end + 1).kind == "n":
        end += 2
    first = at(words, end)
    if len(words[i].text) == 5:
        state = at(words, i - 1).text
        if (state.isupper() and len(state) == 2) or first.text == "ZIP":
            return True
        if {at(words, i - 1).low, at(words, i - 2).low} & {"zip", "postcode"}:
            return True
    if not (first.text[:1].isupper() or first.low in _COMPASS or first.kind == "n"):
        return False
    for j in range(end, min(end + 5, len(words))):
        low = words[j].low
        if low in _STREETS and words[j].text[0].isupper():
            return True
        if (words[j].kind == "p" and low != ".") or words[j].text[:1].islower():
            return (
                low in _ORDINAL
                and j < end + 3
                and any(at(words, k).low in _STREETS for k in range(j, j + 3))
            )
    return False


def is_idle_one(words: list[Word], i: int, end: int) -> bool:
    """Whether "one" is a pronoun or says "some": "one of them", "one day"."""
    if words[i].low != "one" or end != i + 1:
        return False
    measured = unit_at(words, hyphen(words, end) + end)
    if measured and (measured.unit not in TIME_UNITS or _is_old(words, measured.end)):
        return False
    if at(words, end).low in _ONE_AFTER or at(words, end).kind != "w":
        return not (hyphen(words, end) and at(words, end + 1).low not in _ONE_AFTER)
    return at(words, i - 1).low in _ONE_BEFORE


_MAY_TOUCH = frozenset(SCALES) | frozenset(SHORT_SCALES) | {"'s", "x", "yo"}
_AFTER_RANK = frozenset("in of on at after and during with for when this last".split())
# "two-way", "one-time": how, not how many.
_MANNERS = frozenset(
    "way time timer sided handed stop dimensional faced fold pronged on off".split()
)
_COUNTED_TOO = frozenset("day week hour minute case bill".split())


def _is_old(words: list[Word], i: int) -> bool:
    return at(words, hyphen(words, i) + i).low == "old"


_SENTENCE_WORDS = frozenset(
    """about at some more nearly almost over under only just the a an in on of for from
    with by to and but or if when while after before since until during between among
    around another at least up as there were was is are had has have its his her their
    these those all both only than up down kills killed injures hits wins jan feb mar
    apr jun jul aug sep sept oct nov dec january february march april may june july
    august september october november december""".split()
)
