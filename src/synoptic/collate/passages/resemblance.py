"""How two passages resemble each other: the evidence of their words, as numbers.

Shared words count by their rarity in a fixed background table, in both directions
(the spirit of Mihalcea, Corley and Strapparava, 2006); order, pairs of words and
letters come on top (Wan et al., 2006). A word that the two reports use again and
again (the name of the story's hero) tells less about one statement than one they use
once, so its weight falls with each further use in these two reports.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from synoptic.text.rarity import bits, known
from synoptic.text.stems import near_stem, stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    "own_run_least_bits",
    "own_run_greatest_bits",
    "shared_run_bits",
    "number_share",
    "number_apart",
)
"""Names of the columns of `resemblances`."""

_FREE_BITS = 5.0  # a word below tells nothing about a statement: "the", "said"
_NAME_WEIGHT = 0.6  # the names of a story stand in most of its sentences
_CUE_WEIGHT = 0.3  # who says it, and where, beside a quotation: little of what is said
_MAX_CUE_WORDS = 16
_USES_PER_HALVING = 8.0  # further uses of a stem in the two reports that halve it
_SAYING = frozenset(
    stem(word)
    for word in "say tell add ask report state announce accord write tweet".split()
)
_NUMBER = re.compile(r"^\d[\d.,]*$")
_QUOTED = re.compile(r"[“\"][^“”\"]+(?:[”\"]|$)|^[^“”\"]+”")


@dataclass(frozen=True)
class Passage:
    """A sentence or clause, ready to be compared.

    Attributes:
        text: As printed.
        norms: Normal forms of its words, in order.
        capitals: Whether each word is printed with a capital.
        cue: Whether each word stands beside a quotation and tells who says it.
    """

    text: str
    norms: tuple[str, ...]
    capitals: tuple[bool, ...]
    cue: tuple[bool, ...]

    @classmethod
    def of(cls, text: str) -> Passage:
        """Make a passage of a text."""
        tokens = tokenize(text)
        starts = tokens.start.tolist()
        capitals = tuple(text[start].isupper() for start in starts)
        return cls(text, tokens.norm, capitals, _cue_words(text, starts, tokens.norm))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words, in order."""
        return tuple(map(stem, self.norms))

    @cached_property
    def weights(self) -> tuple[tuple[float, bool], ...]:
        """Bits of each word in order, 0 for a light one, and whether it is a name."""
        # in a line of capitals (a headline) capitals tell no name
        shouting = sum(self.capitals) > 0.6 * max(len(self.capitals), 1)
        out = []
        for place, (norm, one) in enumerate(zip(self.norms, self.stems, strict=True)):
            weight = max(bits(norm) - _FREE_BITS, 0.0) if one not in _SAYING else 0.0
            first = place == 0 and known(norm)
            name = self.capitals[place] and not first and not shouting
            weight *= _NAME_WEIGHT if name else 1.0
            out.append((weight * (_CUE_WEIGHT if self.cue[place] else 1.0), name))
        return tuple(out)

    @cached_property
    def terms(self) -> dict[str, tuple[float, bool]]:
        """Bits of each stem that tells something, and whether it is a name here."""
        terms: dict[str, tuple[float, bool]] = {}
        for one, (weight, name) in zip(self.stems, self.weights, strict=True):
            if weight > terms.get(one, (0.0, False))[0]:
                terms[one] = (weight, name)
        return terms

    @cached_property
    def near(self) -> dict[str, str]:
        """For each common word that tells something, the stem of the words near it."""
        return {
            one: near_stem(one) for one, (_, name) in self.terms.items() if not name
        }

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers, in digits."""
        return frozenset(s for s in self.stems if _NUMBER.match(s))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems, light words left out."""
        return frozenset(pairwise(s for s in self.stems if s in self.terms))

    @cached_property
    def plain(self) -> str:
        """Its normal forms as one string."""
        return " ".join(self.norms)


def fading(a: Sequence[Passage], b: Sequence[Passage]) -> dict[str, float]:
    """How much of its weight each stem keeps, by its uses in two reports.

    Args:
        a: All passages of the one report.
        b: All passages of the other one.

    Returns:
        For the stems that are used more than once in one of them, 0.0 to 1.0.
    """
    further: Counter[str] = Counter()
    for side in (a, b):
        uses = Counter(term for passage in side for term in passage.terms)
        further.update({term: n - 1 for term, n in uses.items() if n > 1})
    return {
        term: _USES_PER_HALVING / (_USES_PER_HALVING + n) for term, n in further.items()
    }


def shared_bits(
    a: Sequence[Passage], b: Sequence[Passage], kept: Mapping[str, float]
) -> NDArray[np.float64]:
    """Bits of the stems that each two passages share.

    Args:
        a: Passages of the one report.
        b: Passages of the other one.
        kept: What each stem keeps of its weight, from `fading`.

    Returns:
        Shape (n_a, n_b).
    """
    both = {t for p in a for t in p.terms} & {t for p in b for t in p.terms}
    places = {term: i for i, term in enumerate(sorted(both))}
    left, right = np.zeros((len(a), len(places))), np.zeros((len(b), len(places)))
    for side, matrix in ((a, left), (b, right)):
        for row, passage in enumerate(side):
            for term in passage.terms.keys() & both:
                weight = passage.terms[term][0] * kept.get(term, 1.0)
                matrix[row, places[term]] = math.sqrt(weight)
    shared: NDArray[np.float64] = left @ right.T
    return shared


