"""Which words of two bodies match, and through which pairs of sentences.

No global order is asked for, so a passage may stand anywhere in the other report.
Everything here is decided from the two bodies alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.text.align import align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.passages.body import Body

_MIN_RUN_BITS = 12.0
_MIN_SHARED_BITS = 22.0
_MIN_PAIR_BITS = 22.0
_MIN_PAIR_PART = 0.2
_COMMON_PAIR_BITS = 13.0
_REPEATED_PART = 0.8


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
    """Token ids and telling word pairs of some bodies, shared by all their pairs."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.bodies = tuple(bodies)
        vocabulary: dict[str, int] = {}
        self.ids = [
            [vocabulary.setdefault(n, len(vocabulary)) for n in body.norm]
            for body in bodies
        ]
        self._pairs = [
            _rare_word_pairs(b, row) for b, row in zip(bodies, self.ids, strict=True)
        ]
        self._heaviness = [[b.weight(s) for s in b.sentences] for b in bodies]
        self._last: tuple[tuple[int, int], list[tuple[int, int]]] = ((-1, -1), [])

    def matches(self, a: int, b: int) -> list[Match]:
        """Return the sentence pairs of two bodies that share words, heaviest first.

        Each token takes part in one match at most. Equal sentences are matched
        first, the k-th with the k-th; then the pair that shares most.
        """
        bodies = self.bodies[a], self.bodies[b]
        free_a, free_b = list(self.ids[a]), list(self.ids[b])
        found = list(self._equal_sentences(a, b))
        for match in found:
            _take(free_a, free_b, match)
        taken_a = {m.i for m in found}
        taken_b = {m.j for m in found}
        candidates = (
            self._match(bodies, (i, j), free_a, free_b)
            for i, j in self._candidates(a, b)
            if i not in taken_a and j not in taken_b
        )
        ranked = sorted(
            (m for m in candidates if m is not None),
            key=lambda m: (-m.bits, m.i, m.j),
        )
        for match in ranked:
            now: Match | None = match
            if any(free_a[x] < 0 or free_b[y] < 0 for x, y in match.pairs):
                now = self._match(bodies, (match.i, match.j), free_a, free_b)
            if now is not None:
                _take(free_a, free_b, now)
                found.append(now)
        return found

    def repeats(
        self, a: int, b: int, linked_a: set[int], linked_b: set[int]
    ) -> list[Match]:
        """Sentences that say again what the other report's linked sentences say.

        A summary line or a teaser repeats a sentence of its own report; its words
        were taken by the first print of it.

        Args:
            a: Index of the one body.
            b: Index of the other body.
            linked_a: Sentences of a that are linked to b already.
            linked_b: Sentences of b that are linked to a already.
        """
        bodies = self.bodies[a], self.bodies[b]
        found: list[Match] = []
        done: set[tuple[str, int]] = set()
        ranked = sorted(
            (
                match
                for i, j in self._candidates(a, b)
                if (i in linked_a) != (j in linked_b)
                and (match := self._match(bodies, (i, j), self.ids[a], self.ids[b]))
            ),
            key=lambda m: (-m.bits, m.i, m.j),
        )
        for match in ranked:
            heaviest = max(self._heaviness[a][match.i], self._heaviness[b][match.j])
            again = ("b", match.j) if match.i in linked_a else ("a", match.i)
            if again not in done and match.bits >= _REPEATED_PART * heaviest:
                done.add(again)
                found.append(match)
        return found

    def _candidates(self, a: int, b: int) -> list[tuple[int, int]]:
        """Sentence pairs that share pairs of neighbouring words that are not common.

        An edited passage keeps some run of words; single words in common are left to
        the scorer of reworded passages.
        """
        if self._last[0] == (a, b):
            return self._last[1]  # asked twice of two bodies, one after the other
        pairs_a, pairs_b = self._pairs[a], self._pairs[b]
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for pair in pairs_a.keys() & pairs_b.keys():
            weight, sentences_a = pairs_a[pair]
            for i in sentences_a:
                for j in pairs_b[pair][1]:
                    shared[i, j] += weight
        heavy_a, heavy_b = self._heaviness[a], self._heaviness[b]
        found = sorted(
            (i, j)
            for (i, j), weight in shared.items()
            if weight >= _MIN_PAIR_BITS
            and weight >= _MIN_PAIR_PART * min(heavy_a[i], heavy_b[j])
        )
        self._last = ((a, b), found)
        return found

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
        bodies: tuple[Body, Body],
        place: tuple[int, int],
        free_a: Sequence[int],
        free_b: Sequence[int],
    ) -> Match | None:
        (body_a, body_b), (i, j) = bodies, place
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


def _rare_word_pairs(
    body: Body, ids: Sequence[int]
) -> dict[tuple[int, int], tuple[float, list[int]]]:
    """Neighbouring words that carry something: their bits and their sentences."""
    found: dict[tuple[int, int], tuple[float, list[int]]] = {}
    for k, sentence in enumerate(body.sentences):
        for t in range(sentence.first, sentence.stop - 1):
            weight = body.bits[t] + body.bits[t + 1]
            if weight < _COMMON_PAIR_BITS:
                continue
            _, sentences = found.setdefault((ids[t], ids[t + 1]), (weight, []))
            if not sentences or sentences[-1] != k:
                sentences.append(k)
    return found
