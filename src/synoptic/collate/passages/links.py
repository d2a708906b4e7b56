"""Passages of two bodies with the same or edited words.

A match of two sentences becomes a link when its words make up enough of the segments
they stand in. Segments of those sentences with nothing in common stay outside, so
that a clause which only one report prints is seen as such.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.collate.passages.body import Body
    from synoptic.collate.passages.matches import Match
    from synoptic.model import LinkKind


_NEARLY_SAME = 0.85
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettings:
    """When shared words make two passages the same passage.

    Attributes:
        min_segment_share: Part of a segment's narration that must match for the
            segment to belong to the link.
        min_dice: Part of the narration of both sides that must match for "edited".
        min_told_bits: Bits of narration that must match, unless whole sentences are
            the same or nearly so.
        min_run_bits: The heaviest run that two passages share must carry this.
        small_bits: A segment this light without any match goes with its neighbour.
    """

    min_segment_share: float = 0.3
    min_dice: float = 0.6
    min_told_bits: float = 45.0
    min_run_bits: float = 24.0
    small_bits: float = 30.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A link between segments of two bodies.

    Attributes:
        a, b: Segment indices, rising.
        pairs: Matching tokens, by a; empty for reworded passages.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    kind: LinkKind
    score: float
    pairs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Overlap:
    a: frozenset[int]
    b: frozenset[int]
    pairs: tuple[tuple[int, int], ...]


def shared_passages(
    body_a: Body,
    body_b: Body,
    matches: Iterable[Match],
    *,
    settings: LinkSettings = LinkSettings(),
) -> list[Draft]:
    """Return the verbatim and edited links of two bodies, by first segment of a."""
    overlaps = [
        overlap
        for match in matches
        if (overlap := _overlap(body_a, body_b, match, settings)) is not None
    ]
    drafts: list[Draft] = []
    for group in _joined(overlaps):
        draft = _draft(body_a, body_b, group, settings)
        if draft is not None:
            drafts.append(draft)
        elif len(group) > 1:
            drafts += _best_alone(body_a, body_b, group, settings)
    return sorted(_with_small_segments(body_a, body_b, drafts, settings), key=_order)


def repeated_passages(
    body_a: Body,
    body_b: Body,
    matches: Iterable[Match],
    *,
    settings: LinkSettings = LinkSettings(),
) -> list[Draft]:
    """Return a link for each sentence that repeats a passage already linked."""
    overlaps = (_overlap(body_a, body_b, match, settings) for match in matches)
    drafts = (_draft(body_a, body_b, [o], settings) for o in overlaps if o)
    return [draft for draft in drafts if draft is not None]


def _order(draft: Draft) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return draft.a, draft.b


def _overlap(
    body_a: Body, body_b: Body, match: Match, settings: LinkSettings
) -> _Overlap | None:
    a, b = _home(body_a, body_b, match, settings)
    pairs = tuple(
        (x, y)
        for x, y in match.pairs
        if body_a.segment_of[x] in a and body_b.segment_of[y] in b
    )
    shared = sum(body_a.narration[x] for x, _ in pairs)
    smaller = min(_weight(body_a, a), _weight(body_b, b))
    if not pairs or shared < settings.min_dice * smaller:
        return None
    return _Overlap(a, b, pairs)


def _home(
    body_a: Body, body_b: Body, match: Match, settings: LinkSettings
) -> tuple[frozenset[int], frozenset[int]]:
    """The segments of two sentences that their matching words make up.

    Where one sentence stands whole inside a segment of the other, that segment is its
    home, however small its part there: a sentence split in two.
    """
    a = _covered(body_a, match.i, [x for x, _ in match.pairs], settings)
    b = _covered(body_b, match.j, [y for _, y in match.pairs], settings)
    if b and not a:
        inside = [x for x, y in match.pairs if body_b.segment_of[y] in b]
        a = _holding(body_a, match.i, inside)
    elif a and not b:
        inside = [y for x, y in match.pairs if body_a.segment_of[x] in a]
        b = _holding(body_b, match.j, inside)
    return a, b


def _holding(body: Body, sentence: int, tokens: Sequence[int]) -> frozenset[int]:
    """The segment with most of these tokens, if it has nearly all of them."""
    chosen = set(tokens)
    for k in body.sentence_segments[sentence]:
        segment = body.segments[k]
        here = len(chosen.intersection(range(segment.first, segment.stop)))
        if here >= _NEARLY_ALL * len(chosen):
            return frozenset((k,))
    return frozenset()


def _covered(
    body: Body, sentence: int, tokens: Iterable[int], settings: LinkSettings
) -> frozenset[int]:
    matched = set(tokens)
    kept = set()
    for k in body.sentence_segments[sentence]:
        segment = body.segments[k]
        here = sum(
            body.narration[t]
            for t in range(segment.first, segment.stop)
            if t in matched
        )
        if here and here >= settings.min_segment_share * body.told(segment):
            kept.add(k)
    return frozenset(kept)


def _weight(body: Body, segments: Iterable[int]) -> float:
    return sum(body.told(body.segments[k]) for k in segments)


def _joined(overlaps: Sequence[_Overlap]) -> list[list[_Overlap]]:
    """Group overlaps that share a segment: a sentence split in two, two merged."""
    parent = list(range(len(overlaps)))

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    owner: dict[tuple[str, int], int] = {}
    for k, overlap in enumerate(overlaps):
        keys = [("a", s) for s in overlap.a] + [("b", s) for s in overlap.b]
        for key in keys:
            if key in owner:
                parent[root(k)] = root(owner[key])
            owner[key] = k
    groups: dict[int, list[_Overlap]] = defaultdict(list)
    for k, overlap in enumerate(overlaps):
        groups[root(k)].append(overlap)
    return list(groups.values())


def _draft(
    body_a: Body, body_b: Body, group: Sequence[_Overlap], settings: LinkSettings
) -> Draft | None:
    a = tuple(sorted(set().union(*(o.a for o in group))))
    b = tuple(sorted(set().union(*(o.b for o in group))))
    pairs = tuple(sorted(p for o in group for p in o.pairs))
    shared = sum(body_a.narration[x] for x, _ in pairs)
    dice = 2 * shared / (_weight(body_a, a) + _weight(body_b, b))
    same = _words(body_a, a) == _words(body_b, b)
    whole = _is_whole(body_a, a) and _is_whole(body_b, b)
    if same and (whole or shared >= settings.min_told_bits):
        return Draft(a, b, "verbatim", 1.0, pairs)
    if (
        dice < settings.min_dice
        or _heaviest(body_a, pairs) < settings.min_run_bits
        or (shared < settings.min_told_bits and not (whole and dice >= _NEARLY_SAME))
    ):
        return None
    return Draft(a, b, "edited", round(0.5 + 0.5 * dice, 4), pairs)


def _is_whole(body: Body, segments: Sequence[int]) -> bool:
    """Whether the segments make up whole sentences."""
    chosen = set(segments)
    return all(
        chosen.issuperset(body.sentence_segments[k])
        for k in body.sentences_of(segments)
    )


def _best_alone(
    body_a: Body, body_b: Body, group: Sequence[_Overlap], settings: LinkSettings
) -> list[Draft]:
    """Of overlaps that do not hold together, those that hold alone, heaviest first."""
    kept: list[Draft] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    weighed = [(sum(body_a.narration[x] for x, _ in o.pairs), o) for o in group]
    for _, overlap in sorted(weighed, key=lambda w: (-w[0], w[1].pairs)):
        if overlap.a & taken_a or overlap.b & taken_b:
            continue
        draft = _draft(body_a, body_b, [overlap], settings)
        if draft is not None:
            kept.append(draft)
            taken_a |= overlap.a
            taken_b |= overlap.b
    return kept


def _words(body: Body, segments: Iterable[int]) -> str:
    """The words without what stands between them: "front-line" is "frontline"."""
    return "".join(
        norm
        for k in segments
        for norm in body.norm[body.segments[k].first : body.segments[k].stop]
    )


def _heaviest(body: Body, pairs: Sequence[tuple[int, int]]) -> float:
    best = run = 0.0
    last = (-2, -2)
    for x, y in pairs:
        here = body.narration[x]
        run = run + here if (x - 1, y - 1) == last else here
        best, last = max(best, run), (x, y)
    return best


def _with_small_segments(
    body_a: Body, body_b: Body, drafts: Sequence[Draft], settings: LinkSettings
) -> list[Draft]:
    """Let short segments without a match of their own go with their neighbour."""
    extra_a = _small(body_a, [d.a for d in drafts], settings)
    extra_b = _small(body_b, [d.b for d in drafts], settings)
    grown: list[Draft] = []
    for k, draft in enumerate(drafts):
        a = tuple(sorted({*draft.a, *extra_a.get(k, ())}))
        b = tuple(sorted({*draft.b, *extra_b.get(k, ())}))
        if (a, b) == (draft.a, draft.b):
            grown.append(draft)
            continue
        kind: LinkKind = (
            "verbatim" if _words(body_a, a) == _words(body_b, b) else "edited"
        )
        shared = sum(body_a.narration[x] for x, _ in draft.pairs)
        dice = 2 * shared / (_weight(body_a, a) + _weight(body_b, b))
        grown.append(Draft(a, b, kind, round(0.5 + 0.5 * dice, 4), draft.pairs))
    return grown


def _small(
    body: Body, linked: Sequence[Sequence[int]], settings: LinkSettings
) -> Mapping[int, list[int]]:
    owner = {segment: k for k, segments in enumerate(linked) for segment in segments}
    extra: dict[int, list[int]] = defaultdict(list)
    for segments in body.sentence_segments:
        for segment in segments:
            if segment in owner:
                continue
            beside = [s for s in (segment - 1, segment + 1) if s in segments]
            owners = [owner[s] for s in beside if s in owner]
            if owners and body.told(body.segments[segment]) < settings.small_bits:
                extra[owners[0]].append(segment)
    return extra