def resemblance(a: Passage, b: Passage, kept: Mapping[str, float]) -> list[float]:
    """The features of one pair, in the order of `FEATURES`; the same both ways."""
    a, b = sorted((a, b), key=lambda passage: (passage.norms, passage.text))
    words_a, names_a = _totals(a, kept)
    words_b, names_b = _totals(b, kept)
    words = names = 0.0
    for term, (weight_a, name_a) in a.terms.items():
        if term not in b.terms:
            continue
        weight_b, name_b = b.terms[term]
        weight = min(weight_a, weight_b) * kept.get(term, 1.0)
        if name_a and name_b:
            names += weight
        else:
            words += weight
    shared = words + names
    total_a, total_b = words_a + names_a, words_b + names_b
    share_a, share_b = _part(shared, total_a), _part(shared, total_b)
    own_a, own_b = max(total_a - shared, 0.0), max(total_b - shared, 0.0)
    near = words + _near(a, b, kept)
    run_a, run_b = _own_run(a, b, kept), _own_run(b, a, kept)
    n_numbers = len(a.numbers | b.numbers)
    return [
        min(share_a, share_b),
        max(share_a, share_b),
        _part(2 * words, words_a + words_b),
        _part(2 * names, names_a + names_b) if names_a + names_b else 0.5,
        math.log1p(shared),
        _part(2 * near, words_a + words_b),
        2 * len(a.pairs & b.pairs) / max(len(a.pairs) + len(b.pairs), 1),
        LCSseq.normalized_similarity(a.stems, b.stems),
        fuzz.token_sort_ratio(a.plain, b.plain) / 100,
        _partial(a.plain, b.plain),
        abs(math.log((len(a.norms) + 1) / (len(b.norms) + 1))),
        math.log1p(min(own_a, own_b)),
        math.log1p(max(own_a, own_b)),
        math.log1p(min(run_a, run_b)),
        math.log1p(max(run_a, run_b)),
        math.log1p(_shared_run(a, b, kept)),
        len(a.numbers & b.numbers) / n_numbers if n_numbers else 0.5,
        float(bool(a.numbers - b.numbers) and bool(b.numbers - a.numbers)),
    ]


def resemblances(
    a: Sequence[Passage],
    b: Sequence[Passage],
    pairs: NDArray[np.intp],
    kept: Mapping[str, float],
) -> NDArray[np.float64]:
    """The features of many pairs.

    Args:
        a: Passages of the one report.
        b: Passages of the other one.
        pairs: Shape (n, 2), places in `a` and in `b`.
        kept: What each stem keeps of its weight, from `fading`.

    Returns:
        Shape (n, n_features).
    """
    rows = [resemblance(a[i], b[j], kept) for i, j in pairs]
    return np.array(rows, np.float64).reshape(len(rows), len(FEATURES))


def _cue_words(
    text: str, starts: Sequence[int], norms: Sequence[str]
) -> tuple[bool, ...]:
    """Mark the words of short stretches beside a quotation that hold a cue."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    if not quoted:
        return (False,) * len(norms)
    inside = [any(s <= start < e for s, e in quoted) for start in starts]
    cue = [False] * len(norms)
    if 2 * sum(inside) < len(norms):
        return tuple(cue)
    first = 0
    for place in range(len(norms) + 1):
        if place < len(norms) and not inside[place]:
            continue
        stretch = norms[first:place]
        if (
            len(stretch) <= _MAX_CUE_WORDS
            and "that" not in stretch
            and any(stem(norm) in _SAYING for norm in stretch)
        ):
            cue[first:place] = [True] * len(stretch)
        first = place + 1
    return tuple(cue)


def _totals(passage: Passage, kept: Mapping[str, float]) -> tuple[float, float]:
    words = names = 0.0
    for term, (weight, name) in passage.terms.items():
        if name:
            names += weight * kept.get(term, 1.0)
        else:
            words += weight * kept.get(term, 1.0)
    return words, names


def _near(a: Passage, b: Passage, kept: Mapping[str, float]) -> float:
    """Bits of the words that have only a near word on the other side."""
    left, right = (
        {
            group: p.terms[one][0] * kept.get(one, 1.0)
            for one, group in p.near.items()
            if one not in other.terms
        }
        for p, other in ((a, b), (b, a))
    )
    return sum(
        min(weight, right[group]) for group, weight in left.items() if group in right
    )


def _own_run(a: Passage, b: Passage, kept: Mapping[str, float]) -> float:
    """Bits of the heaviest stretch of `a` without a word that `b` has too."""
    best = run = 0.0
    for one, (weight, _) in zip(a.stems, a.weights, strict=True):
        if weight and one in b.terms:
            run = 0.0
        else:
            run += weight * kept.get(one, 1.0)
            best = max(best, run)
    return best


def _shared_run(a: Passage, b: Passage, kept: Mapping[str, float]) -> float:
    """Bits of the heaviest run of words in the same order on both sides."""
    best = run = 0.0
    last = -1
    for op in LCSseq.opcodes(a.stems, b.stems):
        if op.tag != "equal":
            continue
        run = run if op.src_start - last <= 1 else 0.0
        for place in range(op.src_start, op.src_end):
            run += a.weights[place][0] * kept.get(a.stems[place], 1.0)
        best = max(best, run)
        last = op.src_end
    return best


def _part(shared: float, total: float) -> float:
    return min(shared / total, 1.0) if total > 0 else 0.0


def _partial(a: str, b: str) -> float:
    # the library's own answer can depend on the order of two equally long strings
    a, b = sorted((a, b), key=lambda s: (len(s), s))
    return fuzz.partial_ratio(a, b) / 100
