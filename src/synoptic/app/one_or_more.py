"""One report alone, or several compared: what the lists of figures and dates need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.app.verbs import annotate, compare, read, refuse_foreign
from synoptic.errors import NothingToCompare
from synoptic.model import Collation

if TYPE_CHECKING:
    from collections.abc import Callable

    from synoptic.app.stated import Stated
    from synoptic.app.verbs import Corrections
    from synoptic.read import ReadOptions


def collate_any(
    sources: list[str],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    corrections: Corrections = (),
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Collation:
    """The reports of one story, compared; a single one with its own timeline.

    Args:
        sources: As for `read`, taken as one story.
        fast: As for `compare`.
        pipeline: As for `compare`.
        corrections: As for `compare`.
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
            processes=processes,
            progress=progress,
        ).collation
    if not intake.reports:
        reasons = tuple((r.path, r.reason) for r in intake.rejected)
        raise NothingToCompare("no report was found", reasons)
    from synoptic.collate.comparisons import find_comparisons
    from synoptic.collate.timeline import find_timeline

    known = annotate(
        intake,
        fast=fast,
        pipeline=pipeline,
        corrections=corrections,
        progress=progress,
    )
    return Collation(
        run=known.run,
        findings=(),
        reports=known.reports,
        annotations=known.annotations,
        units=(),
        partly=(),
        comparisons=find_comparisons(known.reports, known.annotations, ()),
        timeline=find_timeline(known.reports, known.annotations, ()),
        rejected=known.rejected,
    )
