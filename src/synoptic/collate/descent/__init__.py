"""Descent: who draws on whom, wholly or partly, with reasons and doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.direction import EDGE_PARTS
from synoptic.collate.descent.edges import by_time_alone, grow, share_of, stands_in
from synoptic.collate.descent.lost import find_lost
from synoptic.collate.descent.pairs import PAIR_PARTS
from synoptic.collate.descent.weighed import Pairs, weigh_pairs
from synoptic.collate.descent.wording import (
    TIME_ALONE,
    edge_reasons,
    labels,
    several,
)
from synoptic.model import (
    Descent,
    DescentEdge,
    LostParent,
    PairDescent,
    Undecided,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.descent.edges import Drawn, Growth
    from synoptic.collate.descent.evidence import Ground
    from synoptic.collate.descent.lost import Lost, Tie
    from synoptic.collate.descent.weights import Weights
    from synoptic.model import Unit

__all__ = ["Pairs", "find_descent", "weigh_pairs"]

_WHOLLY_SHARE = 0.8
"""A report of which this part stands in its parent is wholly derived from it. A
lead or a paragraph of the desk's own is left room for."""

_NOT_GIVEN = "whose own file is not given"


def find_descent(pairs: Pairs) -> Descent:
    """Return the copy tree of a story.

    Whether two reports are connected is decided from the words that they share in the
    units, and fitted (penalised logistic regression); which way, by edge posteriors
    over all directed trees with a root (Koo et al. 2007). An edge between two given
    reports competes with both of them hanging from the root, that is, from a text
    that nobody handed in.

    Args:
        pairs: The evidence on every pair, as `weigh_pairs` returns it.
    """
    weights, ground, units = pairs.weights, pairs.ground, pairs.units
    growth = grow(ground, weights, whole=pairs.evidence)
    lost, ties = find_lost(ground, growth, weights)
    names = labels(pairs.reports)
    return Descent(
        edges=tuple(
            _edge(ground, weights, edge, units, names)
            for edge in sorted(growth.edges, key=lambda e: (e.child, -e.p, e.parent))
        ),
        lost_parents=tuple(_lost(ground, found, units, names) for found in lost),
        undecided=tuple(_undecided(ground, tie, names) for tie in ties),
        pairs=_pairs(ground, growth, weights),
    )


def _edge(
    ground: Ground,
    weights: Weights,
    edge: Drawn,
    units: Sequence[Unit],
    names: Sequence[str],
) -> DescentEdge:
    p, c = edge.parent, edge.child
    values = edge.field.features[p, c] * np.array(weights.edge)
    parts = {
        name: float(bits)
        for name, bits in sorted(
            zip(EDGE_PARTS, values.tolist(), strict=True), key=lambda x: -x[1]
        )
        if bits
    }
    start = -float(edge.field.roots[c] @ np.array(weights.root))
    parts["against a common parent"] = start
    share = share_of(ground, c, edge.units)
    return DescentEdge(
        parent=ground.report(p).id,
        child=ground.report(c).id,
        extent="wholly" if share >= _WHOLLY_SHARE else "partly",
        share=share,
        p=edge.p,
        bits=sum(parts.values()),
        parts=parts,
        units=tuple(units[u].id for u in edge.units),
        reasons=(
            *edge_reasons(
                parts,
                parent=names[p],
                child=names[c],
                n_passages=len(edge.units),
                share=share,
                parent_share=share_of(ground, p, stands_in(ground, p, c)),
                credit=sorted(ground.named[p].agencies & ground.named[c].agencies),
                agency=ground.named[p].agency,
            ),
            *([TIME_ALONE] if by_time_alone(edge.field, weights, p, c) else []),
        ),
    )


def _lost(
    ground: Ground, lost: Lost, units: Sequence[Unit], names: Sequence[str]
) -> LostParent:
    children = [names[c] for c in lost.children]
    reasons = []
    if lost.shared:
        count = len(lost.units)
        what = "1 passage" if count == 1 else f"{count} passages"
        reasons.append(
            f"{several(children)} share {what} of narration that none of the reports "
            "given here is shown to have handed on"
        )
    if lost.agency:
        crediting = [
            names[c] for c in lost.children if lost.agency in ground.named[c].agencies
        ]
        verb = "credits" if len(crediting) == 1 else "credit"
        given = any(credit.agency == lost.agency for credit in ground.named)
        file = "whose file given here lacks them" if given else _NOT_GIVEN
        reasons.append(f"{several(crediting)} {verb} {lost.agency}, {file}")
    if not lost.shared:
        reasons.append("which passages come from it is not shown")
    ids = [ground.report(c).id for c in lost.children]
    return LostParent(
        id="lost-" + "-".join((*([lost.agency] if lost.agency else []), *ids)),
        children=tuple(ids),
        agency=lost.agency,
        p=lost.p,
        units=tuple(units[u].id for u in lost.units),
        reasons=tuple(reasons),
    )


def _undecided(ground: Ground, tie: Tie, names: Sequence[str]) -> Undecided:
    who = [names[r] for r in tie.reports]
    untimed = [names[r] for r in tie.reports if ground.report(r).published_at is None]
    decide = []
    if untimed:
        decide.append(f"the time of publication of {several(untimed)}")
    decide.append("a report that has words of only one of them")
    return Undecided(
        reports=tuple(ground.report(r).id for r in tie.reports),
        reason=(
            f"{several(who)} go back to one written text; which of them drew on which, "
            "or whether both drew on a third, is not shown"
        ),
        would_decide=tuple(decide),
    )


def _pairs(ground: Ground, growth: Growth, weights: Weights) -> tuple[PairDescent, ...]:
    found = []
    for (a, b), shared in sorted(growth.whole.shared.items()):
        bits = float(growth.whole.bits[a, b])
        values = np.array(shared.features) * np.array(weights.pair)
        parts = {
            name: float(value)
            for name, value in zip(PAIR_PARTS, values.tolist(), strict=True)
            if value
        }
        parts["without evidence"] = weights.pair_start
        found.append(
            PairDescent(
                a=ground.report(a).id,
                b=ground.report(b).id,
                share_a=share_of(ground, a, stands_in(ground, a, b)),
                share_b=share_of(ground, b, stands_in(ground, b, a)),
                p=1 / (1 + 2.0 ** -max(min(bits, 100.0), -100.0)),
                bits=bits,
                parts=parts,
            )
        )
    return tuple(found)
