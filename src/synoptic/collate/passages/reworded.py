"""Passages of two bodies that say the same in other words, or share one point.

Asked only of what verbatim and edited links left open, since a sentence that was
found in the other report needs no second likeness there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.passages.agreement import disagreements
from synoptic.collate.passages.links import Draft
from synoptic.collate.passages.resemblance import Passage
from synoptic.collate.passages.shared_points import TELLING_BITS, Signs, shared_points
from synoptic.text.stems import near_stem, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.passages.agreement import DisagreementKind
    from synoptic.collate.passages.body import Body
    from synoptic.collate.passages.paraphrase import FirstVote, PairScorer

_MIN_OPEN_BITS = 30.0
_MOST_POINTS = 2
_OPENING = 2  # sentences of a report, in which it tells what happened
_ONE_EVENT = 2  # links and points of two reports that show that they tell of one
_REVERSED = frozenset({"role", "negation"})
_SHOWN_SCORE = 0.93  # right among points that a sign or an opening shows (0054-0056)


@dataclass(frozen=True, slots=True)
class Point:
    """Two stretches that share one point: their segments, and how sure that is."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    shown_bits: float = 0.0
    """Of the sign that shows it, where one does."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence, or what links left over of it."""

    segments: tuple[int, ...]
    passage: Passage
    is_open: bool
    """Whether it may still be reworded: enough of it has no counterpart yet."""


_Pair = tuple[int, _Stretch, int, _Stretch]


@dataclass(frozen=True, slots=True)
class Look:
    """The pairs of stretches of two bodies that are worth judging, and a first vote.

    Attributes:
        shown: The pairs that share a point by a sign of its own, with its bits.
        n_linked: How many verbatim and edited links the two bodies have.
    """

    body_a: Body
    body_b: Body
    pairs: list[_Pair]
    vote: FirstVote
    shown: list[tuple[float, _Pair]]
    n_linked: int


