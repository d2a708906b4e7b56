"""A report in a language nobody has written: its sentences, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.sentences import sentences_of
from synoptic.model import Annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from synoptic.model import Report


def annotate(reports: Iterable[Report]) -> Iterator[Annotations]:
    """Yield every report's sentences."""
    for report in reports:
        yield Annotations(
            report=report.id,
            language=report.language,
            sentences=sentences_of(report),
        )
