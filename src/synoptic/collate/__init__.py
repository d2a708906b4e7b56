"""Reports and their annotations to a collation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.findings import find_findings
from synoptic.collate.passages import find_passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Finding, Partly, Report, Unit
    from synoptic.text.vectors import Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Collated:
    """What comes of setting reports side by side; see `synoptic.model.Collation`."""

    units: tuple[Unit, ...]
    partly: tuple[Partly, ...]
    findings: tuple[Finding, ...]


def collate(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    *,
    vectors: Vectors | None = None,
) -> Collated:
    """Set the reports of one story side by side.

    Args:
        reports: In the order in which they are to be shown.
        annotations: One for each report, in the same order.
        vectors: Sentence vectors, the second vote; None: words alone.
    """
    passages = find_passages(reports, annotations, vectors=vectors)
    return Collated(
        units=passages.units,
        partly=passages.partly,
        findings=find_findings(reports, annotations, passages.units, passages.partly),
    )
