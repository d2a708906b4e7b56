"""Who stands where: the statements of the reports, one entry for one position."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.collate.positions.gather import gather
from synoptic.collate.positions.things import join_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.entities import Entities
    from synoptic.model import Annotations, Position, Proposal, Report, Unit

__all__ = ["Positions", "find_positions"]


@dataclass(frozen=True, slots=True)
class Positions:
    """The positions of a story and what they are about.

    Attributes:
        proposals: Those with most actors first.
        positions: In the order of `proposals`; inside one by actor and time.
    """

    proposals: tuple[Proposal, ...]
    positions: tuple[Position, ...]


def find_positions(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    entities: Entities,
) -> Positions:
    """Join the statements of a story's reports.

    Args:
        reports: In the order of the collation.
        annotations: One for each report, in the same order, as they came from
            `annotate` (names not yet replaced by the story's).
        units: The passages of the story.
        entities: Who is who across the reports.
    """
    things = join_things(reports, annotations, units)
    positions = gather(reports, annotations, things, entities)
    actors: dict[str, set[str]] = {}
    members: dict[str, int] = {}
    for one in positions:
        actors.setdefault(one.proposal_id, set()).add(one.actor)
        members[one.proposal_id] = members.get(one.proposal_id, 0) + len(one.members)
    by_id = {thing.id: thing for thing in things.values() if thing.id in actors}
    proposals = sorted(
        by_id.values(),
        key=lambda p: (-len(actors[p.id]), -members[p.id], p.name, p.id),
    )
    rank = {proposal.id: place for place, proposal in enumerate(proposals)}
    ordered = sorted(positions, key=lambda p: rank[p.proposal_id])
    return Positions(
        tuple(proposals),
        tuple(replace(p, proposal=by_id[p.proposal_id].name) for p in ordered),
    )
