"""One report alone, or several compared: for what one report can answer too."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.app.positions import correct_positions
from synoptic.app.verbs import annotate, as_records, compare, read, refuse_foreign
from synoptic.errors import NothingToCompare
from synoptic.model import Collation

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from synoptic.app.results import AnnotatedReports
    from synoptic.app.stated import Stated
    from synoptic.app.verbs import Corrections
    from synoptic.model import Correction
    from synoptic.read import ReadOptions

_OF_SEVERAL = ("findings", "units", "partly")


def collate_any(
    sources: list[str],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    corrections: Corrections = (),
    owners: str | PathLike[str] | None = None,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Collation:
    """The reports of one story, compared; a single one with its own parts.

    Of a single report figures, dates and positions are there; what only comparing
    gives is empty.

    Args:
        sources: As for `read`, taken as one story.
        fast: As for `compare`.
        pipeline: As for `compare`.
        corrections: As for `compare`.
        owners: As for `compare`.
        options: As for `read`.
        stated: As for `read`.
        processes: As for `compare`.
        progress: Called with the name of each step as it begins.

    Raises:
        NothingToCompare: No report could be read, or most files are no text.
    """
    refuse_foreign(sources)
    intake = read(sources, options=options, stated=stated)
    if len(intake.reports) > 1:
        return compare(
            intake,
            fast=fast,
            pipeline=pipeline,
            corrections=corrections,
            owners=owners,
            processes=processes,
            progress=progress,
        ).collation
    if not intake.reports:
        reasons = tuple((r.path, r.reason) for r in intake.rejected)
        raise NothingToCompare("no report was found", reasons)
    records = as_records(corrections)
    known = annotate(
        intake,
        fast=fast,
        pipeline=pipeline,
        corrections=records,
        progress=progress,
    )
    return _alone(known, records)


def to_json(found: Collation) -> str:
    """What `collate_any` gave as a `synoptic/1` document.

    Of a single report the parts that only comparing gives are null.
    """
    from synoptic.present.json import dump_document
    from synoptic.present.json import to_json as whole

    if len(found.reports) > 1:
        return whole(found)
    document = json.loads(whole(found))
    return dump_document({**document, **dict.fromkeys(_OF_SEVERAL)})


def _alone(known: AnnotatedReports, records: tuple[Correction, ...]) -> Collation:
    from synoptic.collate.comparisons import find_comparisons
    from synoptic.collate.entities import find_entities
    from synoptic.collate.positions import find_positions
    from synoptic.collate.timeline import find_timeline

    reports, annotations = known.reports, known.annotations
    entities = find_entities(reports, annotations)
    proposals, positions = None, None
    unplaced: tuple[str, ...] = ()
    if annotations[0].statements is not None:
        found = find_positions(reports, annotations, (), entities)
        proposals, positions, unplaced = correct_positions(
            reports, annotations, (found.proposals, found.positions), records
        )
    return Collation(
        run=replace(known.run, degraded=known.run.degraded + unplaced),
        findings=(),
        reports=reports,
        annotations=annotations,
        units=(),
        partly=(),
        comparisons=find_comparisons(reports, annotations, ()),
        timeline=find_timeline(reports, annotations, ()),
        entities=entities.entities,
        proposals=proposals,
        positions=positions,
        rejected=known.rejected,
    )
