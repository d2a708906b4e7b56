"""Texts that reports draw on and that nobody handed in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.edges import DRAWN_P, SECOND_PARENT_BITS
from synoptic.collate.descent.evidence import CONNECTED_BITS, LN2
from synoptic.collate.descent.pairs import shared_text
from synoptic.collate.descent.tree import p_one_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from synoptic.collate.descent.edges import Growth
    from synoptic.collate.descent.evidence import Ground
    from synoptic.collate.descent.weights import Weights

_CREDIT_ALONE_P = 0.6
"""A credit says that there was agency copy; it may have been for a line or a fact."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A lost parent.

    Attributes:
        children: Indices of reports, rising.
        shared: Whether shared text speaks for it, and not a credit alone.
        units: Units of narration that the children share and none can have given the
            others; what they share in speech says nothing.
    """

    children: tuple[int, ...]
    agency: str | None
    p: float
    units: tuple[int, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Reports that go back to one text, and in which way is not to be told."""

    reports: tuple[int, ...]
    p: float


def find_lost(
    ground: Ground, growth: Growth, weights: Weights
) -> tuple[list[Lost], list[Tie]]:
    """Return lost parents, likeliest first, and what stays undecided."""
    between = _unexplained(ground, growth)
    takers = _takers(ground, growth)
    placed = {edge.child for edge in growth.edges}
    linked: dict[tuple[int, int], float] = {}
    telling: dict[tuple[int, int], tuple[int, ...]] = {}
    ties: list[Tie] = []
    for (a, b), units in sorted(between.items()):
        shared = shared_text(ground.overlaps, ground.named, a, b, units=units)
        bits = float(np.dot(shared.features, weights.pair)) + weights.pair_start
        if bits < CONNECTED_BITS:
            continue
        direct = max(
            _p_direct(growth, growth.first, a, b),
            _p_direct(growth, growth.second, a, b),
        )
        if (a, b) in takers or direct >= DRAWN_P or _names_given(ground, a, b):
            ties.append(Tie((a, b), max(direct, DRAWN_P)))
        else:
            linked[a, b] = 1 / (1 + 2**-bits)
            telling[a, b] = shared.strong_units
    found = []
    for group in _groups(linked):
        inside = [pair for pair in combinations(group, 2) if pair in linked]
        # what their own parents gave them says nothing about a further text
        left = placed.issuperset(group)
        p = _p_apart(growth, weights, group, left=left) * max(linked[x] for x in inside)
        if p < DRAWN_P or _has_bridge(group, inside):
            ties.append(Tie(group, max(1 - p, DRAWN_P)))
            continue
        units = {unit for pair in inside for unit in telling[pair]}
        found.append(
            Lost(group, _agency(ground, group), p, tuple(sorted(units)), shared=True)
        )
    found += _credited(ground, growth, found)
    return sorted(found, key=lambda x: (-x.p, x.children, x.agency or "")), _joined(
        ties
    )


def _joined(ties: list[Tie]) -> list[Tie]:
    """Ties that have a report in common are one."""
    pairs = [pair for tie in ties for pair in combinations(tie.reports, 2)]
    return [
        Tie(group, max(tie.p for tie in ties if set(tie.reports) <= set(group)))
        for group in _groups(pairs)
    ]


def _p_apart(
    growth: Growth, weights: Weights, group: tuple[int, ...], *, left: bool
) -> float:
    """Probability that two or more of a group have no parent among themselves.

    Args:
        growth: The edges and the evidence they were drawn on.
        weights: As fitted.
        group: Indices of reports.
        left: Weigh only what the main parents leave open.
    """
    field = growth.rest if left else growth.whole
    at = np.ix_(group, group)
    score = np.where(
        field.allowed[at], field.features[at] @ np.array(weights.edge) * LN2, -np.inf
    )
    root = field.roots[list(group)] @ np.array(weights.root)
    root += SECOND_PARENT_BITS * left
    return 1 - p_one_root(score, root * LN2)


