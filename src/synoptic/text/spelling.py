"""One spelling for words that British, American and transliterated forms part."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ISE_ENDINGS = ("e", "ed", "es", "ing", "ation", "ations", "er", "ers", "able")
_OUR_ENDINGS = (
    "",
    "s",
    "ed",
    "ing",
    "ful",
    "fully",
    "less",
    "able",
    "ably",
    "ite",
    "ites",
    "er",
    "ers",
    "ly",
    "hood",
    "hoods",
    "al",
    "y",
)
_RE_ENDINGS = {"re": "er", "res": "ers", "red": "ered", "ring": "ering"}
_DOUBLED_ENDINGS = ("ed", "ing", "er", "ers", "ings")


@lru_cache(maxsize=65_536)
def fold_spelling(norm: str) -> str:
    """The one form that stands for all spellings of a word.

    Folding twice changes nothing. Words that the table (`data/spelling.toml`) does
    not hold come back as they are.

    Args:
        norm: A token's normal form, in lower case.

    Example:
        >>> fold_spelling("organised"), fold_spelling("kiev"), fold_spelling("rise")
        ('organized', 'kyiv', 'rise')
    """
    return _table().get(norm, norm)


def spellings() -> Mapping[str, str]:
    """Every spelling that is folded to another, and that other."""
    return _table()


@cache
def _table() -> dict[str, str]:
    path = files("synoptic.text") / "data" / "spelling.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    table: dict[str, str] = {}
    for stem in data["ise"].split():
        for ending in _ISE_ENDINGS:
            table[f"{stem}is{ending}"] = f"{stem}iz{ending}"
    for stem in data["our"].split():
        for ending in _OUR_ENDINGS:
            table[f"{stem}our{ending}"] = f"{stem}or{ending}"
    for stem in data["re"].split():
        for british, american in _RE_ENDINGS.items():
            table[stem + british] = stem + american
    for letter in "lps":
        for stem in data[f"doubled_{letter}"].split():
            for ending in _DOUBLED_ENDINGS:
                table[stem + letter + ending] = stem + ending
    table.update(data["words"])
    for one, others in data["names"].items():
        for other in others:
            table[other] = one
    return table
