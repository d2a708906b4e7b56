"""What a user can ask for: to read, annotate, compare, and repeat a run."""

from __future__ import annotations

import json
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, TypeAlias

from synoptic import __version__
from synoptic.app.annotated import compare_annotated
from synoptic.app.corrections import correct, load_corrections, read_correction
from synoptic.app.once import read_once
from synoptic.app.order import in_order, rejects_in_order, with_own_ids
from synoptic.app.quoted import correct_quotations
from synoptic.app.repeat import (
    Rerun,
    differences,
    open_document,
    readable_again,
    stand_ins,
)
from synoptic.app.results import AnnotatedReports, Comparison
from synoptic.app.runs import as_options, inputs_of, reading_options
from synoptic.app.stated import by_options
from synoptic.app.workspace_source import is_workspace, workspace_reports
from synoptic.errors import NothingToCompare
from synoptic.model import Intake, Report, Run
from synoptic.read import ReadOptions
from synoptic.read import read as read_sources
from synoptic.read.foreign import foreign_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from synoptic.app.once import Place
    from synoptic.app.stated import Stated
    from synoptic.model import Correction

    Progress: TypeAlias = Callable[[str], None]
    Source: TypeAlias = str | PathLike[str] | Report
    Sources: TypeAlias = Source | Intake | Iterable[Source]
    Corrections: TypeAlias = str | PathLike[str] | Iterable[Correction]


def read(
    sources: Sources,
    *,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    progress: Progress | None = None,
) -> Intake:
    """Reports from files, folders, globs, addresses or standard input.

    Args:
        sources: One or more paths, folders, globs, web addresses, or `-`. Naming an
            address is the permission to fetch it. Reports already read may stand
            among them, and workspaces: the last version of each report in one.
        options: What may be read, and what is stated of all of the sources.
        stated: What is stated of single sources: `outlet`, `published_at` or
            `language` for a source as it is named in `sources`.
        progress: Called now and then with how many were read.

    Returns:
        The reports by time of publication, those that state none last, ties by id,
        what could not be read, with the reasons, and what archives hold besides.
        Reports of equal id get `-1`, `-2` behind it. A file named twice is read once.

    Raises:
        UsageError: A source in `stated` is not there, or a value cannot be used.
        WorkspaceError: A workspace cannot be opened.
    """
    given = _listed(sources)
    reports = [source for source in given if isinstance(source, Report)]
    rejected = [*sources.rejected] if isinstance(sources, Intake) else []
    skipped = [*sources.skipped] if isinstance(sources, Intake) else []
    named = _named(given)
    for workspace in filter(is_workspace, named):
        reports += workspace_reports(workspace)
    named = [name for name in named if not is_workspace(name)]
    found: set[Place] = set()
    for names, own in by_options(named, options, stated):
        fresh = read_sources(names, options=own, progress=progress)
        once, again = read_once(fresh.reports, found)
        reports += once
        rejected += fresh.rejected
        skipped += (*fresh.skipped, *again)
    skipped.sort(key=lambda s: (s.path, s.what))
    return Intake(
        in_order(with_own_ids(reports)),
        tuple(rejects_in_order(rejected)),
        tuple(skipped),
    )


