"""English words and signs for units and money, and how they are read after a number."""

from __future__ import annotations

from typing import Literal, NamedTuple

from synoptic.annotate.english.figures.lexer import (
    Word,
    at,
    hyphen,
    joined,
    past_dash,
)
from synoptic.annotate.english.figures.unit_words import (
    BESIDE,
    CODE_NAMES,
    CODES,
    CURRENCY_WORDS,
    DOLLARS,
    HOURS,
    LETTERS,
    NATIONS,
    SIGNS,
    SOLD_BY,
    SQUARED,
    TIME_UNITS,
    TOUCHING,
    WORDS,
)

_POWERS = frozenset({"square", "sq", "cubic", "cu"})
_PAIRS: dict[tuple[str, str], tuple[str, Literal["share", "measure"]]] = {
    ("metric", "ton"): ("ton", "measure"),
    ("nautical", "mile"): ("nautical mile", "measure"),
    ("per", "cent"): ("%", "share"),
    ("basis", "point"): ("basis point", "share"),
}


class Measured(NamedTuple):
    """A unit read after a number.

    Attributes:
        unit: Canonical.
        kind: `money`, `share` or `measure`.
        end: Index of the word after it.
    """

    unit: str
    kind: Literal["money", "share", "measure"]
    end: int


def unit_at(words: list[Word], i: int, *, scaled: bool = False) -> Measured | None:
    """The unit of measure or money at a word, "per hour" and "a share" included.

    Args:
        words: Of the sentence.
        i: The word after the number.
        scaled: The number is in millions or more: "pounds" are money then.
    """
    found = _simple(words, i, scaled=scaled)
    if found is None:
        return None
    if found.unit == "%" and at(words, found.end).low in {"point", "points"}:
        return Measured("percentage point", "share", found.end + 1)
    return with_per(words, found)


