"""Tokens: the smallest units aligned, as printed and in their normal form.

All normalising of the project lives here, in `Tokens.norm`; the text itself stays as
it was decoded.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.rarity import known
from synoptic.text.spelling import fold_spelling

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARKS = "".join(
    chr(c) for c in range(0x300, 0x3100) if unicodedata.category(chr(c))[0] == "M"
)
_APOSTROPHES = "'’ʼ‘＇"
_HYPHENS = "-‐‑"
# scripts written without spaces: a character is a token
_UNSPACED = "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
_UNSPACED += "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = f"(?:[^\\W_{_UNSPACED}]+|[{_MARKS}\u00ad\u200c\u200d])"
_TOKEN = re.compile(
    rf"[^\W\d_][{_MARKS}]*\.(?:[^\W\d_][{_MARKS}]*\.)+"  # U.S.
    rf"|\d+(?:[.,]\d+)*(?!{_LETTERS})"  # 1,300 but not the 3 of 3rd
    rf"|{_LETTERS}+(?:[{_APOSTROPHES}]{_LETTERS}+)*"
    rf"|[{_UNSPACED}]"
    r"|[$€£¥₹₽₴₩%‰]"
)
_DROPPED = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u00ad\u200c\u200d]")
_TO_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_WHOLE = {"percent": "%", "us$": "$"}


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a stretch of text.

    Attributes:
        start, end: Offsets into the text, int32, rising.
        norm: Normal forms: case, compatibility forms, diacritics, apostrophes and
            known compounds folded ("cease-fire" and "ceasefire" are one).
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    norm: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.norm)


@lru_cache(maxsize=1 << 17)
def normal_form(word: str) -> str:
    """Fold case, compatibility forms, diacritics, apostrophes, commas and spelling.

    Example:
        >>> normal_form("Café"), normal_form("U.S."), normal_form("1,300")
        ('cafe', 'u.s.', '1300')
    """
    if word in ("US", "U.S.", "U.S", "USA", "U.S.A."):
        return "u.s."  # else it would fold to the pronoun "us"
    if not word.isascii():
        word = _DROPPED.sub("", unicodedata.normalize("NFKD", word))
        word = unicodedata.normalize("NFC", word).translate(_TO_STRAIGHT)
    folded = word.casefold()
    if folded[:1].isdigit():
        whole, dot, rest = folded.rpartition(".")
        return (whole.replace(",", "") + dot + rest) if dot else folded.replace(",", "")
    if "." in folded:
        folded = folded.replace(".", "")
    return fold_spelling(_WHOLE.get(folded, folded))


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the words of `text[start:end]`, with offsets into `text`.

    A possessive 's is a token of its own. A hyphenated compound is one token where
    its closed form is a known word, else its parts are tokens.
    """
    starts: list[int] = []
    ends: list[int] = []
    norms: list[str] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        word = match.group()
        if word[-1] in "sS" and len(word) > 2 and word[-2] in _APOSTROPHES:
            if norm := normal_form(word[:-2]):
                starts += (begin, stop - 2)
                ends += (stop - 2, stop)
                norms += (norm, "'s")
            continue
        norm = normal_form(word)
        if not norm:
            continue  # a joiner alone, as between the parts of an emoji
        if (
            (text[begin - 1] in _HYPHENS or norm == "cent")
            and starts
            and _joins(text, ends[-1], begin, norms[-1], norm)
        ):
            ends[-1] = stop
            norms[-1] = "%" if norm == "cent" else norms[-1] + norm
            continue
        starts.append(begin)
        ends.append(stop)
        norms.append(norm)
    return Tokens(np.array(starts, np.int32), np.array(ends, np.int32), tuple(norms))


def _joins(text: str, left_end: int, right_start: int, left: str, right: str) -> bool:
    if right_start - left_end != 1:
        return False
    between = text[left_end]
    if between in _HYPHENS:
        return left.isalpha() and right.isalpha() and known(left + right)
    return between == " " and left == "per" and right == "cent"
