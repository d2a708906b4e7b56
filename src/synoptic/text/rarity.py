"""How much a word tells: rarity from a fixed background table.

BERT's vocabulary runs by falling frequency from about its 2,000th piece on, so a
word's place in it stands for its frequency under Zipf's law (Zipf 1949; the table is
Devlin et al. 2019). The table is the same for every story: with frequencies from the
story itself, adding a report would change the verdict on two others.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_WORD = 1995  # places before it hold markers and single characters
_TOP_BITS = 16.0  # a word the table does not know: a name, as a rule
_CLITICS = frozenset({"'s", "'", "s"})


@cache
def _ranks() -> dict[str, int]:
    table = resources.files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
    words = table.read_text(encoding="utf-8").split("\n")[_FIRST_WORD:]
    return {w: i + 1 for i, w in enumerate(words) if w and not w.startswith("##")}


def known(word: str) -> bool:
    """Whether the background table holds the word (lower case) as a whole."""
    return word in _ranks()


def known_words() -> Iterable[str]:
    """The words that the background table holds as a whole, the frequent ones first."""
    return _ranks().keys()


@lru_cache(maxsize=1 << 17)
def bits(norm: str) -> float:
    """Return the information of a token's normal form, in bits.

    About 3 for "the", 16 for a word the table does not know.

    Example:
        >>> bits("the") < bits("ceasefire") < bits("lukashenko") + 0.1
        True
    """
    if norm in _CLITICS:
        return 3.0
    if norm.isdigit():
        return min(8.0 + 1.5 * len(norm), 14.0)
    rank = _ranks().get(norm)
    if rank is None:
        return 4.0 if len(norm) == 1 else _TOP_BITS
    # Zipf: p = 1 / (rank * ln(table size)), and ln(28,000) is about 10.2
    return min(math.log2(rank * 10.2), _TOP_BITS)