def prefix_at(words: list[Word], i: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands at a word, and the index after it."""
    word = at(words, i)
    if word.low in DOLLARS and at(words, i + 1).low == "$" and word.text.isupper():
        return DOLLARS[word.low], i + 2
    if word.low in SIGNS:
        return SIGNS[word.low], i + 1
    if word.text in CODES:
        if word.text in {"AUD", "USD"} and at(words, i + 1).low == "$":
            return word.text, i + 2
        return CODE_NAMES.get(word.text, word.text), i + 1
    if word.text in {"Rs", "RS"}:
        return "INR", i + 2 if at(words, i + 1).low == "." else i + 1
    if word.text in LETTERS and joined(words, i + 1):
        return LETTERS[word.text], i + 1
    if word.text == "PS" and joined(words, i + 1):
        return "GBP", i + 1  # how some archives print the sign
    if word.text == "Y" and at(words, i + 1).low == "=" and joined(words, i + 1):
        return "JPY", i + 2
    return None


def _simple(words: list[Word], i: int, *, scaled: bool) -> Measured | None:
    """The unit at a word, without what it is reckoned by."""
    if at(words, i).low in _POWERS:
        return _area(words, i)
    return (
        _of_two_words(words, i) or _money(words, i, scaled=scaled) or _of_one(words, i)
    )


def _area(words: list[Word], i: int) -> Measured | None:
    """An area or a volume, "square miles", "cu. ft"; None where no length follows."""
    step = i + 2 if at(words, i + 1).low == "." else i + 1
    if hyphen(words, step):
        step += 1
    low = at(words, step).low
    base = WORDS.get(low) or TOUCHING.get(low)
    if base not in SQUARED:
        return None
    power = "square" if at(words, i).low.startswith("sq") else "cubic"
    return Measured(f"{power} {base}", "measure", _dot(words, step + 1))


def _of_two_words(words: list[Word], i: int) -> Measured | None:
    low, after = at(words, i).low, at(words, i + 1).low
    if pair := _PAIRS.get((low, after.removesuffix("s"))):
        return Measured(*pair, i + 2)
    if low == "light":
        step = i + 1 + hyphen(words, i + 1)
        if at(words, step).low in {"year", "years"}:
            return Measured("light-year", "measure", step + 1)
    if low == "percentage":
        step = past_dash(words, i + 1)
        if at(words, step).low in {"point", "points"}:
            return Measured("percentage point", "share", step + 1)
    if low in {"degree", "degrees", "°"}:
        return _degrees(words, i + 1)
    return None


def _money(words: list[Word], i: int, *, scaled: bool) -> Measured | None:
    word, after = at(words, i), at(words, i + 1).low
    if nation := _nation(words, i):
        return nation
    if word.low in CURRENCY_WORDS:
        return Measured(CURRENCY_WORDS[word.low], "money", i + 1)
    if word.low in {"pound", "pounds"} and (scaled or after == "sterling"):
        return Measured("GBP", "money", i + 2 if after == "sterling" else i + 1)
    if word.text in CODES:
        return Measured(CODE_NAMES.get(word.text, word.text), "money", i + 1)
    if word.low in SIGNS and word.low != "$":
        return Measured(SIGNS[word.low], "money", i + 1)
    return None


def _of_one(words: list[Word], i: int) -> Measured | None:
    word, after = at(words, i), at(words, i + 1).low
    low, close = word.low, joined(words, i)
    if low in {"km", "m"} and joined(words, i + 1) and after in {"2", "²"}:
        return Measured(f"square {low}", "measure", i + 2)
    if unit := WORDS.get(low):
        if unit in {"°C", "°F"} and word.text.islower():
            return None
        if unit == "km" and after == "/" and at(words, i + 2).low == "h":
            return Measured("km/h", "measure", i + 3)
        share = unit in {"%", "basis point"}
        return Measured(unit, "share" if share else "measure", _dot(words, i + 1))
    if word.text in {"W", "V"} and after != "." and i:
        return Measured(word.text, "measure", i + 1)
    if close and word.text in {"C", "F"}:
        return Measured(f"°{word.text}", "measure", i + 1)
    if close and low in TOUCHING:
        return Measured(TOUCHING[low], "measure", i + 1)
    return None


def _dot(words: list[Word], i: int) -> int:
    """Past the full stop of "sq. mi." where the sentence goes on."""
    short = at(words, i - 1).low in {"sq", "mi", "ft", "lb", "lbs", "oz", "yd", "in"}
    goes_on = at(words, i + 1).text[:1].islower() or at(words, i + 1).low in {",", ")"}
    return i + 1 if short and at(words, i).low == "." and goes_on else i


def _degrees(words: list[Word], i: int) -> Measured:
    low = at(words, i).low
    if low in {"c", "celsius", "centigrade"}:
        return Measured("°C", "measure", i + 1)
    if low in {"f", "fahrenheit"}:
        return Measured("°F", "measure", i + 1)
    return Measured("°", "measure", i)


def _nation(words: list[Word], i: int) -> Measured | None:
    after = at(words, i + 1).low
    unit = CURRENCY_WORDS.get(after) or ("lb" if after in {"pound", "pounds"} else "")
    money = NATIONS.get((at(words, i).low, unit))
    return Measured(money, "money", i + 2) if money else None


def with_per(words: list[Word], found: Measured) -> Measured:
    """Add "per hour", "a share", "/day" to a unit, as far as one of them follows it."""
    step = found.end
    low = at(words, step).low
    if (low == "/" and joined(words, step) and joined(words, step + 1)) or low in {
        "per",
        "an",
        "a",
    }:
        step += 1
    elif low == "for" and at(words, step + 1).low in {"each", "every"}:
        step += 2
    elif low == "-" and at(words, step + 1).low == "a":
        step += 3 if at(words, step + 2).low == "-" else 2
    else:
        return found
    below = at(words, step)
    if below.kind != "w" or (
        below.low in {"cent", "year", "yr"}
        and low == "a"
        and (found.kind == "measure" and found.unit in TIME_UNITS)
    ):
        return found
    unit = WORDS.get(below.low, below.low)
    if below.low in _POWERS and (area := _area(words, step)):
        return Measured(f"{found.unit}/{area.unit}", found.kind, area.end)
    if low in {"a", "an"} and (
        unit not in TIME_UNITS | SOLD_BY or at(words, step + 1).low in BESIDE
    ):
        return found
    if hyphen(words, step + 1) and (
        hours := HOURS.get((unit, at(words, step + 2).low))
    ):
        return Measured(f"{found.unit}/{hours}", found.kind, step + 3)
    if found.unit == "mile" and unit == "hour":
        return Measured("mph", "measure", step + 1)
    if found.unit == "mile" and unit == "gallon":
        return Measured("mpg", "measure", step + 1)
    if found.unit == "km" and unit in {"hour", "h"}:
        return Measured("km/h", "measure", step + 1)
    if found.unit == "m" and unit in {"second", "s"}:
        return Measured("m/s", "measure", step + 1)
    return Measured(f"{found.unit}/{unit}", found.kind, step + 1)
