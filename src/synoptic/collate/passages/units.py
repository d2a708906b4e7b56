"""Units: the columns of the collation, and who stands in them.

Segments that links join are one unit; what no link touches is a unit with one
reading. Every link was decided from its two reports alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.model import Link, Reading, Span, Unit, part_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.collate.passages.body import Body
    from synoptic.model import LinkKind

Key = tuple[int, int]
"""(body index, segment index)"""

_RANK: dict[LinkKind, int] = {"verbatim": 0, "edited": 1, "reworded": 2}


def spans_of(body: Body, segments: Iterable[int]) -> tuple[Span, ...]:
    """The spans of segments; neighbours with only white space between are one span."""
    spans: list[Span] = []
    for k in sorted(segments):
        span = body.segments[k].span
        if spans and _adjacent(body, spans[-1], span, k):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def _adjacent(body: Body, left: Span, right: Span, k: int) -> bool:
    between = body.report.text[left.end : right.start]
    same_block = "\n\n" not in between
    return (
        body.segments[k - 1].span.end == left.end
        and same_block
        and (not between.strip())
    )


@dataclass(frozen=True, slots=True)
class Joined:
    """A link, the segments it joins, and the words they share most of."""

    keys: tuple[Key, ...]
    link: Link
    shared: str


def build_units(
    bodies: Sequence[Body], links: Sequence[Joined]
) -> tuple[tuple[Unit, ...], tuple[Joined, ...]]:
    """Return the units of a story, and the links that lead from one to another.

    Links join units from the strongest on, as long as one sentence of the unit, its
    medoid, is linked to all the others: likeness must not be passed on hand to hand
    (A like B, B like C) until strangers stand in one column. A link that would do so
    is handed back with its verdict, which depends on its two reports alone.

    Args:
        bodies: In the order of the collation's reports.
        links: Every link with the segments it joins.

    Returns:
        Units in order of their first reading; links between two of them.
    """
    sentence = {
        (index, segment): (index, number)
        for index, body in enumerate(bodies)
        for number, segments in enumerate(body.sentence_segments)
        for segment in segments
    }
    beside: dict[Key, set[Key]] = defaultdict(set)
    for joined in links:
        for key in joined.keys:
            beside[key].update(joined.keys)
    unit_of = {key: frozenset((key,)) for key in beside}
    for joined in sorted(links, key=_strongest_first):
        whole = frozenset().union(*(unit_of[key] for key in joined.keys))
        if any(unit_of[key] != whole for key in joined.keys) and (
            _has_medoid(whole, sentence, beside)
        ):
            unit_of.update(dict.fromkeys(whole, whole))
    groups = {min(group): group for group in unit_of.values()}
    for run in _alone(bodies, set(unit_of)):
        groups[run[0]] = frozenset(run)
    inside: dict[Key, list[Link]] = defaultdict(list)
    across: list[Joined] = []
    for joined in links:
        home = unit_of[joined.keys[0]]
        if home.issuperset(joined.keys):
            inside[min(home)].append(joined.link)
        else:
            across.append(joined)
    units = tuple(
        _unit(bodies, groups[first], inside.get(first, ())) for first in sorted(groups)
    )
    return units, tuple(across)


def _strongest_first(joined: Joined) -> tuple[int, float, int, list[object]]:
    link = joined.link
    length = sum(s.end - s.start for s in (*link.a_spans, *link.b_spans))
    sides = sorted([(link.a, link.a_spans), (link.b, link.b_spans)])
    return (_RANK[link.kind], -link.score, -length, list(sides))


def _has_medoid(
    unit: frozenset[Key],
    sentence: Mapping[Key, tuple[int, int]],
    beside: Mapping[Key, set[Key]],
) -> bool:
    """Whether some sentence of the unit is linked to everything else in it."""
    parts: dict[tuple[int, int], set[Key]] = defaultdict(set)
    for key in unit:
        parts[sentence[key]].add(key)
    return any(
        unit <= set().union(part, *(beside[key] for key in part))
        for part in parts.values()
    )


def _alone(bodies: Sequence[Body], linked: set[Key]) -> list[list[Key]]:
    """Runs of unlinked segments, one run for each stretch of a sentence."""
    runs: list[list[Key]] = []
    for index, body in enumerate(bodies):
        for segments in body.sentence_segments:
            open_run = False
            for segment in segments:
                key = (index, segment)
                if key in linked:
                    open_run = False
                elif open_run:
                    runs[-1].append(key)
                else:
                    runs.append([key])
                    open_run = True
    return runs


def _unit(bodies: Sequence[Body], keys: Iterable[Key], links: Sequence[Link]) -> Unit:
    by_body: dict[int, list[int]] = defaultdict(list)
    for index, segment in keys:
        by_body[index].append(segment)
    readings = tuple(
        Reading(bodies[index].report.id, spans_of(bodies[index], by_body[index]))
        for index in sorted(by_body)
    )
    name = part_id(
        "\x1e".join(r.report for r in readings),
        *(span for r in readings for span in r.spans),
    )
    return Unit(name, readings, tuple(links))
