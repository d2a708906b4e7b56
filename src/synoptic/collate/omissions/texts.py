"""What each report says, sentence by sentence, and whether it says a thing anywhere.

A report may say a thing in other words, or in two sentences. What is asked for here is
only ever the safe answer: nothing is called absent while some sentence comes near it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from synoptic.model import Span
from synoptic.text.rarity import bits
from synoptic.text.stems import near_stem, stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.model import Annotations, Report
    from synoptic.text.vectors import Vectors

RUN_BITS = 45.0  # a fragment of a quotation, and no turn of phrase
TELLING_BITS = 7.5  # a word below is a tool of grammar, as a rule
_NEAREST = 5
_RUN = 4  # words
_NAME_SHARE = 0.4  # names recur all over a story and say little of what is told


@dataclass(frozen=True, slots=True)
class Heard:
    """How much of some words a report has.

    Attributes:
        near: Share of their weight in the best two neighbouring sentences.
        anywhere: Share of their weight in the whole report.
        meaning: Likeness of the nearest sentence, -1.0 to 1.0; None: not measured.
        run: Telling bits of the heaviest run of words that stands there as it is.
    """

    near: float
    anywhere: float
    meaning: float | None
    run: float = 0.0


class Told:
    """One report's sentences: headlines, body and crossheads, as sets of stems."""

    def __init__(self, report: Report, known: Annotations) -> None:
        self.report = report
        self.known = known
        self.sentences = known.sentences
        bodies = report.spans_of("body")
        self.body = tuple(
            s for s in known.sentences if any(s.within(block) for block in bodies)
        )

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return tuple(
            frozenset(map(_key, tokenize(self.report.text, *span).norm))
            for span in self.sentences
        )

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """Every stem of the report."""
        return frozenset().union(*self.stems)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of a few words."""
        norm = tokenize(self.report.text).norm
        return frozenset(zip(*(norm[k:] for k in range(_RUN)), strict=False))

    def longest_run(self, words: str) -> float:
        """Telling bits of the heaviest run of words that stands here as it is."""
        norm = tokenize(words).norm
        best = run = 0.0
        last = -2
        for k in range(len(norm) - _RUN + 1):
            if norm[k : k + _RUN] not in self._runs:
                continue
            new = norm[k : k + _RUN] if k > last + 1 else norm[k + _RUN - 1 : k + _RUN]
            told = sum(b for b in map(bits, new) if b >= TELLING_BITS)
            run = told + (0.0 if k > last + 1 else run)
            last, best = k, max(best, run)
        return best

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds a place."""
        at = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        if at < 0 or self.sentences[at].end <= place:
            return None
        return self.sentences[at]

    def around(self, span: Span, *, before: int = 1, after: int = 1) -> Span:
        """The sentences of a span with some neighbours, as one span."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1
        last = bisect_right(self.sentences, span.end - 1, key=lambda s: s.start) - 1
        first, last = max(first - before, 0), min(last + after, len(self.sentences) - 1)
        return Span(self.sentences[first].start, self.sentences[last].end)

    def words(self, spans: Iterable[Span]) -> dict[str, float]:
        """The telling stems of some spans, with their weight in bits.

        Names and numbers weigh less: a story repeats them in every other sentence.
        """
        found: dict[str, float] = {}
        for span in spans:
            tokens = tokenize(self.report.text, *span)
            for start, norm in zip(tokens.start.tolist(), tokens.norm, strict=True):
                weight = bits(norm)
                if weight < TELLING_BITS:
                    continue
                first = self.report.text[start]
                if first.isupper() or first.isdigit():
                    weight *= _NAME_SHARE
                found[_key(norm)] = max(weight, found.get(_key(norm), 0.0))
        return found


class Texts:
    """All reports of a story, and whether one of them says a thing.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        vectors: The second vote; None: words alone.
    """

    def __init__(
        self,
        reports: Sequence[Report],
        annotations: Sequence[Annotations],
        vectors: Vectors | None,
    ) -> None:
        self.told = [Told(r, n) for r, n in zip(reports, annotations, strict=True)]
        self.index = {report.id: k for k, report in enumerate(reports)}
        self._vectors = vectors
        self._meanings: dict[str, NDArray[np.float32]] = {}

    def of(self, report: str) -> Told:
        """The sentences of a report, by its id."""
        return self.told[self.index[report]]

    def heard(self, told: Told, words: Mapping[str, float], meant: str = "") -> Heard:
        """How much of some words a report has, in one place and anywhere.

        Args:
            told: The report that is searched.
            words: Stems with their weight, as `Told.words` gives them.
            meant: The sentence that they come from, for its meaning.
        """
        total = sum(words.values())
        if not total or not told.stems:
            return Heard(1.0 if not total else 0.0, 1.0 if not total else 0.0, None)
        shares = [
            sum(weight for key, weight in words.items() if key in one or key in two)
            for one, two in zip(told.stems, (*told.stems[1:], frozenset()), strict=True)
        ]
        anywhere = sum(w for key, w in words.items() if key in told.all_stems)
        return Heard(
            near=max(shares) / total,
            anywhere=anywhere / total,
            meaning=self._likeness(told, shares, meant),
            run=told.longest_run(meant) if meant else 0.0,
        )

    def _likeness(
        self, told: Told, shares: Sequence[float], meant: str
    ) -> float | None:
        """Likeness to the nearest of the sentences with the most words in common."""
        if self._vectors is None or not meant:
            return None
        nearest = sorted(range(len(shares)), key=lambda k: (-shares[k], k))
        there = [
            " ".join(told.report.quote(told.sentences[k]).split())
            for k in sorted({n for k in nearest[:_NEAREST] for n in (k, k + 1)})
            if k < len(told.sentences)
        ]
        wanted = " ".join(meant.split())
        rows = self._meaning_of([wanted, *there])
        return float((rows[1:] @ rows[0]).max())

    def _meaning_of(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        if self._vectors is None:
            return np.zeros((len(sentences), 1), np.float32)
        new = sorted({s for s in sentences if s not in self._meanings})
        if new:
            self._meanings |= dict(zip(new, self._vectors.encode(new), strict=True))
        return np.stack([self._meanings[s] for s in sentences])


def _key(norm: str) -> str:
    return near_stem(stem(norm))
