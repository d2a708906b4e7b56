"""Units: the columns of the collation, and who stands in them.

Segments that links join are one unit; what no link touches is a unit with one
reading. Every link was decided from its two reports alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.model import Link, Reading, Span, Unit, part_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.passages.body import Body

Key = tuple[int, int]
"""(body index, segment index)"""


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


def build_units(
    bodies: Sequence[Body], links: Sequence[tuple[tuple[Key, ...], Link]]
) -> tuple[Unit, ...]:
    """Return the units of a story, in order of their first reading.

    Args:
        bodies: In the order of the collation's reports.
        links: Every link with the segments it joins.
    """
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for keys, _ in links:
        top = min(root(key) for key in keys)
        for key in keys:
            parent[root(key)] = top
    linked = set(parent)
    groups: dict[Key, set[Key]] = defaultdict(set)
    for key in linked:
        groups[root(key)].add(key)
    for run in _alone(bodies, linked):
        groups[run[0]] = set(run)
    of_group: dict[Key, list[Link]] = defaultdict(list)
    for keys, link in links:
        of_group[root(keys[0])].append(link)
    return tuple(
        _unit(bodies, groups[top], of_group.get(top, [])) for top in sorted(groups)
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


def _unit(bodies: Sequence[Body], keys: set[Key], links: Sequence[Link]) -> Unit:
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
