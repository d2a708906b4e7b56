"""Reports and their annotations to a collation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.comparisons import find_comparisons
from synoptic.collate.comparisons.findings import comparison_findings
from synoptic.collate.descent import find_descent, weigh_pairs
from synoptic.collate.entities import find_entities, with_entities
from synoptic.collate.findings import find_findings
from synoptic.collate.omissions import find_omissions
from synoptic.collate.omissions.findings import omission_findings
from synoptic.collate.omissions.wording import find_wording
from synoptic.collate.origins import find_origins
from synoptic.collate.origins.findings import descent_findings, origin_findings
from synoptic.collate.origins.witnesses import with_witnesses
from synoptic.collate.passages import find_passages
from synoptic.collate.positions import find_positions
from synoptic.collate.positions.findings import position_findings
from synoptic.collate.timeline import find_timeline
from synoptic.collate.utterances import (
    collate_utterances,
    quotation_findings,
    with_agreement,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from synoptic.model import (
        Annotations,
        Comparison,
        Descent,
        Entity,
        Finding,
        Happening,
        Omission,
        Origin,
        Partly,
        Position,
        Proposal,
        Report,
        Unit,
        Utterance,
        Wording,
    )
    from synoptic.text.owners import Owners
    from synoptic.text.vectors import Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Collated:
    """What comes of setting reports side by side; see `synoptic.model.Collation`."""

    annotations: tuple[Annotations, ...]
    units: tuple[Unit, ...]
    partly: tuple[Partly, ...]
    findings: tuple[Finding, ...]
    comparisons: tuple[Comparison, ...] | None = None
    timeline: tuple[Happening, ...] | None = None
    entities: tuple[Entity, ...] = ()
    utterances: tuple[Utterance, ...] | None = None
    descent: Descent | None = None
    origins: tuple[Origin, ...] | None = None
    proposals: tuple[Proposal, ...] | None = None
    positions: tuple[Position, ...] | None = None
    omissions: tuple[Omission, ...] | None = None
    wording: tuple[Wording, ...] | None = None


def collate(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    *,
    vectors: Vectors | None = None,
    owners: Owners | None = None,
    barred: Collection[tuple[str, str]] = (),
    progress: Callable[[str], None] | None = None,
) -> Collated:
    """Set the reports of one story side by side.

    Args:
        reports: In the order in which they are to be shown.
        annotations: One for each report, in the same order.
        vectors: Sentence vectors, the second vote; None: words alone.
        owners: Who owns which outlets; None: the shipped table.
        barred: Ids (parent, child) of ties that a reader says are none.
        progress: Called with how far it is: `Comparing 3 of 45`.
    """
    passages = find_passages(reports, annotations, vectors=vectors, progress=progress)
    comparisons, timeline = None, None
    if any(known.figures is not None for known in annotations):
        comparisons = find_comparisons(reports, annotations, passages.units)
    if any(known.dates is not None for known in annotations):
        timeline = find_timeline(reports, annotations, passages.units)
    entities = find_entities(reports, annotations)
    positions = None
    if any(known.statements is not None for known in annotations):
        positions = find_positions(reports, annotations, passages.units, entities)
    annotations = [with_entities(known, entities) for known in annotations]
    utterances = None
    if any(known.quotations is not None for known in annotations):
        utterances = collate_utterances(reports, annotations, entities)
        annotations = [*with_agreement(annotations, utterances)]
    pairs = weigh_pairs(
        reports, annotations, passages.units, barred=barred, owners=owners
    )
    descent = find_descent(pairs)
    origins = find_origins(pairs, annotations, owners=owners)
    omissions = find_omissions(
        reports,
        annotations,
        passages.units,
        passages.partly,
        descent=descent,
        origins=origins,
        utterances=utterances,
        vectors=vectors,
    )
    comparisons, utterances = with_witnesses(
        pairs, annotations, comparisons, utterances, owners=owners
    )
    return Collated(
        annotations=tuple(annotations),
        units=passages.units,
        partly=passages.partly,
        findings=find_findings(
            reports,
            annotations,
            passages.units,
            passages.partly,
            others=(
                *comparison_findings(reports, annotations, comparisons or ()),
                *quotation_findings(reports, annotations, utterances or ()),
                *descent_findings(reports, passages.units, descent),
                *origin_findings(reports, passages.units, origins),
                *omission_findings(reports, omissions),
                *position_findings(
                    reports,
                    positions.proposals if positions else (),
                    positions.positions if positions else (),
                ),
            ),
        ),
        comparisons=comparisons,
        timeline=timeline,
        entities=entities.entities,
        utterances=utterances,
        descent=descent,
        origins=origins,
        proposals=positions.proposals if positions else None,
        positions=positions.positions if positions else None,
        omissions=omissions,
        wording=find_wording(reports, annotations, passages.units, entities.entities),
    )
