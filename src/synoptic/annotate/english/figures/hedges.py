"""Words that loosen or bound a number: "nearly", "at least", "or more"."""

from __future__ import annotations

from typing import Literal, NamedTuple

from synoptic.annotate.english.figures.lexer import Word, at, hyphen, joined

Direction = Literal["about", "under", "over", "at least", "at most", "exact"]

# Before the number; the longest reading wins. "under" and "over" exclude the number.
_BEFORE: dict[str, Direction] = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "approx": "about",
    "some": "about",
    "an estimated": "about",
    "estimated": "about",
    "circa": "about",
    "close to": "about",
    "in the region of": "about",
    "somewhere around": "about",
    "an average of": "about",
    "on average": "about",
    "averaged": "about",
    "averaging": "about",
    "nearly": "under",
    "almost": "under",
    "just under": "under",
    "just shy of": "under",
    "shy of": "under",
    "just below": "under",
    "less than": "under",
    "fewer than": "under",
    "lower than": "under",
    "smaller than": "under",
    "under": "under",
    "below": "under",
    "short of": "under",
    "up to": "at most",
    "at most": "at most",
    "no more than": "at most",
    "not more than": "at most",
    "as many as": "at most",
    "as much as": "at most",
    "as high as": "at most",
    "a maximum of": "at most",
    "maximum": "at most",
    "more than": "over",
    "over": "over",
    "above": "over",
    "greater than": "over",
    "higher than": "over",
    "bigger than": "over",
    "larger than": "over",
    "well over": "over",
    "just over": "over",
    "just above": "over",
    "in excess of": "over",
    "exceeding": "over",
    "exceeded": "over",
    "exceeds": "over",
    "surpassing": "over",
    "surpassed": "over",
    "topping": "over",
    "topped": "over",
    "upwards of": "over",
    "north of": "over",
    "at least": "at least",
    "no less than": "at least",
    "no fewer than": "at least",
    "not less than": "at least",
    "a minimum of": "at least",
    "minimum": "at least",
    "exactly": "exact",
    "only": "exact",
    "just": "exact",
    "precisely": "exact",
    "a total of": "exact",
    "barely": "about",
    "~": "about",
    "≈": "about",
    "<": "under",
    ">": "over",
    "≤": "at most",
    "≥": "at least",
}
_KEYS = {tuple(words.split(" ")): d for words, d in _BEFORE.items()}
_LAST = {key[-1] for key in _KEYS}
_LONGEST = max(len(key) for key in _KEYS)
_AFTER: dict[tuple[str, ...], Direction] = {
    ("or", "more"): "at least",
    ("or", "over"): "at least",
    ("or", "older"): "at least",
    ("or", "greater"): "at least",
    ("and", "above"): "at least",
    ("and", "counting"): "at least",
    ("or", "so"): "about",
    ("or", "less"): "at most",
    ("or", "fewer"): "at most",
    ("or", "under"): "at most",
    ("or", "younger"): "at most",
}
# "hands over 36 boats" gives no more than 36.
_TAKES_OVER = frozenset(
    """hand hands handed handing turn turns turned turning take takes took taking sign
    signs signed signing""".split()
)


class Hedge(NamedTuple):
    """A hedge as printed.

    Attributes:
        first, last: Half-open range of word indexes.
    """

    first: int
    last: int
    direction: Direction


def hedge_before(words: list[Word], i: int) -> Hedge | None:
    """The hedge that ends just before a word, "more than an estimated" included."""
    if i <= 0 or words[i - 1].low not in _LAST:
        return None
    for size in range(min(_LONGEST, i), 0, -1):
        key = tuple(w.low for w in words[i - size : i])
        direction = _KEYS.get(key)
        if direction:
            first = i - size
            if key == ("over",) and at(words, first - 1).low in _TAKES_OVER:
                return None
            outer = hedge_before(words, first)
            if outer and outer.direction != "exact" and key[0] != "over":
                if direction in {"about", "exact"}:
                    direction = outer.direction
                return Hedge(outer.first, i, direction)
            return Hedge(first, i, direction)
    return None


def hedge_after(words: list[Word], i: int) -> Hedge | None:
    """The hedge at a word after the number or its noun: "or more", "-plus", "+"."""
    low = at(words, i).low
    if low == "+" and joined(words, i):
        return Hedge(i, i + 1, "at least")
    if hyphen(words, i) and at(words, i + 1).low in {"plus", "odd"}:
        about = at(words, i + 1).low == "odd"
        return Hedge(i, i + 2, "about" if about else "at least")
    direction = _AFTER.get((low, at(words, i + 1).low))
    if direction:
        return Hedge(i, i + 2, direction)
    return None