def _has_bridge(group: tuple[int, ...], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether one member alone joins others that share nothing with each other.

    That one is likelier to have drawn on both of them than all on one lost text.
    """
    for member in group:
        rest = {m for m in group if m != member}
        if len(rest) < 2:
            continue
        joined = _groups(p for p in pairs if member not in p)
        if {m for g in joined for m in g} != rest or len(joined) > 1:
            return True
    return False


def _takers(ground: Ground, growth: Growth) -> set[tuple[int, int]]:
    """Pairs of which one has its parent among the reports and no credit joins them.

    When such two share more than the tree accounts for, the one that is known to take
    may have taken from the other as well; that is likelier than a further text that
    nobody handed in.
    """
    children = {edge.child for edge in growth.edges}
    return {
        (a, b)
        for a, b in combinations(range(len(ground)), 2)
        if (a in children or b in children)
        and not ground.named[a].agencies & ground.named[b].agencies
    }


def _names_given(ground: Ground, a: int, b: int) -> bool:
    """Whether one names the other, or credits the agency whose own file the other is.

    That report explains what the two share; no further text is needed.
    """
    one, other = ground.named[a], ground.named[b]
    if b in one.reports or a in other.reports:
        return True
    return one.agency in other.agencies or other.agency in one.agencies


def _p_direct(growth: Growth, p_edge: NDArray[np.float64], a: int, b: int) -> float:
    """Probability that one of two took from the other, or from what came down of it."""
    below = _below(growth, a), _below(growth, b)
    if a in below[1] or b in below[0]:
        return 1.0
    return float(
        sum(p_edge[x, b] for x in below[0]) + sum(p_edge[x, a] for x in below[1])
    )


def _below(growth: Growth, top: int) -> set[int]:
    """A report and all that is drawn under it."""
    found = {top}
    while more := {
        e.child for e in growth.edges if e.parent in found and e.child not in found
    }:
        found |= more
    return found


def _unexplained(ground: Ground, growth: Growth) -> dict[tuple[int, int], set[int]]:
    """For each pair, the units they share and no drawn edge accounts for.

    In each unit the drawn edges that carry it join its readings; only the topmost
    reading of each joined group still has to come from somewhere.
    """
    overlaps = ground.overlaps
    carried: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for edge in growth.edges:
        for unit in edge.units:
            carried[unit].append((edge.parent, edge.child))
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for unit in range(len(overlaps.units)):
        children = {child for _, child in carried[unit]}
        tops = [
            w
            for w, witness in enumerate(overlaps.witnesses)
            if unit in witness.passages and w not in children
        ]
        for a, b in combinations(tops, 2):
            if overlaps.linked(a, b, unit):
                found[a, b].add(unit)
    return found


def _groups(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Reports that pairs join, each group rising, groups by their first."""
    group: dict[int, set[int]] = {}
    for a, b in pairs:
        joined = group.get(a, {a}) | group.get(b, {b})
        for member in joined:
            group[member] = joined
    distinct = {tuple(sorted(members)) for members in group.values()}
    return sorted(distinct)


def _agency(ground: Ground, group: Iterable[int]) -> str | None:
    """The agency most of them credit; first those whose own file is not there."""
    given = {credit.agency for credit in ground.named}
    count: dict[str, int] = defaultdict(int)
    for member in group:
        for agency in ground.named[member].agencies:
            count[agency] += 1
    return min(count, key=lambda a: (a in given, -count[a], a), default=None)


def _credited(ground: Ground, growth: Growth, found: list[Lost]) -> list[Lost]:
    """Lost parents for which only credits speak."""
    given = {credit.agency for credit in ground.named}
    named = {lost.agency for lost in found}
    parents: dict[int, list[int]] = defaultdict(list)
    for edge in growth.edges:
        parents[edge.child].append(edge.parent)
    children: dict[str, list[int]] = defaultdict(list)
    for c, credit in enumerate(ground.named):
        for agency in credit.agencies - given - named:
            if not any(agency in ground.named[p].agencies for p in parents[c]):
                children[agency].append(c)
    return [
        Lost(tuple(group), agency, _CREDIT_ALONE_P, (), shared=False)
        for agency, group in sorted(children.items())
    ]
