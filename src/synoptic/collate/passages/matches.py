"""Which words of two bodies match, and through which pairs of sentences.

No global order is asked for, so a passage may stand anywhere in the other report.
Everything here is decided from the two bodies alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.align import align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from synoptic.collate.passages.body import Body

_MIN_RUN_BITS = 12.0
_MIN_SHARED_BITS = 22.0
_MIN_SHARED_PART = 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences that share words, and which words.

    Attributes:
        i, j: Sentence indices in the two bodies.
        pairs: Matching tokens (index in body a, index in body b), by a.
        bits: What the matching tokens of `a` carry.
    """

    i: int
    j: int
    pairs: tuple[tuple[int, int], ...]
    bits: float


class Story:
    """Token ids and sentence vectors of some bodies, shared by all their pairs.

    Weights are whole sixteenths of a bit, so that sums in float32 are exact and do
    not depend on how a matrix product is cut: a third report must not move a
    threshold for two others.
    """

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.bodies = tuple(bodies)
        ids: dict[str, int] = {}
        self.ids = [[ids.setdefault(n, len(ids)) for n in b.norm] for b in bodies]
        seen_in: dict[int, int] = defaultdict(int)
        for row in self.ids:
            for token in set(row):
                seen_in[token] += 1
        common = sorted(t for t, n in seen_in.items() if n > 1)
        column = {token: place for place, token in enumerate(common)}
        self._presence = [
            self._sentence_rows(body, row, column)
            for body, row in zip(self.bodies, self.ids, strict=True)
        ]
        self._weighted = []
        for body, row, presence in zip(
            self.bodies, self.ids, self._presence, strict=True
        ):
            weight = np.zeros(len(column), np.float32)
            for token, value in zip(row, body.bits, strict=True):
                if token in column:
                    weight[column[token]] = round(value * 16) / 16
            self._weighted.append(presence * weight)

    @staticmethod
    def _sentence_rows(
        body: Body, ids: Sequence[int], column: dict[int, int]
    ) -> NDArray[np.float32]:
        rows = np.zeros((len(body.sentences), len(column)), np.float32)
        for k, sentence in enumerate(body.sentences):
            for token in ids[sentence.first : sentence.stop]:
                if token in column:
                    rows[k, column[token]] = 1.0
        return rows

    def shared_bits(self, a: int, b: int) -> NDArray[np.float32]:
        """Bits of the word types that each pair of sentences of two bodies shares.

        Returns:
            `n_sentences(a)` by `n_sentences(b)`.
        """
        return self._weighted[a] @ self._presence[b].T

    def matches(self, a: int, b: int) -> list[Match]:
        """Return the sentence pairs of two bodies that share words, heaviest first.

        Each token takes part in one match at most. Equal sentences are matched
        first, the k-th with the k-th; then the pair that shares most.
        """
        body_a, body_b = self.bodies[a], self.bodies[b]
        free_a, free_b = list(self.ids[a]), list(self.ids[b])
        found = list(self._equal_sentences(a, b))
        for match in found:
            _take(free_a, free_b, match)
        taken_a = {m.i for m in found}
        taken_b = {m.j for m in found}
        candidates = [
            (self._match(body_a, body_b, i, j, free_a, free_b), i, j)
            for i, j in self._candidates(a, b)
            if i not in taken_a and j not in taken_b
        ]
        ranked = sorted(
            (m for m, _, _ in candidates if m is not None),
            key=lambda m: (-m.bits, m.i, m.j),
        )
        for match in ranked:
            now: Match | None = match
            if any(free_a[x] < 0 or free_b[y] < 0 for x, y in match.pairs):
                now = self._match(body_a, body_b, match.i, match.j, free_a, free_b)
            if now is not None:
                _take(free_a, free_b, now)
                found.append(now)
        return found

    def _candidates(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        shared = self.shared_bits(a, b)
        if not shared.size:
            return
        weight_a = np.array(
            [self.bodies[a].weight(s) for s in self.bodies[a].sentences]
        )
        weight_b = np.array(
            [self.bodies[b].weight(s) for s in self.bodies[b].sentences]
        )
        least = np.minimum(weight_a[:, None], weight_b[None, :])
        enough = (shared >= _MIN_SHARED_BITS) & (shared >= _MIN_SHARED_PART * least)
        for i, j in np.argwhere(enough):
            yield int(i), int(j)

    def _equal_sentences(self, a: int, b: int) -> Iterator[Match]:
        body_a, body_b = self.bodies[a], self.bodies[b]
        places: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for j, sentence in enumerate(body_b.sentences):
            places[tuple(self.ids[b][sentence.first : sentence.stop])].append(j)
        for i, sentence in enumerate(body_a.sentences):
            waiting = places.get(tuple(self.ids[a][sentence.first : sentence.stop]))
            if waiting and len(sentence):
                j = waiting.pop(0)
                first_b = body_b.sentences[j].first
                pairs = tuple(
                    (sentence.first + k, first_b + k) for k in range(len(sentence))
                )
                yield Match(i, j, pairs, body_a.weight(sentence))

    @staticmethod
    def _match(
        body_a: Body,
        body_b: Body,
        i: int,
        j: int,
        free_a: Sequence[int],
        free_b: Sequence[int],
    ) -> Match | None:
        left, right = body_a.sentences[i], body_b.sentences[j]
        ordered, moved = align(
            free_a[left.first : left.stop],
            free_b[right.first : right.stop],
            body_a.bits[left.first : left.stop],
            min_bits=_MIN_RUN_BITS,
        )
        pairs = sorted(
            (left.first + x + k, right.first + y + k)
            for x, y, n in (*ordered, *moved)
            for k in range(n)
        )
        bits = sum(body_a.bits[x] for x, _ in pairs)
        if bits < _MIN_SHARED_BITS:
            return None
        return Match(i, j, tuple(pairs), bits)


def _take(free_a: list[int], free_b: list[int], match: Match) -> None:
    for x, y in match.pairs:
        free_a[x] = -1
        free_b[y] = -2
