"""Pairs of figures joined into comparisons of many reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.model import Compared, Comparison

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.model import ComparedKind, Report, Verdict

    End = tuple[int, str]  # index of the report, id of the mention

_GRAVEST: tuple[Verdict, ...] = ("conflict", "superseded", "undecided", "agree")
_EXACT = frozenset({"the same number", "the same score", "same day", "same time"})


class Edge(NamedTuple):
    """Two mentions that speak of one thing."""

    a: End
    b: End
    verdict: Verdict
    reason: str


def grouped(
    kind: ComparedKind,
    reports: Sequence[Report],
    edges: Sequence[Edge],
    place: Mapping[End, tuple[int, int, int]],
) -> list[Comparison]:
    """Comparisons in order of gravity, then of place.

    Edges that hang together are one comparison as long as it holds at most one mention
    of each report, or all are one number or day: then the first of each report stands
    for it. Else each edge stays one of its own.
    """
    unique = {(e.a, e.b): e for e in reversed(edges)}
    parent: dict[End, End] = {}

    def root(end: End) -> End:
        while parent.setdefault(end, end) != end:
            end = parent[end]
        return end

    for edge in unique.values():
        parent[root(edge.a)] = root(edge.b)
    groups: dict[End, list[Edge]] = {}
    for edge in unique.values():
        groups.setdefault(root(edge.a), []).append(edge)
    comparisons: list[tuple[tuple[int, int, int], Comparison]] = []
    for group in groups.values():
        ends = {end for edge in group for end in edge[:2]}
        alone = len({report for report, _ in ends}) == len(ends)
        exact = {edge.reason for edge in group} <= _EXACT
        parts = [group] if alone or exact else [[edge] for edge in group]
        comparisons.extend(_comparison(kind, reports, part, place) for part in parts)
    ranked = sorted(comparisons, key=lambda c: (_GRAVEST.index(c[1].verdict), c[0]))
    return [comparison for _, comparison in ranked]


def _comparison(
    kind: ComparedKind,
    reports: Sequence[Report],
    edges: Sequence[Edge],
    place: Mapping[End, tuple[int, int, int]],
) -> tuple[tuple[int, int, int], Comparison]:
    every = sorted({end for edge in edges for end in edge[:2]}, key=place.__getitem__)
    first = {report: (report, mention) for report, mention in reversed(every)}
    ends = [end for end in every if first[end[0]] == end]
    gravest = min(edges, key=lambda e: (_GRAVEST.index(e.verdict), place[e.a]))
    members = tuple(Compared(reports[report].id, mention) for report, mention in ends)
    return place[ends[0]], Comparison(kind, members, gravest.verdict, gravest.reason)
