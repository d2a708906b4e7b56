"""Stems: what is left of a word when its endings are taken off.

A light stemmer of our own in the spirit of Porter (1980): it joins what a reader
would call forms of one word and prefers to join too little.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from synoptic.text.spelling import fold_spelling

# Longest first. (ending, what replaces it, letters that must be left)
_ENDINGS = (
    ("ization", "ize", 3),
    ("iveness", "ive", 3),
    ("fulness", "ful", 3),
    ("ational", "ate", 3),
    ("ation", "ate", 3),
    ("ically", "ic", 3),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ities", "ity", 3),
    ("iest", "y", 3),
    ("ions", "", 4),
    ("ness", "", 4),
    ("able", "", 4),
    ("ible", "", 4),
    ("ings", "", 3),
    ("ion", "", 4),
    ("ing", "", 3),
    ("ied", "y", 2),
    ("ies", "y", 2),
    ("ors", "", 4),
    ("ers", "", 4),
    ("est", "", 4),
    ("ed", "", 3),
    ("or", "", 4),
    ("er", "", 4),
    ("es", "", 3),
    ("al", "", 4),
    ("ly", "", 4),
    ("s", "", 3),
)
_KEPT_DOUBLES = "lsz"  # call, pass, buzz; but stopp -> stop


@lru_cache(maxsize=65_536)
def stem(norm: str) -> str:
    """The part that the forms of a word share.

    Example:
        >>> stem("resumes") == stem("resumed") == stem("resuming")
        True
        >>> stem("said"), stem("ukrainian") == stem("ukraine")
        ('say', True)
    """
    word = fold_spelling(norm)
    irregular = _groups("forms", "peoples", "numbers")
    if word in irregular:
        return _without_e(irregular[word])
    if len(word) < 4 or not word.isalpha() or word.endswith(("ss", "us", "is")):
        return word
    for ending, instead, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _KEPT_DOUBLES:
        word = word[:-1]
    return _without_e(irregular.get(word, word))


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=65_536)
def near_stem(norm: str) -> str:
    """The stem that stands for a word and those that news writing puts for it.

    Weak evidence: "attack" and "raid" are one, "drop" and "slip" too.
    """
    own = stem(norm)
    return _near().get(own, own)


def opposites_of(one: str) -> frozenset[str]:
    """The stems that say the contrary of a stem; none for most.

    Example:
        >>> stem("fell") in opposites_of(stem("rose"))
        True
    """
    return _opposites().get(one, frozenset())


def nation_of(norm: str) -> str | None:
    """The country that a word names: itself, its people, or its seat of government.

    Example:
        >>> nation_of("russian"), nation_of("kremlin"), nation_of("bridge")
        ('russia', 'russia', None)
    """
    return _groups("peoples", "seats").get(fold_spelling(norm))


@cache
def _groups(*names: str) -> dict[str, str]:
    path = files("synoptic.text") / "data" / "kin.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        word: group.split()[0]
        for name in names
        for group in data[name].strip().splitlines()
        for word in group.split()
    }


@cache
def _near() -> dict[str, str]:
    table: dict[str, str] = {}
    for word, first in _groups("near").items():
        # a word in two groups goes with the first: groups must not chain
        table.setdefault(stem(word), stem(first))
    return table


@cache
def _opposites() -> dict[str, frozenset[str]]:
    path = files("synoptic.text") / "data" / "kin.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    table: dict[str, frozenset[str]] = {}
    for line in data["opposites"].strip().splitlines():
        left, right = (frozenset(map(stem, side.split())) for side in line.split("|"))
        table |= dict.fromkeys(left, right) | dict.fromkeys(right, left)
    return table
