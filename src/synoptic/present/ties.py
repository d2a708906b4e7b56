"""How passages hold together: kinds inside a unit, and ties that lead out of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from synoptic.model import Collation, LinkKind, Span, Unit
    from synoptic.present.wording import Kind

KIND_OF_LINK: Final[dict[LinkKind, Kind]] = {
    "verbatim": "same",
    "edited": "edited",
    "reworded": "reworded",
}
_LINK_KINDS: Final[tuple[LinkKind, ...]] = ("verbatim", "edited", "reworded")


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a span of one report to spans of another."""

    span: Span
    other: str
    spans: tuple[Span, ...]
    kind: Kind
    shared: str = ""


def ties_out_of_units(collation: Collation) -> defaultdict[str, list[Tie]]:
    """Ties that lead out of a unit, by report."""
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    for partly in collation.partly:
        kind = KIND_OF_LINK[partly.kind] if partly.kind else "partly"
        for here, there in ((partly.a, partly.b), (partly.b, partly.a)):
            for span in here.spans:
                ties[here.report].append(
                    Tie(span, there.report, there.spans, kind, partly.shared)
                )
    return ties


def pair_kinds(unit: Unit) -> dict[frozenset[str], Kind]:
    """How each two readings of a unit compare.

    Two readings without a link of their own take the loosest kind on the closest way
    between them: pieces that are both word for word as a third are so to each other.
    """
    kinds: dict[frozenset[str], Kind] = {}
    group = {reading.report: {reading.report} for reading in unit.readings}
    for link_kind in _LINK_KINDS:
        for link in unit.links:
            if link.kind == link_kind and group[link.a] is not group[link.b]:
                for one in group[link.a]:
                    for other in group[link.b]:
                        kinds[frozenset((one, other))] = KIND_OF_LINK[link_kind]
                joined = group[link.a] | group[link.b]
                for member in joined:
                    group[member] = joined
    for link in unit.links:
        kinds[frozenset((link.a, link.b))] = KIND_OF_LINK[link.kind]
    reports = [reading.report for reading in unit.readings]
    for i, one in enumerate(reports):
        for other in reports[:i]:
            kinds.setdefault(frozenset((one, other)), "reworded")
    return kinds
