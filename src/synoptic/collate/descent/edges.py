"""Which edges are drawn: main parents, then second ones on what those leave open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.direction import EDGE_PARTS
from synoptic.collate.descent.evidence import field_of, posteriors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from synoptic.collate.descent.evidence import Field, Ground
    from synoptic.collate.descent.weights import Weights

DRAWN_P = 0.5
"""Nothing below even odds is drawn."""
SECOND_PARENT_BITS = 1.0
"""What stands against a second parent: most reports with a parent have one."""
NAMED_P = 0.9
"""What a report says of its own source holds, save where it had a line from there and
the shared text from elsewhere."""
_STANDS_IN = 0.5
"""Part of a passage's telling bits that must match before it stands in the other."""


_VERSION, _LACKS = EDGE_PARTS.index("version"), EDGE_PARTS.index("lacks")
_TIME = EDGE_PARTS.index("time")
_SLIGHT_BITS = 0.5
"""Less than this, one way rather than the other, is no evidence of direction."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An edge with what it rests on.

    Attributes:
        parent, child: Indices of reports.
        field: The evidence it was drawn on: all of it, or what a first parent left.
        units: Units that the child has from the parent, rising.
    """

    parent: int
    child: int
    p: float
    field: Field
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """The edges of a story.

    Attributes:
        edges: Main ones first.
        first: Posterior of every edge, n by n, before second parents are looked for.
        rest: Evidence on what the main parents leave open.
        second: Posterior of every edge on that.
        whole: Evidence on the whole texts.
    """

    edges: tuple[Drawn, ...]
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    whole: Field
    rest: Field


def grow(ground: Ground, weights: Weights, *, whole: Field) -> Growth:
    """Draw the tree, then add the second parents it leaves room for."""
    n = len(ground)
    first, _ = posteriors(whole, weights)
    main = [
        Drawn(p, c, float(first[p, c]), whole, stands_in(ground, c, p))
        for c in range(n)
        for p in range(n)
        if first[p, c] >= DRAWN_P
    ]
    main += _of_some_version(ground, whole, first, main)
    main += _of_named(ground, whole, first, {edge.child for edge in main})
    main += _of_strangers(ground, weights, whole, {edge.child for edge in main})
    taken: list[set[int]] = [set() for _ in range(n)]
    for edge in main:
        taken[edge.child].update(edge.units)
    rest = field_of(ground, weights, taken=taken)
    forbidden = np.zeros((n, n), bool)
    for edge in main:
        forbidden[edge.parent, edge.child] = True
    for above, below in _ancestry(n, ((e.parent, e.child) for e in main)):
        forbidden[below, above] = True
    second, _ = posteriors(
        rest, weights, forbidden=forbidden, root_bits=SECOND_PARENT_BITS
    )
    extra = [
        Drawn(p, c, float(second[p, c]), rest, _open(ground, c, p, taken[c]))
        for c in range(n)
        for p in range(n)
        if second[p, c] >= DRAWN_P
    ]
    return Growth((*main, *extra), first, second, whole, rest)


def by_time_alone(field: Field, weights: Weights, p: int, c: int) -> bool:
    """Whether nothing but the printed times says which of two reports came first."""
    ways = (field.features[p, c] - field.features[c, p]) * np.array(weights.edge)
    return bool(ways[_TIME] > 0 and ways.sum() - ways[_TIME] < _SLIGHT_BITS)


def _of_some_version(
    ground: Ground,
    whole: Field,
    first: NDArray[np.float64],
    main: Iterable[Drawn],
) -> list[Drawn]:
    """Edges to reports that draw on one of two versions, neither above even odds alone.

    The two split what is sure of them together. The edge goes to the version that
    has more of what the child shares; its probability is that of either.
    """
    placed = {edge.child for edge in main}
    versions = [
        (e.parent, e.child) for e in main if whole.features[e.parent, e.child, _VERSION]
    ]
    found = []
    for c in sorted(set(range(len(ground))) - placed):
        for both in versions:
            p = float(first[list(both), c].sum())
            if c in both or p < DRAWN_P:
                continue
            best = max(both, key=lambda v: (whole.features[v, c, _LACKS], first[v, c]))
            found.append(Drawn(best, c, p, whole, stands_in(ground, c, best)))
            break
    return found


def _of_named(
    ground: Ground,
    whole: Field,
    first: NDArray[np.float64],
    placed: Collection[int],
) -> list[Drawn]:
    """Edges to reports that say themselves from which given one they have their text.

    A desk that takes a few paragraphs over and writes the rest looks, by shares alone,
    like one of two that drew on a third. Its own word decides. An agency is another
    matter: it puts out one story many times, and whether this file was the one that
    the desk had is left to the odds.
    """
    named = ground.named
    found = []
    for c in sorted(set(range(len(ground))) - set(placed)):
        givers = [
            p
            for p in sorted(named[c].reports)
            if whole.allowed[p, c] and not named[p].agency and c not in named[p].reports
        ]
        if givers:
            best = max(givers, key=lambda p: first[p, c])
            found.append(Drawn(best, c, NAMED_P, whole, stands_in(ground, c, best)))
    return found


def _of_strangers(
    ground: Ground, weights: Weights, whole: Field, placed: Collection[int]
) -> list[Drawn]:
    """Edges into reports drawn from two that have nothing to do with each other.

    In a tree two such parents compete, and neither reaches even odds. Which of them
    a report drew on is no question, though: each is weighed with the others left out,
    and the likeliest is drawn here. What it leaves open is for a second parent.
    """
    found = []
    for c in sorted(set(range(len(ground))) - set(placed)):
        givers = np.flatnonzero(whole.allowed[:, c])
        kin = whole.connected[np.ix_(givers, givers)]
        if kin.all() or len(givers) < 2:
            continue
        best = Drawn(-1, c, 0.0, whole, ())
        for p in givers.tolist():
            strangers = givers[~whole.connected[p, givers] & (givers != p)]
            if not len(strangers):
                continue
            forbidden = np.zeros_like(whole.allowed)
            forbidden[strangers, c] = True
            alone, _ = posteriors(whole, weights, forbidden=forbidden)
            if alone[p, c] > best.p:
                best = Drawn(p, c, float(alone[p, c]), whole, stands_in(ground, c, p))
        if best.p >= DRAWN_P:
            found.append(best)
    return found


def stands_in(ground: Ground, child: int, parent: int) -> tuple[int, ...]:
    """Units of one report that stand in another, in the same words or nearly."""
    overlaps = ground.overlaps
    found = []
    for unit in overlaps.shared_units(child, parent):
        passage = overlaps.witnesses[child].passages[unit]
        if overlaps.of(child, parent, unit).told >= _STANDS_IN * passage.bits:
            found.append(unit)
    return tuple(found)


def share_of(ground: Ground, child: int, units: Iterable[int]) -> float:
    """The part of a report's body words that lie in these units, 0.0 to 1.0."""
    witness = ground.overlaps.witnesses[child]
    words = sum(len(witness.passages[u].words) for u in units)
    return words / witness.n_words if witness.n_words else 0.0


def _open(ground: Ground, child: int, parent: int, taken: set[int]) -> tuple[int, ...]:
    return tuple(u for u in stands_in(ground, child, parent) if u not in taken)


def _ancestry(n: int, edges: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs (ancestor, descendant) along the edges."""
    parents: list[list[int]] = [[] for _ in range(n)]
    for parent, child in edges:
        parents[child].append(parent)
    found = set()
    for child in range(n):
        queue = list(parents[child])
        while queue:
            above = queue.pop()
            if (above, child) not in found:
                found.add((above, child))
                queue += parents[above]
    return found
