"""Numbers: two passages that give different numbers for one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from synoptic.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.passages.words import Word

_DIGITS = re.compile(r"^(\d+(?:\.\d+)?)(bn|billion|m|mn|million|k|tn|st|nd|rd|th)?$")
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
"""Words behind a number that multiply it."""
_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split(),
        range(2, 20),
        strict=True,
    )
) | dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_UNITS = {w: n for w, n in _WORDS.items() if n < 10} | {"one": 1}
_MONTHS = frozenset(
    stem(m)
    for m in "january february march april may june july august september october "
    "november december".split()
)
_WEEKDAYS = frozenset(
    stem(d) for d in "monday tuesday wednesday thursday friday saturday sunday".split()
)
_CURRENCIES = frozenset("$ € £ ¥ ₽ ₴ dollar euro pound ruble yen".split())
_SCORE = re.compile(
    r"(?<![\d.,$/–-])(\d{1,3})(?:[-–]|[-–]to[-–]|\sto\s)(\d{1,3})"
    r"(?![\d,./%–-]*\d|[-–]\w)"
)
_HEDGES = frozenset(
    "about around nearly almost some roughly approximately over least than up under "
    "estimated close".split()
)
_HEDGE_PART = 0.06  # "nearly 70" may stand for 66 to 74
_NEAR = 3  # heavy words on either side that can tell what is counted
_NOT_COUNTED = frozenset(
    "least about nearly almost around roughly approximately".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a passage.

    Attributes:
        place: Of its first word.
        slot: Stems that tell what is counted; `year`, `month ...`, `%`, `$` for those.
    """

    place: int
    value: float
    slot: frozenset[str]
    hedged: bool

    def fits(self, other: Amount) -> bool:
        """Whether the two can stand for one number."""
        if self.value == other.value:
            return True
        if not (self.hedged or other.hedged):
            return False
        apart = abs(self.value - other.value)
        return apart <= _HEDGE_PART * max(self.value, other.value)


class Amounts(NamedTuple):
    """The numbers and the days of the week of a passage, in order."""

    numbers: tuple[Amount, ...]
    days: tuple[Amount, ...]


def amounts_of(words: Sequence[Word]) -> Amounts:
    """Read the numbers and the days of the week of a passage."""
    return Amounts(tuple(_amounts(words)), tuple(_weekdays(words)))


def amounts_apart(a: Amounts, b: Amounts) -> tuple[int, int] | None:
    """Find a number of one thing that the two passages give differently.

    A number that only one of them gives is no difference, nor is one whose slot the
    other does not have.

    Returns:
        Places of the numbers in `a` and in `b`; None when there are none.
    """
    only_a = [x for x in a.numbers if not any(x.fits(y) for y in b.numbers)]
    only_b = [y for y in b.numbers if not any(x.fits(y) for x in a.numbers)]
    for x in only_a:
        for y in only_b:
            if x.slot & y.slot:
                return x.place, y.place
    both = {d.value for d in a.days} & {d.value for d in b.days}
    for x in a.days:
        for y in b.days:
            if x.value != y.value and x.slot & y.slot and not both & {x.value, y.value}:
                return x.place, y.place
    return None


def numbers_of(words: Sequence[Word]) -> tuple[float, ...]:
    """The numbers of a stretch, in order."""
    return tuple(x.value for x in _amounts(words))


def scores_of(text: str) -> frozenset[tuple[int, int]]:
    """The pairs of numbers that a text sets against each other.

    Example:
        >>> sorted(scores_of("The council voted 52-48, the board 7 to 2."))
        [(7, 2), (52, 48)]
    """
    pairs = ((int(m[1]), int(m[2])) for m in _SCORE.finditer(text))
    return frozenset((x, y) for x, y in pairs if x != y)


def is_date(word: Word) -> bool:
    """Whether a word names a month or a day of the week."""
    return word.stem in _MONTHS or word.stem in _WEEKDAYS


def _amounts(words: Sequence[Word]) -> list[Amount]:
    found: list[Amount] = []
    k = 0
    while k < len(words):
        value, n = _value(words, k)
        if value is None:
            k += 1
            continue
        slot = _slot(words, k, k + n, value)
        hedged = any(w.norm in _HEDGES for w in words[max(k - 3, 0) : k])
        found.append(Amount(k, value, slot, hedged))
        k += n
    return found


def _value(words: Sequence[Word], k: int) -> tuple[float | None, int]:
    """The number that begins at a word, and how many words it takes."""
    norm = words[k].norm
    after = words[k + 1].norm if k + 1 < len(words) else ""
    digits = _DIGITS.match(norm)
    if digits:
        value, n = float(digits.group(1)), 1
        value *= SCALES.get(digits.group(2) or "", 1.0)
    elif norm in _WORDS:
        value, n = float(_WORDS[norm]), 1
        if value >= 20 and after in _UNITS:
            value, n = value + _UNITS[after], 2
    elif norm in {"a", "one"} and after in SCALES:
        value, n = 1.0, 1
    elif norm == "dozen":
        return 12.0, 1
    else:
        return None, 0
    while k + n < len(words) and words[k + n].norm in SCALES:
        value *= SCALES[words[k + n].norm]
        n += 1
    return value, n


def _slot(words: Sequence[Word], first: int, stop: int, value: float) -> frozenset[str]:
    before = words[first - 1].stem if first else ""
    after = words[stop].stem if stop < len(words) else ""
    for month in (before, after):
        if month in _MONTHS and value <= 31:
            return frozenset([f"month {month}"])
    if before in _CURRENCIES or after in _CURRENCIES:
        return frozenset(["$"])
    if after == "%":
        return frozenset(["%"])
    if (
        1900 <= value <= 2100
        and after not in _CURRENCIES
        and before
        in {
            "in",
            "since",
            "of",
            "until",
            "by",
            "from",
            *_MONTHS,
        }
    ):
        return frozenset(["year"])
    slot: set[str] = set()
    for k in range(stop, min(stop + _NEAR, len(words))):
        if words[k].fence or _value(words, k)[0] is not None:
            break
        if words[k].heavy and words[k].norm not in _NOT_COUNTED:
            slot.add(words[k].stem)
    return frozenset(slot)


def _weekdays(words: Sequence[Word]) -> list[Amount]:
    """Days of the week; the slot is the heavy words right before."""
    out = []
    for k, word in enumerate(words):
        if word.stem not in _WEEKDAYS:
            continue
        slot: list[str] = []
        j = k - 1
        while j >= 0 and len(slot) < 2 and not words[j + 1].fence:
            if words[j].heavy:
                slot.append(words[j].stem)
            j -= 1
        number = float(sorted(_WEEKDAYS).index(word.stem))
        out.append(Amount(k, number, frozenset(slot), hedged=False))
    return out
