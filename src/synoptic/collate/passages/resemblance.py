"""How two passages resemble each other: the evidence of their words, as numbers.

Shared words count by their rarity in a fixed background table, in both directions
(the spirit of Mihalcea, Corley and Strapparava, 2006); order, pairs of words and
letters come on top (Wan et al., 2006).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from synoptic.text.rarity import bits, known
from synoptic.text.stems import near_stem, stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FEATURES = (
    "least_share",
    "greatest_share",
    "word_share",
    "name_share",
    "shared_bits",
    "near_share",
    "pair_share",
    "order_share",
    "letters",
    "letters_partial",
    "length_ratio",
    "own_least_bits",
    "own_greatest_bits",
    "number_share",
    "number_apart",
)
"""Names of the columns of `resemblances`."""

_FREE_BITS = 5.0  # a word below tells nothing about a statement: "the", "said"
_NAME_WEIGHT = 0.6  # the names of a story stand in most of its sentences
_SAYING = frozenset(
    stem(word) for word in "say tell add ask report state announce according".split()
)
_NUMBER = re.compile(r"^\d[\d.,]*$")


@dataclass(frozen=True)
class Passage:
    """A sentence or clause, ready to be compared.

    Attributes:
        text: As printed.
        norms: Normal forms of its words, in order.
        capitals: Whether each word is printed with a capital.
    """

    text: str
    norms: tuple[str, ...]
    capitals: tuple[bool, ...]

    @classmethod
    def of(cls, text: str) -> Passage:
        """Make a passage of a text."""
        tokens = tokenize(text)
        capitals = tuple(text[start].isupper() for start in tokens.start)
        return cls(text, tokens.norm, capitals)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words, in order."""
        return tuple(map(stem, self.norms))

    @cached_property
    def words(self) -> dict[str, float]:
        """Bits of each stem that tells something and is no name."""
        return self._weights[0]

    @cached_property
    def names(self) -> dict[str, float]:
        """Bits of each stem that is printed as a name."""
        return self._weights[1]

    @cached_property
    def near(self) -> dict[str, float]:
        """Bits of the words, each put for the words that are near it."""
        return {near_stem(word): weight for word, weight in self.words.items()}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers, in digits."""
        return frozenset(s for s in self.stems if _NUMBER.match(s))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems, light words left out."""
        heavy = [s for s in self.stems if s in self.words or s in self.names]
        return frozenset(zip(heavy, heavy[1:], strict=False))

    @cached_property
    def plain(self) -> str:
        """Its normal forms as one string."""
        return " ".join(self.norms)

    @cached_property
    def total(self) -> float:
        """Bits of all that tells something."""
        return sum(self.words.values()) + sum(self.names.values())

    @cached_property
    def _weights(self) -> tuple[dict[str, float], dict[str, float]]:
        words: dict[str, float] = {}
        names: dict[str, float] = {}
        # in a line of capitals (a headline) capitals tell no name
        shouting = sum(self.capitals) > 0.6 * max(len(self.capitals), 1)
        for place, (norm, one) in enumerate(zip(self.norms, self.stems, strict=True)):
            weight = bits(norm) - _FREE_BITS
            if weight <= 0 or one in _SAYING:
                continue
            first = place == 0 and known(norm)
            if self.capitals[place] and not first and not shouting:
                names[one] = _NAME_WEIGHT * weight
            else:
                words[one] = weight
        for one in names:
            words.pop(one, None)
        return words, names


def shared_bits(a: Sequence[Passage], b: Sequence[Passage]) -> NDArray[np.float64]:
    """Bits of the stems that each two passages share.

    Returns:
        Shape (n_a, n_b).
    """
    weight: dict[str, float] = {}
    for passage in (*a, *b):
        for table in (passage.words, passage.names):
            for term, value in table.items():
                # a name here and a common word there: the lower of the two counts
                weight[term] = min(value, weight.get(term, value))
    places = {term: i for i, term in enumerate(sorted(weight))}
    left, right = (np.zeros((len(side), len(places))) for side in (a, b))
    for side, matrix in ((a, left), (b, right)):
        for row, passage in enumerate(side):
            for term in (*passage.words, *passage.names):
                matrix[row, places[term]] = 1.0
    values = np.array([weight[term] for term in sorted(weight)])
    shared: NDArray[np.float64] = (left * values) @ right.T
    return shared


def resemblance(a: Passage, b: Passage) -> list[float]:
    """The features of one pair, in the order of `FEATURES`; the same both ways."""
    words, names = _shared(a.words, b.words), _shared(a.names, b.names)
    # a stem can be a name on one side and a word on the other
    words += _shared(a.words, b.names) + _shared(a.names, b.words)
    shared = words + names
    share_a, share_b = _part(shared, a.total), _part(shared, b.total)
    near = _shared(a.near, b.near)
    own_a, own_b = a.total - shared, b.total - shared
    only_a, only_b = a.numbers - b.numbers, b.numbers - a.numbers
    n_numbers = len(a.numbers | b.numbers)
    return [
        min(share_a, share_b),
        max(share_a, share_b),
        _dice(_shared(a.words, b.words), a.words, b.words),
        _dice(names, a.names, b.names, empty=0.5),
        math.log1p(shared),
        _dice(near, a.near, b.near),
        2 * len(a.pairs & b.pairs) / max(len(a.pairs) + len(b.pairs), 1),
        LCSseq.normalized_similarity(a.stems, b.stems),
        fuzz.token_sort_ratio(a.plain, b.plain) / 100,
        _partial(a.plain, b.plain),
        abs(math.log((len(a.norms) + 1) / (len(b.norms) + 1))),
        math.log1p(max(min(own_a, own_b), 0.0)),
        math.log1p(max(own_a, own_b, 0.0)),
        len(a.numbers & b.numbers) / n_numbers if n_numbers else 0.5,
        float(bool(only_a) and bool(only_b)),
    ]


def resemblances(
    a: Sequence[Passage], b: Sequence[Passage], pairs: NDArray[np.int_]
) -> NDArray[np.float64]:
    """The features of many pairs.

    Args:
        a: Passages of the one side.
        b: Passages of the other side.
        pairs: Shape (n, 2), places in `a` and in `b`.

    Returns:
        Shape (n, n_features).
    """
    rows = [resemblance(a[i], b[j]) for i, j in pairs]
    return np.array(rows, np.float64).reshape(len(rows), len(FEATURES))


def _shared(a: dict[str, float], b: dict[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(min(weight, b[term]) for term, weight in a.items() if term in b)


def _part(shared: float, total: float) -> float:
    return min(shared / total, 1.0) if total > 0 else 0.0


def _dice(
    shared: float, a: dict[str, float], b: dict[str, float], *, empty: float = 0.0
) -> float:
    total = sum(a.values()) + sum(b.values())
    return 2 * shared / total if total > 0 else empty


def _partial(a: str, b: str) -> float:
    # the library's own answer can depend on the order of two equally long strings
    a, b = sorted((a, b), key=lambda s: (len(s), s))
    return fuzz.partial_ratio(a, b) / 100
