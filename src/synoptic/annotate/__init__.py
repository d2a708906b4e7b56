"""Report to annotations; one folder per language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.annotate.language import open_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.model import Annotations, ModelHash, Report

__all__ = ["Annotated", "annotate_all", "together"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """What came of annotating some reports.

    Attributes:
        annotations: One for each report, in the order given.
        pipeline: Name of the language pipeline; None: rules only.
        models: Every model that was used, once, by name.
        degraded: What did not run, and why, a sentence each.
    """

    annotations: tuple[Annotations, ...]
    pipeline: str | None = None
    models: tuple[ModelHash, ...] = ()
    degraded: tuple[str, ...] = ()


def together(parts: Sequence[Annotated]) -> Annotated:
    """What came of annotating some reports, and then some more."""
    names = {n for part in parts if part.pipeline for n in part.pipeline.split(", ")}
    models = {model for part in parts for model in part.models}
    return Annotated(
        annotations=tuple(known for part in parts for known in part.annotations),
        pipeline=", ".join(sorted(names)) or None,
        models=tuple(sorted(models, key=lambda m: (m.name, m.sha256))),
        degraded=tuple(sorted({line for part in parts for line in part.degraded})),
    )


def annotate_all(
    reports: Sequence[Report],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Annotated:
    """Annotations of every report, in the order given.

    Each report is handed to the language its `language` names; a language nobody
    has written goes to the plain one, which knows sentences only.

    Args:
        reports: Any number, in any mix of languages.
        fast: Rules only; no pipeline is loaded.
        pipeline: Name of an installed spaCy pipeline to use instead of ours.
        progress: Called with `Annotating 3 of 40` as each report is done.
    """
    places: dict[str, list[int]] = {}
    for place, report in enumerate(reports):
        places.setdefault(report.language, []).append(place)
    found: dict[int, Annotations] = {}
    parts: list[Annotated] = []
    for code in sorted(places):
        language = open_language(code, fast=fast, pipeline=pipeline)
        batch = (reports[place] for place in places[code])
        for place, known in zip(places[code], language.annotate(batch), strict=True):
            found[place] = known
            if progress is not None:
                progress(f"Annotating {len(found)} of {len(reports)}")
        parts.append(
            Annotated((), language.pipeline, language.models, language.degraded)
        )
    return replace(
        together(parts),
        annotations=tuple(found[place] for place in range(len(reports))),
    )
