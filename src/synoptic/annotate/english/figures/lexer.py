"""Words, numbers and marks of a stretch of text, as the two grammars read them."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # a.m., U.S.
    r"|(?<![\w.])\.\d+"  # .001
    r"|\d+(?:[.,]\d+|[\u202f\u00a0\u2009]\d{3}(?!\d)"  # 1,300 with any mark
    r"| , \d{3}(?!\d)| \. \d+(?= ))*"  # "1 , 300" where words are cut
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|\S"
)
_LONGEST_NUMBER = 30
DASHES = frozenset("-‐‑–—−")


class Word(NamedTuple):
    """A word, a number or a single mark.

    Attributes:
        low: Lower case, apostrophes straight.
        kind: `w` word, `n` number in digits, `p` any other mark.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str


END = Word(-1, -1, "", "", "p")


def lex(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]` in order; offsets are into `text`."""
    words = []
    for match in _TOKEN.finditer(text, start, end):
        printed = match.group()
        first = printed[0]
        if len(printed) > _LONGEST_NUMBER and first.isdecimal():
            kind, low = "p", printed  # no reader takes such a run for a number
        elif first.isdecimal() or (first == "." and len(printed) > 1):
            kind, low = "n", printed
        elif first.isalpha() or len(printed) > 1:
            kind, low = "w", printed.lower().replace("’", "'")
        else:
            kind, low = "p", printed
        words.append(Word(match.start(), match.end(), printed, low, kind))
    return words


def at(words: list[Word], index: int) -> Word:
    """The word at an index, or an empty one outside the list."""
    return words[index] if 0 <= index < len(words) else END


def joined(words: list[Word], index: int) -> bool:
    """Whether the word at an index touches the one before it."""
    return 0 < index < len(words) and words[index - 1].end == words[index].start


def hyphen(words: list[Word], index: int) -> bool:
    """Whether the word at an index is a dash that joins its two neighbours."""
    return (
        at(words, index).low in DASHES
        and joined(words, index)
        and joined(words, index + 1)
    )


def past_dash(words: list[Word], i: int) -> int:
    """The index behind a hyphen that ties the next word on, else the same index."""
    return i + 1 if hyphen(words, i) and at(words, i + 1).kind == "w" else i
