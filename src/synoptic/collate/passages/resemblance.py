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
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

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
SAYING = frozenset(
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
            weight = max(bits(norm) - _FREE_BITS, 0.0) if one not in SAYING else 0.0
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
    def near_groups(self) -> dict[str, list[str]]:
        """The common words by the stem of the words near them."""
        groups: dict[str, list[str]] = {}
        for one, group in self.near.items():
            groups.setdefault(group, []).append(one)
        return groups

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
        uses = Counter(chain.from_iterable(passage.terms for passage in side))
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
    in_a, in_b = (set().union(*(p.terms for p in side)) for side in (a, b))
    places = {term: i for i, term in enumerate(sorted(in_a & in_b))}
    left, right = (_spread(side, places, kept) for side in (a, b))
    shared: NDArray[np.float64] = left @ right.T
    return shared


def _spread(
    side: Sequence[Passage], places: Mapping[str, int], kept: Mapping[str, float]
) -> NDArray[np.float64]:
    """Square roots of the bits of some stems, a row for each passage."""
    cells = [
        (row, places[term], weight * kept.get(term, 1.0))
        for row, passage in enumerate(side)
        for term, (weight, _) in passage.terms.items()
        if term in places
    ]
    matrix = np.zeros((len(side), len(places)))
    if cells:
        rows, columns, bits_of = zip(*cells, strict=True)
        matrix[rows, columns] = np.sqrt(bits_of)
    return matrix


class Weighed(NamedTuple):
    """A passage with the weights that hold between two reports.

    Attributes:
        terms: Bits of each stem, faded, and whether it is a name.
        words, names: Sums of the bits of common words and of names.
        run: Stems that tell something, in order, with their bits.
    """

    passage: Passage
    terms: dict[str, tuple[float, bool]]
    words: float
    names: float
    run: list[tuple[str, float]]


def weigh(passage: Passage, kept: Mapping[str, float]) -> Weighed:
    """Set the weights of a passage between two reports, from `fading`."""
    terms = {
        term: (weight * kept.get(term, 1.0), name)
        for term, (weight, name) in passage.terms.items()
    }
    return Weighed(
        passage,
        terms,
        sum(weight for weight, name in terms.values() if not name),
        sum(weight for weight, name in terms.values() if name),
        [
            (one, weight * kept.get(one, 1.0))
            for one, (weight, _) in zip(passage.stems, passage.weights, strict=True)
            if weight
        ],
    )


def resemblance(one: Weighed, other: Weighed) -> list[float]:
    """The features of one pair, in the order of `FEATURES`; the same both ways."""
    if (other.passage.norms, other.passage.text) < (
        one.passage.norms,
        one.passage.text,
    ):
        one, other = other, one
    a, b = one.passage, other.passage
    words = names = 0.0
    for term, (weight_a, name_a) in one.terms.items():
        if term in other.terms:
            weight_b, name_b = other.terms[term]
            if name_a and name_b:
                names += min(weight_a, weight_b)
            else:
                words += min(weight_a, weight_b)
    shared = words + names
    total_a, total_b = one.words + one.names, other.words + other.names
    share_a, share_b = _part(shared, total_a), _part(shared, total_b)
    own_a, own_b = max(total_a - shared, 0.0), max(total_b - shared, 0.0)
    run_a, run_b = _own_run(one, other), _own_run(other, one)
    in_order, shared_run = _in_order(one, b)
    n_numbers = len(a.numbers | b.numbers)
    return [
        min(share_a, share_b),
        max(share_a, share_b),
        _part(2 * words, one.words + other.words),
        _part(2 * names, one.names + other.names) if one.names + other.names else 0.5,
        math.log1p(shared),
        _part(2 * (words + _near(one, other)), one.words + other.words),
        2 * len(a.pairs & b.pairs) / max(len(a.pairs) + len(b.pairs), 1),
        in_order / max(len(a.stems), len(b.stems), 1),
        fuzz.token_sort_ratio(a.plain, b.plain) / 100,
        fuzz.partial_ratio(*sorted((a.plain, b.plain), key=_by_length)) / 100,
        abs(math.log((len(a.norms) + 1) / (len(b.norms) + 1))),
        math.log1p(min(own_a, own_b)),
        math.log1p(max(own_a, own_b)),
        math.log1p(min(run_a, run_b)),
        math.log1p(max(run_a, run_b)),
        math.log1p(shared_run),
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
    left = {i: weigh(a[i], kept) for i in set(pairs[:, 0].tolist())}
    right = {j: weigh(b[j], kept) for j in set(pairs[:, 1].tolist())}
    rows = [resemblance(left[i], right[j]) for i, j in pairs.tolist()]
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
            and any(stem(norm) in SAYING for norm in stretch)
        ):
            cue[first:place] = [True] * len(stretch)
        first = place + 1
    return tuple(cue)


def _near(one: Weighed, other: Weighed) -> float:
    """Bits of the words that have only a near word on the other side."""
    total = 0.0
    near_a, near_b = one.passage.near_groups, other.passage.near_groups
    for group, terms in near_a.items():
        if group not in near_b:
            continue
        left = [one.terms[t][0] for t in terms if t not in other.terms]
        right = [other.terms[t][0] for t in near_b[group] if t not in one.terms]
        if left and right:
            total += min(max(left), max(right))
    return total


def _own_run(one: Weighed, other: Weighed) -> float:
    """Bits of the heaviest stretch of one without a word that the other has too."""
    best = run = 0.0
    terms = other.terms
    for term, weight in one.run:
        if term in terms:
            run = 0.0
        else:
            run += weight
            best = max(best, run)
    return best


def _in_order(one: Weighed, b: Passage) -> tuple[int, float]:
    """How many words stand in the same order, and the bits of their heaviest run."""
    a = one.passage
    best = run = 0.0
    n_words = 0
    last = -1
    for op in LCSseq.opcodes(a.stems, b.stems):
        if op.tag != "equal":
            continue
        n_words += op.src_end - op.src_start
        run = run if op.src_start - last <= 1 else 0.0
        run += sum(
            one.terms[term][0]
            for term in a.stems[op.src_start : op.src_end]
            if term in one.terms
        )
        best = max(best, run)
        last = op.src_end
    return n_words, best


def _part(shared: float, total: float) -> float:
    return min(shared / total, 1.0) if total > 0 else 0.0


def _by_length(text: str) -> tuple[int, str]:
    # the library's answer can depend on the order of two equally long strings
    return len(text), text
