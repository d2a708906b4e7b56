"""All evidence about a story's reports: pairs, families, tree."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.credits import credits_of
from synoptic.collate.descent.direction import (
    EDGE_PARTS,
    ROOT_PARTS,
    edge_features,
    family_of,
    root_features,
)
from synoptic.collate.descent.pairs import shared_text
from synoptic.collate.descent.shared import Overlaps
from synoptic.collate.descent.tree import edge_posteriors
from synoptic.collate.descent.witness import witnesses_of
from synoptic.text.owners import load_owners

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from synoptic.collate.descent.credits import Credit
    from synoptic.collate.descent.pairs import Shared
    from synoptic.collate.descent.weights import Weights
    from synoptic.model import Annotations, Report, Unit
    from synoptic.text.owners import Owners

LN2 = float(np.log(2))
CONNECTED_BITS = 4.0
"""Evidence before two reports count as connected: sixteen to one, because a wrong link
costs the user more than a missing one."""
_PRINT_SHARE = 0.9
"""Part of each report's words that stand in the other before both are prints."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What everything rests on: words by unit, and credits.

    Attributes:
        barred: Pairs (parent, child) of indices that a reader says are none, or that
            are prints of one agency's copy.
    """

    overlaps: Overlaps
    named: tuple[Credit, ...]
    barred: frozenset[tuple[int, int]] = frozenset()

    def __len__(self) -> int:
        return len(self.named)

    def report(self, index: int) -> Report:
        """The report at an index."""
        return self.overlaps.witnesses[index].report


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The evidence of all pairs, over the whole of the texts or a part of them.

    Attributes:
        shared: By pair of indices (a < b); pairs that share a passage only.
        bits: n by n, symmetric: evidence of being connected; -inf without passages.
        features: n by n by parts, of the first giving to the second.
        roots: n by parts.
        allowed: n by n; the first may be the second's parent.
    """

    shared: dict[tuple[int, int], Shared]
    bits: NDArray[np.float64]
    features: NDArray[np.float64]
    roots: NDArray[np.float64]
    allowed: NDArray[np.bool_]

    @property
    def connected(self) -> NDArray[np.bool_]:
        """Which pairs count as connected."""
        linked: NDArray[np.bool_] = self.bits >= CONNECTED_BITS
        return linked

    def pair(self, a: int, b: int) -> Shared | None:
        """What two reports share, in any order of the two."""
        return self.shared.get((min(a, b), max(a, b)))


def ground_of(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    *,
    barred: Collection[tuple[str, str]] = (),
    owners: Owners | None = None,
) -> Ground:
    """Return the words of the reports by unit, and whom each credits.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        units: As `find_passages` returns them.
        barred: Ids (parent, child) that a reader says are none; ids that no report
            has are passed over.
        owners: The table that says who speaks what; None: the shipped one.
    """
    witnesses = witnesses_of(reports, annotations, units, owners or load_owners())
    place = {report.id: k for k, report in enumerate(reports)}
    known = frozenset(
        (place[p], place[c]) for p, c in barred if p in place and c in place
    )
    overlaps, named = Overlaps(witnesses, units), credits_of(reports)
    return Ground(overlaps, named, known | _prints(overlaps, named))


def _prints(overlaps: Overlaps, named: Sequence[Credit]) -> frozenset[tuple[int, int]]:
    """Both ways between two prints of copy that nobody handed in.

    Where two reports are nearly the same text and both credit one agency whose own
    file is not there, each has it from the agency. That one of them was seen an hour
    earlier says nothing.
    """
    given = {credit.agency for credit in named}
    found = set()
    for a, b in combinations(range(len(named)), 2):
        one, other = named[a], named[b]
        first, second = overlaps.witnesses[a], overlaps.witnesses[b]
        if (
            not (one.agencies & other.agencies) - given
            or b in one.reports
            or a in other.reports
            or first.report.series == second.report.series
        ):
            continue
        shared = [overlaps.of(a, b, u) for u in overlaps.shared_units(a, b)]
        if (
            sum(int(x.a.sum()) for x in shared) > _PRINT_SHARE * first.n_words
            and sum(int(x.b.sum()) for x in shared) > _PRINT_SHARE * second.n_words
        ):
            found |= {(a, b), (b, a)}
    return frozenset(found)


def field_of(
    ground: Ground,
    weights: Weights,
    *,
    taken: Sequence[Collection[int]] | None = None,
) -> Field:
    """Weigh all pairs.

    Args:
        ground: The reports.
        weights: As fitted.
        taken: For each report, units that are explained already: what it shares
            there says nothing any more about where it comes from.
    """
    overlaps, named = ground.overlaps, ground.named
    n = len(ground)
    shared: dict[tuple[int, int], Shared] = {}
    bits = np.full((n, n), -np.inf)
    for a, b in combinations(range(n), 2):
        units = None
        if taken is not None:
            units = set(overlaps.shared_units(a, b)) - set(taken[a]) - set(taken[b])
        found = shared_text(overlaps, named, a, b, units=units)
        if found.units:
            shared[a, b] = found
            bits[a, b] = bits[b, a] = (
                float(np.dot(found.features, weights.pair)) + weights.pair_start
            )
    left = taken is not None
    family = family_of(overlaps, bits >= CONNECTED_BITS, taken=taken)
    features = np.zeros((n, n, len(EDGE_PARTS)))
    for (a, b), found in shared.items():
        if bits[a, b] >= CONNECTED_BITS:
            features[a, b] = edge_features(
                overlaps, named, a, b, shared=found, family=family, left=left
            )
            features[b, a] = edge_features(
                overlaps, named, b, a, shared=found, family=family, left=left
            )
    roots = np.array([root_features(named, family, c) for c in range(n)])
    allowed = bits >= CONNECTED_BITS
    for p, c in ground.barred:
        allowed[p, c] = False
    return Field(shared, bits, features, roots.reshape(n, len(ROOT_PARTS)), allowed)


def posteriors(
    field: Field,
    weights: Weights,
    *,
    forbidden: NDArray[np.bool_] | None = None,
    root_bits: float = 0.0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the probability of each edge, and of the root for each report.

    Args:
        field: The evidence.
        weights: As fitted.
        forbidden: n by n; edges that cannot be.
        root_bits: What every report gets on top for standing at the root.
    """
    allowed = field.allowed if forbidden is None else field.allowed & ~forbidden
    score = np.where(allowed, field.features @ np.array(weights.edge) * LN2, -np.inf)
    root = (field.roots @ np.array(weights.root) + root_bits) * LN2
    p_edge, p_root, _ = edge_posteriors(score, root)
    return p_edge, p_root
