"""Stories and reports of a workspace, compared; what was worked out before is kept."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic import __version__
from synoptic.annotate import Annotated
from synoptic.app.annotated import compare_annotated
from synoptic.app.annotating import annotate_in_shares
from synoptic.app.corrections import as_record, correct, not_undone
from synoptic.app.order import in_order
from synoptic.app.quoted import correct_quotations
from synoptic.app.results import Comparison
from synoptic.app.revisions import may_keep, models_at_hand, revision_of
from synoptic.app.runs import as_options, inputs_of
from synoptic.errors import NothingToCompare
from synoptic.model import (
    Annotations,
    Collation,
    Correction,
    Intake,
    ModelHash,
    Report,
    Run,
)
from synoptic.store import codec, result_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.store import Workspace


@dataclass(frozen=True, slots=True)
class _Kept:
    """Annotations with what made them."""

    annotations: Annotations
    pipeline: str | None
    models: tuple[ModelHash, ...]


def compare_reports(
    workspace: Workspace,
    reports: Sequence[Report],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    owners: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Comparison:
    """Reports of the workspace set side by side, the corrections applied.

    Args:
        workspace: Where corrections are read from and results are kept.
        reports: One or more, taken as one story; one alone is compared with nothing.
        fast: As for `compare`.
        pipeline: As for `compare`.
        owners: As for `compare`.
        progress: As for `compare`.

    Raises:
        NothingToCompare: There is no report.
    """
    if not reports:
        raise NothingToCompare("the story holds no report")
    say = progress or _silent
    records = workspace.corrections(of=[report.id for report in reports])
    standing, _ = not_undone(records)
    key = result_key(
        texts=[digest(report) for report in reports],
        stage="collate",
        revision=revision_of("collate"),
        settings=[fast, pipeline, _of_file(owners), [as_record(c) for c in standing]],
        models=models_at_hand(pipeline),
    )
    kept = workspace.cached(key)
    if kept is not None:
        say("Taking what was kept")
        return Comparison.from_json(zlib.decompress(kept).decode("utf-8"))
    right, missed = correct(in_order(reports), records)
    intake = Intake(in_order(right), ())
    known = annotate_reports(
        workspace, intake.reports, fast=fast, pipeline=pipeline, progress=say
    )
    poorer = known.degraded
    known = replace(known, degraded=known.degraded + missed)
    asked = as_options(
        sources=[],
        corrections=standing,
        fast=fast,
        pipeline=pipeline,
        owners=owners,
        workspace=True,
    )
    if len(intake.reports) == 1:
        result = _alone(intake, known, records, asked)
    else:
        result = compare_annotated(
            intake, known, records, fast=fast, owners=owners, asked=asked, progress=say
        )
        if not fast and result.run.vectors is None:
            poorer += ("no sentence vectors",)
    document = result.to_json()
    if may_keep(poorer, pipeline):
        packed = zlib.compress(document.encode("utf-8"))
        workspace.keep(key, packed, stage="collate", of=[r.id for r in reports])
    # Also at first by way of the document: what is shown never hangs on the cache.
    return Comparison.from_json(document)


def annotate_reports(
    workspace: Workspace,
    reports: Sequence[Report],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Annotated:
    """What is known about each report, in the order given; worked out only once."""
    keys = {report.id: _key(report, fast=fast, pipeline=pipeline) for report in reports}
    found = {
        key: codec.unpack(_Kept, data)
        for key, data in workspace.all_cached(keys.values()).items()
    }
    missing = [report for report in reports if keys[report.id] not in found]
    degraded: list[str] = []
    for share, fresh in annotate_in_shares(
        missing, fast=fast, pipeline=pipeline, processes=processes, progress=progress
    ):
        degraded += [line for line in fresh.degraded if line not in degraded]
        for report, one in zip(share, fresh.annotations, strict=True):
            kept = _Kept(one, fresh.pipeline, fresh.models)
            found[keys[report.id]] = kept
            if may_keep(fresh.degraded, pipeline):
                workspace.keep(
                    keys[report.id], codec.pack(kept), stage="annotate", of=[report.id]
                )
        workspace.mark_annotated(*fresh.annotations)
    ordered = [found[keys[report.id]] for report in reports]
    names = {k.pipeline for k in ordered if k.pipeline}
    models = {model for k in ordered for model in k.models}
    return Annotated(
        annotations=tuple(k.annotations for k in ordered),
        pipeline=", ".join(sorted(names)) or None,
        models=tuple(sorted(models, key=lambda m: (m.name, m.sha256))),
        degraded=tuple(degraded),
    )


def kept_annotations(
    workspace: Workspace,
    report: Report,
    *,
    fast: bool = False,
    pipeline: str | None = None,
) -> Annotations | None:
    """What is known about a report already; None: nobody has looked at it yet.

    Args:
        workspace: Where it is kept.
        report: As it was set right.
        fast: As for `annotate_reports`.
        pipeline: As for `annotate_reports`.
    """
    data = workspace.cached(_key(report, fast=fast, pipeline=pipeline))
    return None if data is None else codec.unpack(_Kept, data).annotations


def digest(report: Report) -> str:
    """A hash of all that is known of a report; the text is the most of it."""
    line = codec.dumps(report).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(line, digest_size=16).hexdigest()


def _key(report: Report, *, fast: bool, pipeline: str | None) -> str:
    return result_key(
        texts=[digest(report)],
        stage="annotate",
        revision=revision_of("annotate"),
        settings=[fast, pipeline],
        models=models_at_hand(pipeline),
    )


def _alone(
    intake: Intake,
    known: Annotated,
    records: tuple[Correction, ...],
    asked: object,
) -> Comparison:
    """A single report, with its own figures and timeline."""
    from synoptic.collate.comparisons import find_comparisons
    from synoptic.collate.timeline import find_timeline

    annotations, unfit = correct_quotations(intake.reports, known.annotations, records)
    run = Run(
        version=__version__,
        options=asked,  # type: ignore[arg-type]
        inputs=inputs_of(intake.reports),
        pipeline=known.pipeline,
        vectors=None,
        models=known.models,
        degraded=known.degraded + unfit,
    )
    return Comparison(
        Collation(
            run=run,
            findings=(),
            reports=intake.reports,
            annotations=annotations,
            units=(),
            partly=(),
            comparisons=find_comparisons(intake.reports, annotations, ()),
            timeline=find_timeline(intake.reports, annotations, ()),
        )
    )


def _of_file(path: str | None) -> str | None:
    if path is None:
        return None
    from pathlib import Path

    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return path  # it is refused where it is opened


def _silent(_step: str) -> None:
    """No progress is wanted."""
