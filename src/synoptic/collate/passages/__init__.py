"""Passages: what is the same, edited, reworded, shared in part or only here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from synoptic.collate.passages.agreement import disagreements
from synoptic.collate.passages.body import body_of
from synoptic.collate.passages.edits import edits_of
from synoptic.collate.passages.links import repeated_passages, shared_passages
from synoptic.collate.passages.matches import Story
from synoptic.collate.passages.paraphrase import PairScorer
from synoptic.collate.passages.reworded import Rewording
from synoptic.collate.passages.shared_points import TELLING_BITS
from synoptic.collate.passages.units import Joined, build_units, spans_of
from synoptic.model import Link, Partly, Reading
from synoptic.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.collate.passages.body import Body
    from synoptic.collate.passages.links import Draft
    from synoptic.collate.passages.reworded import Look, Point
    from synoptic.model import Annotations, Report, Span, Unit
    from synoptic.text.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a story: its units, and pairs that share one point."""

    units: tuple[Unit, ...]
    partly: tuple[Partly, ...]


def find_passages(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    *,
    vectors: Vectors | None = None,
    progress: Callable[[str], None] | None = None,
) -> Passages:
    """Return the units of a story and what is shared in part.

    Each pair of reports is decided alone, the one with the smaller id first, so that
    neither the order of the reports nor a further report changes the answer.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        vectors: The second vote on reworded passages; None: words alone.
        progress: Called with `Comparing 3 of 45` as each pair of reports is done.
    """
    bodies = [body_of(r, n) for r, n in zip(reports, annotations, strict=True)]
    story = Story(bodies)
    rewording = Rewording(PairScorer(vectors))
    links: list[Joined] = []
    points: list[Partly] = []
    pairs: list[tuple[int, int, bool, Look]] = []
    for a, b in combinations(range(len(bodies)), 2):
        first, second = sorted((a, b), key=lambda k: bodies[k].report.id)
        drafts = _drafts(story, first, second)
        flipped = first != a
        links += [_link(story, a, b, d, flipped=flipped) for d in drafts]
        look = rewording.first_look(bodies[first], bodies[second], drafts)
        pairs.append((a, b, flipped, look))
        if progress is not None:
            progress(f"Comparing {len(pairs)} of {comb(len(bodies), 2)}")
    rewording.read_ahead(look for *_, look in pairs)
    for a, b, flipped, look in pairs:
        reworded, shared = rewording.second_look(look)
        links += [_link(story, a, b, d, flipped=flipped) for d in reworded]
        points += [_partly(bodies[a], bodies[b], p, flipped=flipped) for p in shared]
    units, across = build_units(bodies, links)
    partly = [*map(_across, across), *points]
    return Passages(units, tuple(sorted(partly, key=_by_place)))


def _drafts(story: Story, a: int, b: int) -> list[Draft]:
    body_a, body_b = story.bodies[a], story.bodies[b]
    drafts = [
        draft
        for draft in shared_passages(body_a, body_b, story.matches(a, b))
        if draft.kind == "verbatim" or not _roles_swapped(body_a, body_b, draft)
    ]
    linked_a = body_a.sentences_of(s for d in drafts for s in d.a)
    linked_b = body_b.sentences_of(s for d in drafts for s in d.b)
    again = story.repeats(a, b, linked_a, linked_b)
    return drafts + repeated_passages(body_a, body_b, again)


def _roles_swapped(body_a: Body, body_b: Body, draft: Draft) -> bool:
    """Whether the same words say the reverse: who fears whom, who beat whom."""
    text_a, text_b = body_a.words_of(draft.a), body_b.words_of(draft.b)
    return any(d.kind == "role" for d in disagreements(text_a, text_b))


def _link(story: Story, a: int, b: int, draft: Draft, *, flipped: bool) -> Joined:
    body_a, body_b = story.bodies[a], story.bodies[b]
    segments_a, segments_b, pairs = draft.a, draft.b, draft.pairs
    if flipped:
        segments_a, segments_b = segments_b, segments_a
        pairs = tuple(sorted((y, x) for x, y in pairs))
    keys = (*((a, s) for s in segments_a), *((b, s) for s in segments_b))
    edits = edits_of(body_a, body_b, segments_a, segments_b, pairs)
    folded = draft.kind == "edited" and all(e.kind == "style" for e in edits)
    link = Link(
        a=body_a.report.id,
        b=body_b.report.id,
        a_spans=spans_of(body_a, segments_a),
        b_spans=spans_of(body_b, segments_b),
        kind="verbatim" if folded else draft.kind,
        score=draft.score,
        edits=edits,
    )
    return Joined(keys, link, _longest_run(body_a, pairs))


def _longest_run(body: Body, pairs: Sequence[tuple[int, int]]) -> str:
    """The heaviest run of words that two passages share, as printed."""
    runs: list[list[int]] = []
    for k, (x, y) in enumerate(pairs):
        if k and pairs[k - 1] == (x - 1, y - 1):
            runs[-1].append(x)
        else:
            runs.append([x])
    if not runs:
        return ""
    run = max(runs, key=lambda r: (sum(body.bits[t] for t in r), -r[0]))
    return body.report.text[body.start[run[0]] : body.end[run[-1]]]


def _partly(body_a: Body, body_b: Body, point: Point, *, flipped: bool) -> Partly:
    a, b = (point.b, point.a) if flipped else (point.a, point.b)
    return Partly(
        Reading(body_a.report.id, spans_of(body_a, a)),
        Reading(body_b.report.id, spans_of(body_b, b)),
        shared=_words_of_both(body_a, a, body_b, b),
        score=point.score,
    )


def _words_of_both(
    body_a: Body, a: Sequence[int], body_b: Body, b: Sequence[int]
) -> str:
    """The telling words of a that b has too, in any form, as printed."""
    stems_b = {stem(body_b.norm[t]) for t in body_b.tokens_of(b)}
    text = body_a.report.text
    return " ".join(
        text[body_a.start[t] : body_a.end[t]]
        for t in body_a.tokens_of(a)
        if body_a.bits[t] >= TELLING_BITS and stem(body_a.norm[t]) in stems_b
    )


def _by_place(pair: Partly) -> tuple[str, tuple[Span, ...], str, tuple[Span, ...]]:
    return pair.a.report, pair.a.spans, pair.b.report, pair.b.spans


def _across(joined: Joined) -> Partly:
    """A link that leads out of its unit, so that neither side is "only here"."""
    link = joined.link
    return Partly(
        Reading(link.a, link.a_spans),
        Reading(link.b, link.b_spans),
        shared=joined.shared,
        score=link.score,
        kind=link.kind,
    )
