"""What the characters of a text are, and what the words they make are folded to.

The tables say in arrays what `text.tokens` says in a pattern and `normal_form`: the
kernels make of a text the same words, equal where those are equal.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.text.rarity import bits, known_words
from synoptic.text.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

SEPARATOR, LETTER, DIGIT, MARK, UNSPACED, APOSTROPHE, HYPHEN, SYMBOL = range(8)

_SIZE = 0x20000  # planes 0 and 1; what lies above is ideographs, told by their range
_UNSPACED_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # ideographs
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),  # half-width kana
)
# Ranges in which a letter is its own normal form, or is taken apart by rule.
_PLAIN_RANGES = (
    (0x3400, 0x9FFF),
    (0xA000, 0xA63F),
    (0xAC00, 0xD7A3),
    (0xD800, 0xF8FF),
    (0x12000, 0x1CFFF),
)
_DROPPED = ((0x300, 0x36F), (0x591, 0x5C7), (0x64B, 0x652), (0xFE00, 0xFE0F))
_DROPPED_ALONE = (0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF)
_VOICED = (0x3099, 0x309A, 0xFF9E, 0xFF9F)
_APOSTROPHES = "'’ʼ‘＇"
_HYPHENS = "-‐‑"
_SYMBOLS = "$€£¥₹₽₴₩%‰"
_STARTS = (0x811C9DC5, 0x2545F491)
_TOP_TENTHS = 160
_CASED = 0x2000  # nearly all letters with two cases are below


class Folding(NamedTuple):
    """The tables of the tokenizer, by code point below 0x20000.

    Attributes:
        lower: For ASCII, the lower-case letter of a letter; 0: it is none.
        kind: SEPARATOR, LETTER ... as above.
        capital: Whether it is a capital letter or a digit.
        fold: The code point a code point is folded to; 0: dropped; below 0: minus the
            place in `sequences` of a count and as many code points.
        spelled, spelled_to: An open hash table from words to the words they stand
            for ("organised" to "organized").
        known: An open hash table of the words of the background table; -1: free.
        tenths: What the word at the same place of `known` carries, in tenths of a bit.
    """

    lower: NDArray[np.int64]
    kind: NDArray[np.uint8]
    capital: NDArray[np.uint8]
    fold: NDArray[np.int32]
    sequences: NDArray[np.int32]
    spelled: NDArray[np.int64]
    spelled_to: NDArray[np.int64]
    known: NDArray[np.int64]
    tenths: NDArray[np.int64]


@cache
def folding() -> Folding:
    """The tables, made once a process (0.2 s)."""
    kind, fold, sequences = _characters()
    capital = np.zeros(_SIZE, np.uint8)
    capital[[p for p in range(_CASED) if chr(p).isupper() or chr(p).isdecimal()]] = 1
    pairs = {**spellings(), "percent": "%"}
    spelled, places = _hash_table(word_codes(pairs))
    spelled_to = np.full(len(spelled), -1, np.int64)
    spelled_to[places] = word_codes(pairs.values())
    words = [*(w for w in known_words() if w.isalpha()), "'s"]
    known, places = _hash_table(word_codes(words))
    tenths = np.full(len(known), _TOP_TENTHS, np.int64)
    tenths[places] = [round(10 * bits(w)) for w in words]
    lower = [ord(c.lower()) if c.isalpha() else 0 for c in map(chr, range(128))]
    return Folding(
        np.array(lower),
        kind,
        capital,
        fold,
        sequences,
        spelled,
        spelled_to,
        known,
        tenths,
    )


def word_codes(words: Iterable[str]) -> NDArray[np.int64]:
    """The codes that the tokenizer gives to words in their normal form.

    A code has 63 bits: two hashes of the folded code points, side by side.
    """
    rows = [_points(word) for word in words]
    if not rows:
        return np.empty(0, np.int64)
    lengths = np.array([len(row) for row in rows])
    grid = np.zeros((len(rows), int(lengths.max())), np.int64)
    for place, row in enumerate(rows):
        grid[place, : len(row)] = row
    one = np.full(len(rows), _STARTS[0], np.int64)
    two = np.full(len(rows), _STARTS[1], np.int64)
    for column in range(grid.shape[1]):
        more = lengths > column
        point = grid[:, column]
        one = np.where(more, ((one ^ point) * 16777619) & 0xFFFFFFFF, one)
        two = np.where(more, ((two + point) * 0x5BD1E995) & 0x7FFFFFFF, two)
    one ^= one >> 15
    one = (one * 0x2C1B3C6D) & 0xFFFFFFFF
    one ^= one >> 13
    two ^= two >> 14
    two = (two * 0x297A2D39) & 0x7FFFFFFF
    two ^= two >> 12
    codes: NDArray[np.int64] = (one << 31) | two
    return codes


def _points(word: str) -> list[int]:
    """The code points of a word as they are hashed."""
    return [ord(c) for c in _folded(word)]


def _folded(text: str) -> str:
    text = _without_marks(unicodedata.normalize("NFKD", text)).casefold()
    text = _without_marks(unicodedata.normalize("NFKD", text))
    return "".join("'" if c in _APOSTROPHES else c for c in text)


def _without_marks(text: str) -> str:
    return text if text.isascii() else "".join(c for c in text if not _dropped(ord(c)))


def _dropped(point: int) -> bool:
    return point in _DROPPED_ALONE or any(a <= point <= b for a, b in _DROPPED)


def _characters() -> tuple[NDArray[np.uint8], NDArray[np.int32], NDArray[np.int32]]:
    kind = np.zeros(_SIZE, np.uint8)
    fold = np.arange(_SIZE, dtype=np.int32)
    sequences: list[int] = [0]
    for first, last in _PLAIN_RANGES:
        kind[first : last + 1] = LETTER
    kind[0xD800:0xF900] = SEPARATOR
    for point in _other_points():
        char = chr(point)
        kind[point] = _kind(char)
        if kind[point] in (SEPARATOR, SYMBOL):
            continue
        folded = _folded(char)
        if len(folded) == 1:
            fold[point] = ord(folded)
        elif not folded:
            fold[point] = 0
        else:
            fold[point] = -len(sequences)
            sequences += [len(folded), *map(ord, folded)]
    for first, last in _UNSPACED_RANGES:
        part = kind[first : last + 1]
        part[part != DIGIT] = UNSPACED
    for group, what in (
        (_APOSTROPHES, APOSTROPHE),
        (_HYPHENS, HYPHEN),
        (_SYMBOLS, SYMBOL),
    ):
        for char in group:
            kind[ord(char)] = what
    kind[[*_VOICED, *_DROPPED_ALONE[:3]]] = MARK
    fold[list(_DROPPED_ALONE)] = 0
    for point in _VOICED[2:]:
        fold[point] = point - 0xFF9E + 0x3099
    return kind, fold, np.array(sequences, np.int32)


def _other_points() -> Iterable[int]:
    at = 0
    for first, last in _PLAIN_RANGES:
        yield from range(at, first)
        at = last + 1
    yield from range(at, _SIZE)


def _kind(char: str) -> int:
    if char.isdecimal():
        return DIGIT
    if char.isalnum():
        return LETTER
    if unicodedata.category(char)[0] == "M":
        return MARK
    return SEPARATOR


def _hash_table(
    codes: Sequence[int] | NDArray[np.int64],
) -> tuple[NDArray[np.int64], list[int]]:
    """An open table at most half full, and the place of each code in it."""
    size = 1 << max(4, (2 * len(codes)).bit_length())
    table = [-1] * size
    places = []
    for code in np.asarray(codes).tolist():
        place = code & (size - 1)
        while table[place] not in (-1, code):
            place = (place + 1) & (size - 1)
        table[place] = code
        places.append(place)
    return np.array(table, np.int64), places
