"""Passages of two bodies that say the same in other words, or share one point.

Asked only of what verbatim and edited links left open, since a sentence that was
found in the other report needs no second likeness there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.passages.agreement_tmp import disagreements
from synoptic.collate.passages.links import Draft
from synoptic.collate.passages.resemblance import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.passages.body import Body
    from synoptic.collate.passages.paraphrase import PairScorer

_MIN_OPEN_BITS = 30.0
_MOST_POINTS = 2


@dataclass(frozen=True, slots=True)
class Point:
    """Two stretches that share one point: their segments, and how sure that is."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Open:
    """A sentence, or what links left over of it."""

    segments: tuple[int, ...]
    passage: Passage
    is_open: bool
    """Whether it may still be reworded: enough of it has no counterpart yet."""


def reworded_passages(
    body_a: Body, body_b: Body, drafts: Sequence[Draft], scorer: PairScorer
) -> tuple[list[Draft], list[Point]]:
    """Return the reworded links of two bodies, and the pairs that share one point.

    Each stretch is reworded once at most, by its likeliest counterpart; it may share
    points with two more.

    Args:
        body_a: The one body.
        body_b: The other body.
        drafts: Their verbatim and edited links.
        scorer: Says how likely two passages are to say the same.
    """
    left = list(_stretches(body_a, [s for d in drafts for s in d.a]))
    right = list(_stretches(body_b, [s for d in drafts for s in d.b]))
    texts_a, texts_b = [o.passage for o in left], [o.passage for o in right]
    pairs = scorer.candidates(texts_a, texts_b)
    linked = {
        (i, j)
        for draft in drafts
        for i in body_a.sentences_of(draft.a)
        for j in body_b.sentences_of(draft.b)
    }
    wanted = [
        k
        for k, (i, j) in enumerate(pairs.tolist())
        if (left[i].is_open or right[j].is_open) and (i, j) not in linked
    ]
    pairs = pairs[wanted]
    scores = scorer.judge_pairs(texts_a, texts_b, pairs)
    ranked = sorted(
        zip(scores.same.tolist(), scores.shares.tolist(), pairs.tolist(), strict=True),
        key=lambda r: (-r[0], -r[1], r[2]),
    )
    links: list[Draft] = []
    points: list[Point] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for same, shares, (i, j) in ranked:
        if shares < scorer.partly_p and same < scorer.reworded_p:
            continue
        one, other = left[i], right[j]
        agrees = not disagreements(one.passage.text, other.passage.text)
        free = one.is_open and other.is_open and not (i in taken_a or j in taken_b)
        if same >= scorer.reworded_p and agrees and free:
            taken_a.add(i)
            taken_b.add(j)
            links.append(
                Draft(one.segments, other.segments, "reworded", round(same, 4))
            )
        elif shares >= scorer.partly_p and agrees:
            points.append(Point(one.segments, other.segments, round(shares, 4)))
    return links, _strongest(points)


def _stretches(body: Body, linked: Sequence[int]) -> Iterator[_Open]:
    taken = set(linked)
    for segments in body.sentence_segments:
        left = [s for s in segments if s not in taken]
        told = sum(body.told(body.segments[s]) for s in left)
        is_open = bool(left) and (len(left) == len(segments) or told >= _MIN_OPEN_BITS)
        chosen = tuple(left) if is_open else tuple(segments)
        text = " ".join(body.report.quote(body.segments[s].span) for s in chosen)
        yield _Open(chosen, Passage.of(text), is_open)


def _strongest(points: Sequence[Point]) -> list[Point]:
    """The surest points, no stretch in more than two."""
    count: dict[tuple[str, tuple[int, ...]], int] = {}
    kept = []
    for point in sorted(points, key=lambda p: (-p.score, p.a, p.b)):
        sides = (("a", point.a), ("b", point.b))
        if all(count.get(side, 0) < _MOST_POINTS for side in sides):
            kept.append(point)
            for side in sides:
                count[side] = count.get(side, 0) + 1
    return kept
