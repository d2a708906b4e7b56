"""From links between reports to stories: average linkage, held to the medoid.

Reports are joined while the mean of the links between two groups speaks for one event
(Sokal and Michener, 1958); then each member must stand its own link to the group's
medoid, so that no chain of neighbours makes a story.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

UNLINKED = -6000
"""Thousandths of a bit that a pair counts which was never a candidate."""

_MEDOID_AT_LEAST = -2000  # thousandths of a bit; see docs/decisions/0101


def partition(
    ids: Iterable[str], links: Mapping[str, Mapping[str, int]]
) -> list[tuple[str, ...]]:
    """The groups of some reports, each in order of id; groups by their first id.

    Args:
        ids: Of the reports to group.
        links: By report, the reports it is linked to with the link in thousandths of
            a bit; given both ways. Links to reports not in `ids` are passed over.
    """
    rest = sorted(ids)
    groups: list[tuple[str, ...]] = []
    while rest:
        out: list[str] = []
        for members in _average_linkage(rest, links):
            centre = medoid(members, links)
            kept = [
                m
                for m in members
                if m == centre
                or links.get(centre, {}).get(m, UNLINKED) >= _MEDOID_AT_LEAST
            ]
            groups.append(tuple(kept))
            out += [m for m in members if m not in set(kept)]
        rest = sorted(out)
    return sorted(groups)


def medoid(members: Sequence[str], links: Mapping[str, Mapping[str, int]]) -> str:
    """The member most alike to all others; of equals the one of the smallest id."""

    def total(member: str) -> int:
        own = links.get(member, {})
        return sum(own.get(other, UNLINKED) for other in members if other != member)

    return min(members, key=lambda m: (-total(m), m))


def _average_linkage(
    ids: Sequence[str], links: Mapping[str, Mapping[str, int]]
) -> list[tuple[str, ...]]:
    place = {report: n for n, report in enumerate(ids)}
    members = {n: [n] for n in range(len(ids))}
    # by group: the sum of links and how many of its pairs are linked at all
    near: dict[int, dict[int, tuple[int, int]]] = {
        n: {place[o]: (w, 1) for o, w in links.get(r, {}).items() if o in place}
        for r, n in place.items()
    }
    heap = [
        (-float(total), a, b, 1, 1)
        for a, row in near.items()
        for b, (total, _) in row.items()
        if a < b and total > 0
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, n_a, n_b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        if (len(members[a]), len(members[b])) != (n_a, n_b):
            continue
        # the group keeps its smallest number, so that ties fall by id
        members[a] += members.pop(b)
        row = near[a]
        row.pop(b)
        for other, (total, n_linked) in near.pop(b).items():
            if other == a:
                continue
            own_total, own_n = row.get(other, (0, 0))
            row[other] = (own_total + total, own_n + n_linked)
            near[other].pop(b)
        for other, (total, n_linked) in row.items():
            near[other][a] = (total, n_linked)
            n_pairs = len(members[a]) * len(members[other])
            mean = (total + (n_pairs - n_linked) * UNLINKED) / n_pairs
            if mean > 0:
                low, high = min(a, other), max(a, other)
                heapq.heappush(
                    heap, (-mean, low, high, len(members[low]), len(members[high]))
                )
    return [tuple(ids[n] for n in sorted(group)) for group in members.values()]
