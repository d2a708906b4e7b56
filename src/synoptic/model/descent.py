"""Who draws on whom, and how many origins can stand behind a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.model.collation import Evidence

Extent = Literal["wholly", "partly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescentEdge:
    """One given report draws on another.

    Attributes:
        parent, child: Report ids.
        extent: `wholly` when nearly all of the child stands in the parent.
        share: Part of the child's body words that stand in the parent, 0.0 to 1.0.
        p: Probability of the edge, given all the reports.
        bits: Evidence that they are connected and which way, log2 odds; the sum of
            `parts`.
        parts: Named parts of the evidence, in bits, heaviest first.
        units: Ids of the units that the child has from the parent.
        reasons: The parts that count, in words.
    """

    parent: str
    child: str
    extent: Extent
    share: float
    p: float
    bits: float
    parts: Mapping[str, float]
    units: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LostParent:
    """A text that reports draw on and that is not among those given.

    Attributes:
        children: Report ids; one only where an agency is credited.
        agency: The agency that the children credit; None: not named.
        p: Probability that there was such a text.
        units: Ids of the units that speak for it.
    """

    id: str
    children: tuple[str, ...]
    agency: str | None
    p: float
    units: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Reports that go together in a way that could not be told."""

    reports: tuple[str, ...]
    reason: str
    would_decide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDescent:
    """How far two reports share written text.

    Attributes:
        a, b: Report ids; a comes before b in the order of the collation's reports.
        share_a, share_b: Part of each one's body words that stands in the other.
        p: Probability that one draws on the other or both on a third.
        bits: log2 odds of that; the sum of `parts`.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    p: float
    bits: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """The copy tree of a story.

    Attributes:
        edges: By child, then likeliest first; none below even odds.
        lost_parents: Likeliest first.
        undecided: In order of the reports.
        pairs: Every pair that shares a passage, in order of (a, b).
    """

    edges: tuple[DescentEdge, ...] = ()
    lost_parents: tuple[LostParent, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    pairs: tuple[PairDescent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How many written origins can stand behind one unit among the given reports.

    Attributes:
        unit: Id of the unit.
        reports: Ids of the reports that have it.
        at_least, at_most: Bounds on the number of origins; None: not measured.
        said_by: Speakers named in the readings, or the unnamed ones as described.
        reasons: Why, a sentence each.
        would_decide: What would narrow the bounds.
        evidence: Where the readings name their source.
    """

    unit: str
    reports: tuple[str, ...]
    at_least: int | None
    at_most: int | None
    said_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    would_decide: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
