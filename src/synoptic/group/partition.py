"""From links between reports to stories: average linkage, held to the medoid.

Groups are joined while the mean of the links between them speaks for one event (Sokal
and Michener, 1958); then each member must stand its own link to the group's medoid, so
that no chain of neighbours makes a story.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Rows = Mapping[str, Mapping[str, int]]

_UNLINKED = 0  # what a pair counts that shares too little to have been likened


def partition(
    ids: Iterable[str], links: Rows, *, one_event: int, beside_medoid: int
) -> list[tuple[str, ...]]:
    """The groups of some reports, each in order of id; groups by their first id.

    Args:
        ids: Of the reports to group.
        links: By report, the reports it is linked to with the nearness in thousandths;
            given both ways. Links to reports not in `ids` are passed over.
        one_event: Mean nearness from which on two groups are one.
        beside_medoid: Nearness that each member must have beside the medoid.
    """
    rest = sorted(ids)
    groups: list[tuple[str, ...]] = []
    while rest:
        out: list[str] = []
        for members in _average_linkage(rest, links, one_event):
            centre = medoid(members, links)
            row = links.get(centre, {})
            kept = [
                member
                for member in members
                if member == centre or row.get(member, _UNLINKED) >= beside_medoid
            ]
            groups.append(tuple(kept))
            out += set(members) - set(kept)
        rest = sorted(out)
    return sorted(groups)


def medoid(members: Sequence[str], links: Rows) -> str:
    """The member most alike to all others; of equals the one of the smallest id."""

    def total(member: str) -> int:
        row = links.get(member, {})
        if len(row) < len(members):
            inside = set(members)
            return sum(w for other, w in row.items() if other in inside)
        return sum(row.get(other, _UNLINKED) for other in members if other != member)

    return min(members, key=lambda member: (-total(member), member))


def mean_between(one: Sequence[str], other: Sequence[str], links: Rows) -> float:
    """The mean nearness, in thousandths, between two groups."""
    total = sum(links.get(a, {}).get(b, _UNLINKED) for a in one for b in other)
    return total / (len(one) * len(other))


def _average_linkage(
    ids: Sequence[str], links: Rows, one_event: int
) -> list[tuple[str, ...]]:
    place = {report: n for n, report in enumerate(ids)}
    members = {n: [n] for n in range(len(ids))}
    # by group: the sum of the links to each other group
    near: dict[int, dict[int, int]] = {
        n: {place[other]: w for other, w in links.get(r, {}).items() if other in place}
        for r, n in place.items()
    }
    heap = [
        (-float(total), a, b, 2)
        for a, row in near.items()
        for b, total in row.items()
        if a < b and total >= one_event
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        if len(members[a]) + len(members[b]) != size:
            continue  # one of the two has grown since; a later entry stands for them
        members[a] += members.pop(b)
        row = near[a]
        row.pop(b)
        for other, total in near.pop(b).items():
            if other != a:
                row[other] = row.get(other, 0) + total
                near[other].pop(b)
        for other, total in row.items():
            near[other][a] = total
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= one_event:
                low, high = min(a, other), max(a, other)
                both = len(members[low]) + len(members[high])
                heapq.heappush(heap, (-mean, low, high, both))
    return [tuple(ids[n] for n in sorted(group)) for group in members.values()]
