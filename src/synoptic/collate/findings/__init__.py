"""What a reader should see first, in plain sentences with their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.collate.findings.differences import differing_words, one_sided_clauses
from synoptic.collate.findings.overview import (
    headlines,
    only_here,
    same_texts,
    shared_passages,
    to_read,
)
from synoptic.collate.findings.points import shared_points
from synoptic.collate.findings.story import StoryText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Annotations, Finding, Partly, Report, Unit

__all__ = ["find_findings"]

_MOST = 10


def find_findings(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    partly: Sequence[Partly],
    *,
    others: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """Return at most ten findings, heaviest first, then one line a report.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        units: The units of the story.
        partly: Pairs that share one point.
        others: Findings of later stages; they compete for the ten places.
    """
    story = StoryText(reports, annotations, units, partly)
    others = tuple(others)
    told = {place for finding in others for place in finding.evidence[:1]}
    found = [
        *shared_passages(story),
        *shared_points(story),
        *same_texts(story),
        *to_read(story),
        *(c for c in one_sided_clauses(story) if c.evidence[0] not in told),
        *differing_words(story),
        *headlines(story),
        *others,
    ]
    ranked = sorted(found, key=lambda f: (-f.weight, f.kind, f.id))
    return (*ranked[:_MOST], *only_here(story))
