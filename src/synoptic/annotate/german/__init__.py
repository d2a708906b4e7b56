"""German, by rules alone: there is no pipeline for it that we could ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.german.quotations import find_quotations
from synoptic.annotate.language import Language
from synoptic.annotate.sentences import sentences_of
from synoptic.model import Annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from synoptic.model import Report


def open_german(*, fast: bool, pipeline: str | None) -> Language:  # noqa: ARG001
    """German; the rules are the same with and without `fast`."""
    return Language(_annotate)


def _annotate(reports: Iterable[Report]) -> Iterator[Annotations]:
    for report in reports:
        sentences = sentences_of(report)
        yield Annotations(
            report=report.id,
            language=report.language,
            sentences=sentences,
            quotations=find_quotations(report, sentences),
        )
