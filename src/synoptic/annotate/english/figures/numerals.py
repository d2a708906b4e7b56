"""Numbers in digits and words, fractions and vague counts, read at a word."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from synoptic.annotate.english.figures.lexer import Word, at, hyphen, joined

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = {word: n for n, word in enumerate(_SMALL)} | {"nought": 0}
TENS = {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "crore": 10**7,
}
SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
PARTS = _PARTS | {f"{word}s": n for word, n in _PARTS.items() if n > 2}
GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
}
# A vague count runs from its word to ten times it.
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 10**2,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
GROUPS = {"dozen": 12, "dozens": 12, "hundred": 100}
NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | {"hundred"} | frozenset(SCALES)
STARTERS = (
    NUMBER_WORDS
    | frozenset(VAGUE)
    | frozenset(PARTS)
    | frozenset(GLYPHS)
    | {"a", "an", "dozen", "couple", "several", "few"}
)


class Number(NamedTuple):
    """A number read from words.

    Attributes:
        low, high: Equal when it is exact.
        end: Index of the word after it.
        kind: `digits`, `words`, `part` (a fraction of something) or `vague`.
    """

    low: Decimal
    high: Decimal
    end: int
    kind: str


def read_number(words: list[Word], index: int) -> Number | None:
    """The longest number that starts at a word; None when none does."""
    word = at(words, index)
    if word.kind == "n":
        return _from_digits(words, index)
    if word.low in GLYPHS:
        return _exact(GLYPHS[word.low], index + 1, "digits")
    if word.low not in STARTERS or _is_bare_scale(words, index):
        return None
    return (
        _vague(words, index)
        or _part(words, index)
        or _from_words(words, index)
        or _article(words, index)
    )


def _is_bare_scale(words: list[Word], index: int) -> bool:
    """Whether "million" stands by itself: some number before it was not read."""
    return words[index].low in SCALES and not hyphen(words, index + 1)


def decimal_of(printed: str) -> Decimal | None:
    """The value of digits as printed; None for dotted runs that are no number."""
    printed = "".join(printed.split())
    if printed.count(".") > 1:
        return None
    body, _, rest = printed.partition(".")
    if "," in rest:
        return None
    groups = body.split(",")
    if len(groups) > 1 and (len(groups[-1]) != 3 or len(groups[0]) > 3):
        return None
    return Decimal(printed.replace(",", ""))


def _exact(value: Decimal, end: int, kind: str) -> Number:
    return Number(value, value, end, kind)


def _from_digits(words: list[Word], index: int) -> Number | None:
    value = decimal_of(words[index].text)
    if value is None:
        return None
    index += 1
    whole = value == value.to_integral_value()
    if whole and at(words, index).low == "/" and joined(words, index):
        below = at(words, index + 1)
        if below.kind == "n" and joined(words, index + 1):
            under = decimal_of(below.text)
            if under and value < under <= 100 and at(words, index + 2).low != "/":
                return _exact(value / under, index + 2, "digits")
            return None
    if whole and (extra := _glyph_or_fraction(words, index)):
        value, index = value + extra.low, extra.end
    before = index
    value, index = _scaled(words, index, value)
    if index > before:
        last = at(words, index - 1).low
        value, index = _with_half(words, index, value, SCALES.get(last, 1))
    if at(words, index).low in {"dozen", "dozens"}:
        value, index = value * 12, index + 1
    return _exact(value, index, "digits")


def _glyph_or_fraction(words: list[Word], index: int) -> Number | None:
    """The fraction of "10 1/2" and "10½"."""
    word = at(words, index)
    if word.low in GLYPHS:
        return _exact(GLYPHS[word.low], index + 1, "digits")
    below = at(words, index + 2)
    if (
        word.kind == "n"
        and at(words, index + 1).low == "/"
        and below.kind == "n"
        and joined(words, index + 1)
        and joined(words, index + 2)
        and word.text.isdecimal()
        and below.text in {"2", "3", "4", "5", "8", "16"}
        and int(word.text) < int(below.text)
    ):
        return _exact(Decimal(word.text) / Decimal(below.text), index + 3, "digits")
    return None


def _scaled(words: list[Word], index: int, value: Decimal) -> tuple[Decimal, int]:
    """A value with the scale words after it: "1.5 million", "2 lakh crore"."""
    while True:
        step = index + 1 if hyphen(words, index) else index
        low = at(words, step).low
        if low in SCALES:
            value, index = value * SCALES[low], step + 1
        elif low == "hundred" and value < 100:
            value, index = value * 100, step + 1
        else:
            return value, index


def _from_words(words: list[Word], index: int) -> Number | None:
    total = current = 0
    ceiling = 10**18  # each scale must be smaller than the one before it
    seen = ""  # what was read last: ones, tens, hundred or scale
    start = index
    while True:
        low = at(words, index).low
        step = index
        if seen and hyphen(words, index):
            step, low = index + 1, at(words, index + 1).low
        elif seen in {"hundred", "scale"} and low == "and":
            step, low = index + 1, at(words, index + 1).low
            if low not in ONES and low not in TENS:
                break
        if low in ONES and seen in {"", "tens", "hundred", "scale"}:
            if seen == "tens" and not 0 < ONES[low] < 10:
                break
            current, seen = current + ONES[low], "ones"
        elif low in TENS and seen in {"", "hundred", "scale"}:
            current, seen = current + TENS[low], "tens"
        elif low == "hundred" and (seen == "ones" or (not seen and index == start)):
            if not current and seen:
                break
            current, seen = (current or 1) * 100, "hundred"
        elif low in SCALES and SCALES[low] < ceiling and (seen or index == start):
            ceiling = SCALES[low]
            total, current, seen = total + (current or 1) * ceiling, 0, "scale"
        else:
            break
        index = step + 1
    if not seen:
        return None
    value = Decimal(total + current)
    value, index = _with_half(words, index, value, ceiling if seen == "scale" else 1)
    if at(words, index).low == "point" and at(words, index + 1).low in ONES:
        digits, index = "", index + 1
        while at(words, index).low in ONES:
            digits, index = digits + str(ONES[words[index].low]), index + 1
        value, index = _scaled(words, index, value + Decimal(f"0.{digits}"))
    if at(words, index).low in {"dozen", "dozens"}:
        value, index = value * 12, index + 1
    return _exact(value, index, "words")


def _with_half(
    words: list[Word], index: int, value: Decimal, scale: int
) -> tuple[Decimal, int]:
    """Add "and a half" to a number: of its scale, or of the scale that follows."""
    half = _and_a_half(words, index)
    if half is None:
        return value, index
    if scale > 1:
        part, end = _scaled(words, half.end, half.low)
        return value + (part if end > half.end else half.low * scale), end
    return _scaled(words, half.end, value + half.low)


def _and_a_half(words: list[Word], index: int) -> Number | None:
    if at(words, index).low != "and" or at(words, index + 1).low not in {"a", "one"}:
        return None
    step = index + 3 if hyphen(words, index + 2) else index + 2
    part = PARTS.get(at(words, step).low)
    if part is None or part > 4:
        return None
    return _exact(Decimal(1) / part, step + 1, "words")


def _part(words: list[Word], index: int) -> Number | None:
    """Fractions: "half", "a fifth", "two-thirds", "half a million"."""
    low, above, step = words[index].low, 1, index
    if low == "quarter":
        step = index + 2 if hyphen(words, index + 1) else index + 1
        if SCALES.get(at(words, step).low, 0) < 10**6:
            return None
        return _exact(Decimal(SCALES[words[step].low]) / 4, step + 1, "words")
    if low in {"a", "one"}:
        step += 1
    elif low in ONES:
        above, step = ONES[low], step + 1
    if step > index and hyphen(words, step):
        step += 1
    part = PARTS.get(at(words, step).low)
    if part is None or (step == index and part != 2):
        return None
    many = at(words, step).low.endswith("s")
    if (above > 1) != many or above >= part:
        return None
    value, end = Decimal(above) / part, step + 1
    after = at(words, end).low
    scale = end + 1 if after in {"a", "of"} or hyphen(words, end) else end
    if part in {2, 4} and at(words, scale).low in SCALES:
        return _exact(value * SCALES[words[scale].low], scale + 1, "words")
    if part == 2 and at(words, scale).low == "dozen":
        return _exact(Decimal(6), scale + 1, "words")
    return _exact(value, end, "part")


def _vague(words: list[Word], index: int) -> Number | None:
    low = words[index].low
    if low in VAGUE:
        value, end = VAGUE[low], index + 1
        if low in {"tens", "hundreds", "dozens", "scores", "thousands", "millions"}:
            while (
                at(words, end).low == "of"
                and at(words, end + 1).low in VAGUE
                and VAGUE[words[end + 1].low] >= 10**2
            ):
                value, end = value * VAGUE[words[end + 1].low], end + 2
        return Number(Decimal(value), Decimal(value * 10), end, "vague")
    if low == "several" or (low in {"a", "an"} and at(words, index + 1).low == "few"):
        end = index + 1 if low == "several" else index + 2
        after = at(words, end).low
        scale = SCALES.get(after) or GROUPS.get(after)
        few = Decimal(3) if low == "several" else Decimal(2)
        if scale:
            return Number(few * scale, Decimal(9) * scale, end + 1, "vague")
        return Number(few, Decimal(9), end, "vague")
    return None


_BEFORE_COUPLE = frozenset("last past next first other another every".split())


def _article(words: list[Word], index: int) -> Number | None:
    """What "a" counts: "a hundred", "a million", "a dozen", "a couple of"."""
    low = words[index].low
    step = index + 1 if low in {"a", "an"} else index
    noun = at(words, step).low
    if noun == "couple":
        of = at(words, step + 1).low == "of"
        if not of and step == index and at(words, index - 1).low not in _BEFORE_COUPLE:
            return None  # "where the couple lives"
        end = step + 2 if of else step + 1
        if at(words, end).low == "dozen":
            return _exact(Decimal(24), end + 1, "words")
        value, last = _scaled(words, end, Decimal(2))
        return _exact(value, last, "words" if last > end else "couple")
    if noun == "dozen":
        return _exact(Decimal(12), step + 1, "words")
    if step == index:
        return None
    if noun == "hundred" or noun in SCALES:
        return _from_words(words, step)
    if noun == "quarter" and hyphen(words, step + 1):
        scale = at(words, step + 2).low
        if scale in SCALES:
            return _exact(Decimal(SCALES[scale]) / 4, step + 3, "words")
    return None
