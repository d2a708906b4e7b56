"""WordPiece over the vocabulary of BERT base uncased (Wu et al., 2016).

Our own, because the usual library brings a network client with it; a test holds it
to that library piece by piece.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN, START, END = 100, 101, 102
"""Piece numbers of [UNK], [CLS] and [SEP]."""

_MAX_WORD_CHARS = 100  # as BERT: a longer word is unknown
_CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


def piece_ids(text: str, *, max_pieces: int = 256) -> list[int]:
    """The numbers of a text's pieces between [CLS] and [SEP].

    Args:
        text: Any text.
        max_pieces: Longest result, the two marks included; the rest is cut off.
    """
    ids = [START]
    for word in basic_tokens(text):
        ids.extend(_word_ids(word))
        if len(ids) >= max_pieces:
            break
    return [*ids[: max_pieces - 1], END]


def basic_tokens(text: str) -> list[str]:
    """Words, marks and single Chinese characters: lower case, without accents."""
    out: list[str] = []
    word: list[str] = []
    for char in _folded(text):
        kind = _char_kind(char)
        if kind == "part":
            word.append(char)
            continue
        if word:
            out.append("".join(word))
            word = []
        if kind == "alone":
            out.append(char)
    if word:
        out.append("".join(word))
    return out


def _folded(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.lower()
    # The library cleans, then decomposes, then lower-cases; the order shows on
    # letters such as the Turkish capital dotted I.
    clean = "".join(c for c in text if not _is_dropped(c))
    decomposed = unicodedata.normalize("NFD", clean)
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return "".join(c.lower() for c in bare)


@lru_cache(maxsize=4096)
def _char_kind(char: str) -> str:
    if _is_dropped(char):
        return "nothing"
    if char.isspace():
        return "space"
    code = ord(char)
    if char.isascii():
        return "part" if char.isalnum() else "alone"
    if any(low <= code <= high for low, high in _CJK):
        return "alone"
    return "alone" if unicodedata.category(char).startswith("P") else "part"


def _is_dropped(char: str) -> bool:
    return char in "\0\ufffd" or (
        char not in "\t\n\r" and unicodedata.category(char).startswith("C")
    )


@lru_cache(maxsize=50_000)
def _word_ids(word: str) -> tuple[int, ...]:
    """Longest piece first; one piece that is not there makes the word unknown."""
    pieces = _vocabulary()
    if len(word) > _MAX_WORD_CHARS:
        return (UNKNOWN,)
    ids: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            found = pieces.get(mark + word[start:end])
            if found is not None:
                break
        else:
            return (UNKNOWN,)
        ids.append(found)
        start = end
    return tuple(ids)


@cache
def _vocabulary() -> dict[str, int]:
    path = files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}