def annotate(
    sources: Sources,
    *,
    fast: bool = False,
    pipeline: str | None = None,
    corrections: Corrections = (),
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> AnnotatedReports:
    """What can be known about each report by itself.

    Args:
        sources: As for `read`.
        fast: Rules only; no language pipeline is loaded.
        pipeline: Name of an installed spaCy pipeline to use instead of ours.
        corrections: What a reader set right: records, or the path of a JSONL file.
        options: As for `read`.
        stated: As for `read`.
        processes: How many may work at a time, where there is much to read. A script
            that asks for more than one needs Python's `if __name__ == "__main__":`.
        progress: Called with the name of each step as it begins, and on long ones with
            how far it is: `Annotating 3 of 40`.
    """
    from synoptic.app.annotating import annotate_together

    say = progress or _silent
    given = sources if isinstance(sources, Intake) else _listed(sources)
    records = as_records(corrections)
    intake, missed = _taken_in(given, records, options, stated, say)
    say("Annotating")
    known = annotate_together(
        intake.reports,
        fast=fast,
        pipeline=pipeline,
        processes=processes,
        progress=progress,
    )
    annotations, unfit = correct_quotations(intake.reports, known.annotations, records)
    run = Run(
        version=__version__,
        options=as_options(
            sources=_named(_listed(given)),
            reading=options,
            stated=stated,
            corrections=records,
            fast=fast,
            pipeline=pipeline,
        ),
        inputs=inputs_of(intake.reports),
        pipeline=known.pipeline,
        vectors=None,
        models=known.models,
        degraded=known.degraded + missed + unfit,
    )
    return AnnotatedReports(run, intake.reports, annotations, intake.rejected)


def compare(
    sources: Sources,
    *,
    fast: bool = False,
    pipeline: str | None = None,
    base: str | None = None,
    corrections: Corrections = (),
    owners: str | PathLike[str] | None = None,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> Comparison:
    """The reports of one story, set side by side.

    Args:
        sources: As for `read`: two reports or more, taken as one story. The order in
            which they are given changes nothing.
        fast: Rules only: no language pipeline, no sentence vectors.
        pipeline: Name of an installed spaCy pipeline to use instead of ours.
        base: The report that the page reads along: its id, siglum, path, file name or
            outlet.
        corrections: What a reader set right: records, or the path of a JSONL file.
        owners: A TOML file that says who owns which outlets and from whom they buy;
            what it names wins over the shipped table.
        options: As for `read`.
        stated: As for `read`.
        processes: How many may work at a time, where there is much to read. A script
            that asks for more than one needs Python's `if __name__ == "__main__":`.
        progress: Called with the name of each step as it begins.

    Raises:
        NothingToCompare: Fewer than two reports could be read.
        UsageError: No single report goes by the name in `base`, or `owners` is not
            in its format.
    """
    from synoptic.app.annotating import annotate_together

    say = progress or _silent
    given = sources if isinstance(sources, Intake) else _listed(sources)
    records = as_records(corrections)
    intake, missed = _taken_in(given, records, options, stated, say)
    if len(intake.reports) < 2:
        raise _too_few(intake)
    if base is not None:
        _check_base(intake.reports, base)
    say("Annotating")
    known = annotate_together(
        intake.reports,
        fast=fast,
        pipeline=pipeline,
        processes=processes,
        progress=progress,
    )
    table_path = None if owners is None else fspath(owners)
    asked = as_options(
        sources=_named(_listed(given)),
        reading=options,
        stated=stated,
        corrections=records,
        fast=fast,
        pipeline=pipeline,
        base=base,
        owners=table_path,
    )
    return compare_annotated(
        intake,
        replace(known, degraded=known.degraded + missed),
        records,
        fast=fast,
        owners=table_path,
        asked=asked,
        progress=say,
    )


def rerun(
    path: str | PathLike[str],
    *,
    processes: int = 1,
    progress: Progress | None = None,
) -> Rerun:
    """Repeat the comparison that a saved result came of, and say what differs.

    Files are read again from the paths in the document, seen from the current folder.
    Where a source is gone (standard input, a web page, a file since removed), the text
    that the document holds is used, and a note says so.

    Args:
        path: What `synoptic compare --json` printed.
        processes: As for `compare`.
        progress: As for `compare`.

    Raises:
        DocumentError: The file is no result of `synoptic compare --json`.
    """
    from synoptic.present.json import from_json

    text, then = open_document(path)
    saved = from_json(text)
    options: dict[str, Any] = dict(saved.run.options)
    reading = reading_options(options)
    stated = options.get("stated", {})
    again = readable_again(options.get("sources", []))
    known = {name: stated[name] for name in again if name in stated}
    intake = read(again, options=reading, stated=known)
    kept = stand_ins(saved.reports, intake.reports)
    now = compare(
        replace(intake, reports=(*intake.reports, *kept)),
        fast=options.get("fast", False),
        pipeline=options.get("pipeline"),
        corrections=[read_correction(c) for c in options.get("corrections", ())],
        owners=options.get("owners"),
        options=reading,
        processes=processes,
        progress=progress,
    )
    notes = [f"{r.path} was not read again; its text in {path} was used" for r in kept]
    if saved.run.version != __version__:
        notes.append(f"made by version {saved.run.version}, repeated by {__version__}")
    return Rerun(differences(then, json.loads(now.to_json())), tuple(notes))


def refuse_foreign(sources: list[str]) -> None:
    """Refuse a folder of programs before its first file is read.

    Raises:
        NothingToCompare: Most of very many files are no text.
    """
    if foreign := foreign_files(sources):
        raise NothingToCompare(foreign)


def _listed(sources: Sources) -> list[Source]:
    if isinstance(sources, Intake):
        return [*sources.reports]
    if isinstance(sources, str | PathLike | Report):
        return [sources]
    return [*sources]


def _named(sources: list[Source]) -> list[str]:
    """What is to be read, in an order of its own."""
    return sorted(fspath(s) for s in sources if not isinstance(s, Report))


def _taken_in(
    sources: Sources,
    corrections: tuple[Correction, ...],
    options: ReadOptions | None,
    stated: Stated | None,
    say: Progress,
) -> tuple[Intake, tuple[str, ...]]:
    """The reports, set right and in order, and what was not done about them."""
    say("Reading")
    refuse_foreign(_named(_listed(sources)))
    intake = read(sources, options=options, stated=stated, progress=say)
    reports, missed = correct(intake.reports, corrections)
    passed = tuple(f"{s.path}: {s.n} {s.what} passed over." for s in intake.skipped)
    return replace(intake, reports=in_order(reports)), passed + missed


def as_records(given: Corrections) -> tuple[Correction, ...]:
    """What a reader set right, from records or the path of a JSONL file."""
    if isinstance(given, str | PathLike):
        return load_corrections(given)
    return tuple(given)


def _check_base(reports: tuple[Report, ...], base: str) -> None:
    """Refuse a name that no report goes by before the work is done, not after."""
    from synoptic.model import siglum
    from synoptic.present.view import find_base

    find_base(reports, {r.id: siglum(i) for i, r in enumerate(reports)}, base)


def _too_few(intake: Intake) -> NothingToCompare:
    reasons = tuple((r.path, r.reason) for r in intake.rejected)
    if not intake.reports:
        return NothingToCompare("no report was found", reasons)
    again = "".join(f"; {s.n} {s.what} passed over" for s in intake.skipped)
    return NothingToCompare(
        f"only one report was found ({intake.reports[0].path}{again}). "
        "Comparing takes two or more; annotate, quotes, figures, timeline and "
        "positions take one",
        reasons,
    )


def _silent(_step: str) -> None:
    """No progress is wanted."""