class Rewording:
    """Finds reworded passages; what it learns of a stretch it keeps for all pairs."""

    def __init__(self, scorer: PairScorer) -> None:
        self._scorer = scorer
        self._known: dict[tuple[str, tuple[int, ...]], Passage] = {}
        self._signs: dict[tuple[str, tuple[int, ...]], Signs] = {}

    def first_look(self, body_a: Body, body_b: Body, drafts: Sequence[Draft]) -> Look:
        """What words alone say of what the links of two bodies leave open.

        Args:
            body_a: The one body.
            body_b: The other body.
            drafts: Their verbatim and edited links.
        """
        left = self._stretches(body_a, [s for d in drafts for s in d.a])
        right = self._stretches(body_b, [s for d in drafts for s in d.b])
        texts_a, texts_b = [s.passage for s in left], [s.passage for s in right]
        pairs = np.zeros((0, 2), np.intp)
        if any(s.is_open for s in (*left, *right)):
            pairs = self._scorer.candidates(texts_a, texts_b)
        linked = _linked(body_a, body_b, drafts)

        def is_left_open(i: int, j: int) -> bool:
            return (left[i].is_open or right[j].is_open) and (i, j) not in linked

        pairs = pairs[[is_left_open(i, j) for i, j in pairs.tolist()]]
        shown = shared_points(
            body_a, self._signs_of(body_a, left), body_b, self._signs_of(body_b, right)
        )
        return Look(
            body_a,
            body_b,
            [(i, left[i], j, right[j]) for i, j in pairs.tolist()],
            self._scorer.first_vote(texts_a, texts_b, pairs),
            [
                (bits, (i, left[i], j, right[j]))
                for i, j, bits in shown
                if is_left_open(i, j)
            ],
            len(drafts),
        )

    def read_ahead(self, looks: Iterable[Look]) -> None:
        """Encode what the second looks will ask for, all at once."""
        self._scorer.read_ahead(look.vote for look in looks)

    def second_look(self, look: Look) -> tuple[list[Draft], list[Point]]:
        """Return the reworded links of two bodies, and the pairs that share one point.

        Each stretch is reworded once at most, by its likeliest counterpart; it may
        share points with two more.
        """
        links: list[Draft] = []
        points: list[Point] = []
        openings: list[Point] = []
        taken: set[tuple[str, int]] = set()
        for same, shares, (i, one, j, other) in self._ranked(look):
            apart = _apart(one, other)
            told = _told_words(look.body_a, one.segments)
            if not apart.isdisjoint(_REVERSED) or told.isdisjoint(
                _told_words(look.body_b, other.segments)
            ):
                continue  # the reverse, or names alone
            free = one.is_open and other.is_open and not apart
            if (
                same >= self._scorer.reworded_p
                and free
                and taken.isdisjoint((("a", i), ("b", j)))
            ):
                taken |= {("a", i), ("b", j)}
                score = round(same, 4)
                links.append(Draft(one.segments, other.segments, "reworded", score))
            elif shares >= self._scorer.partly_p:
                points.append(Point(one.segments, other.segments, round(shares, 4)))
            else:
                openings.append(Point(one.segments, other.segments, _SHOWN_SCORE))
        known = {(d.a, d.b) for d in links} | {(p.a, p.b) for p in points}
        points += [
            Point(one.segments, other.segments, _SHOWN_SCORE, bits)
            for bits, (_, one, _, other) in look.shown
            if (one.segments, other.segments) not in known
            and _REVERSED.isdisjoint(_apart(one, other))
        ]
        if look.n_linked + len(links) + len(points) >= _ONE_EVENT:
            known = {(p.a, p.b) for p in points}
            points += [p for p in openings if (p.a, p.b) not in known]
        return links, _strongest(points)

    def _ranked(self, look: Look) -> list[tuple[float, float, _Pair]]:
        """Pairs likely enough to count, the likeliest first."""
        scores = self._scorer.second_vote(look.vote)
        found = [
            (same, shares, pair)
            for same, shares, pair in zip(
                scores.same.tolist(), scores.shares.tolist(), look.pairs, strict=True
            )
            if same >= self._scorer.reworded_p
            or shares >= self._least_p(pair[0], pair[2])
        ]
        return sorted(found, key=lambda f: (-f[0], -f[1], f[2][0], f[2][2]))

    def _least_p(self, i: int, j: int) -> float:
        """The chance asked of two sentences, by their places, to share a point."""
        opens = i < _OPENING and j < _OPENING
        return self._scorer.opening_p if opens else self._scorer.partly_p

    def _stretches(self, body: Body, linked: Sequence[int]) -> list[_Stretch]:
        """Each sentence of a body, or what links left over of it."""
        taken = set(linked)
        found = []
        for segments in body.sentence_segments:
            left = [s for s in segments if s not in taken]
            is_open = len(left) == len(segments) or (
                sum(body.told(body.segments[s]) for s in left) >= _MIN_OPEN_BITS
            )
            chosen = tuple(left) if is_open else tuple(segments)
            found.append(_Stretch(chosen, self._passage(body, chosen), is_open))
        return found

    def _signs_of(self, body: Body, stretches: Sequence[_Stretch]) -> list[Signs]:
        keys = [(body.report.id, s.segments) for s in stretches]
        for key in keys:
            if key not in self._signs:
                self._signs[key] = Signs.of(body, key[1])
        return [self._signs[key] for key in keys]

    def _passage(self, body: Body, segments: tuple[int, ...]) -> Passage:
        key = (body.report.id, segments)
        if key not in self._known:
            self._known[key] = Passage.of(body.words_of(segments))
        return self._known[key]


def _apart(one: _Stretch, other: _Stretch) -> set[DisagreementKind]:
    return {d.kind for d in disagreements(one.passage.text, other.passage.text)}


def _told_words(body: Body, segments: Sequence[int]) -> set[str]:
    """What stands for the telling words of a stretch that name nobody."""
    return {
        near_stem(stem(body.norm[t]))
        for t in body.tokens_of(segments)
        if body.narration[t] == body.bits[t] >= TELLING_BITS
    }


def _linked(
    body_a: Body, body_b: Body, drafts: Sequence[Draft]
) -> set[tuple[int, int]]:
    """The sentence pairs that a link joins already."""
    return {
        (i, j)
        for draft in drafts
        for i in body_a.sentences_of(draft.a)
        for j in body_b.sentences_of(draft.b)
    }


def _strongest(points: Sequence[Point]) -> list[Point]:
    """The surest points, no stretch in more than two."""
    count: dict[tuple[str, tuple[int, ...]], int] = {}
    kept = []
    for point in sorted(points, key=lambda p: (-p.score, -p.shown_bits, p.a, p.b)):
        sides = (("a", point.a), ("b", point.b))
        if all(count.get(side, 0) < _MOST_POINTS for side in sides):
            kept.append(point)
            for side in sides:
                count[side] = count.get(side, 0) + 1
    return kept
