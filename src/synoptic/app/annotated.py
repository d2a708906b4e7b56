"""Reports that were annotated, set side by side."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from synoptic import __version__
from synoptic.app.positions import correct_positions
from synoptic.app.quoted import correct_quotations
from synoptic.app.results import Comparison
from synoptic.app.runs import inputs_of
from synoptic.app.ties import correct_ties
from synoptic.errors import ModelRefused
from synoptic.model import Collation, ModelHash, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from synoptic.annotate import Annotated
    from synoptic.collate import Collated
    from synoptic.model import Correction, Intake
    from synoptic.text.vectors import Vectors

_FAST = "Sentence vectors were not used (--fast): fewer reworded passages are found."


def compare_annotated(
    intake: Intake,
    known: Annotated,
    corrections: tuple[Correction, ...],
    *,
    fast: bool,
    owners: str | None,
    asked: Mapping[str, object],
    progress: Callable[[str], None],
) -> Comparison:
    """The comparison of reports that were annotated before.

    Args:
        intake: The reports, set right and in order.
        known: What is known about each, not set right yet.
        corrections: In the order in which they were made.
        fast: No sentence vectors.
        owners: As for `compare`.
        asked: Every option, for the run.
        progress: As for `compare`.
    """
    from synoptic.collate import collate
    from synoptic.text.owners import load_owners

    annotations, unfit = correct_quotations(
        intake.reports, known.annotations, corrections
    )
    vectors, without = (None, (_FAST,)) if fast else _open_vectors()
    progress("Comparing")
    barred, table, untied = correct_ties(
        intake.reports, load_owners(owners), corrections
    )
    found = collate(
        intake.reports,
        annotations,
        vectors=vectors,
        owners=table,
        barred=barred,
        progress=progress,
    )
    proposals, positions, unplaced = correct_positions(
        intake.reports,
        found.annotations,
        (found.proposals, found.positions),
        corrections,
    )
    run = Run(
        version=__version__,
        options=asked,
        inputs=inputs_of(intake.reports),
        pipeline=known.pipeline,
        vectors=vectors.name if vectors else None,
        models=known.models + _model(vectors),
        degraded=known.degraded + without + unfit + untied + unplaced,
    )
    return Comparison(
        Collation(
            run=run,
            reports=intake.reports,
            rejected=intake.rejected,
            **{
                "annotations": annotations,
                **_parts(found),
                "proposals": proposals,
                "positions": positions,
            },
        )
    )


def _open_vectors() -> tuple[Vectors | None, tuple[str, ...]]:
    from synoptic.text.vectors import load_vectors

    try:
        return load_vectors(), ()
    except ModelRefused as err:
        return None, (f"Sentence vectors were not used: {err}",)


def _model(vectors: Vectors | None) -> tuple[ModelHash, ...]:
    return (ModelHash(vectors.name, vectors.sha256),) if vectors else ()


def _parts(found: Collated) -> dict[str, Any]:
    """Every part that collating gives, annotations too where it adds to them."""
    return {field.name: getattr(found, field.name) for field in fields(found)}
