"""A whole corpus: its stories, what is shared, and how many origins stand behind it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synoptic import __version__
from synoptic.app.many import read_into
from synoptic.app.processes import in_processes
from synoptic.app.reuse_files import check_place
from synoptic.app.runs import inputs_of
from synoptic.app.survey_files import FORMS, digest, order, write_tables
from synoptic.app.survey_story import (
    Row,
    measure_story,
    sentence_vectors,
    unmeasured,
)
from synoptic.app.survey_tables import (
    agency_rows,
    day_rows,
    outlet_rows,
    report_rows,
    story_rows,
)
from synoptic.errors import (
    DocumentError,
    NothingToCompare,
    UsageError,
)
from synoptic.group import GroupSettings, StoryStream
from synoptic.model import Span
from synoptic.text.files import json_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from synoptic.app.survey_story import Measured
    from synoptic.model import Rejected, Report
    from synoptic.read import ReadOptions


_MANY_STORIES = 50  # from here on starting further processes is worth it


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What came of surveying a corpus.

    Attributes:
        folder: Where the tables are.
        about: How it was made, as written in `survey.json`.
        outlets: The table by outlet.
    """

    folder: Path
    about: Mapping[str, object]
    outlets: tuple[Row, ...]
    rejected: tuple[Rejected, ...]


def survey(
    sources: Sequence[str],
    folder: Path,
    *,
    form: str = "csv",
    fast: bool = True,
    plots: bool = True,
    settings: GroupSettings | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
    progress: Callable[[str], None] | None = None,
) -> Surveyed:
    """Measure a corpus: which words stand in other reports, in agency copy, or alone.

    Args:
        sources: As for `read`. Their order changes nothing.
        folder: Where the tables go; made when it is not there.
        form: `csv` or `parquet`.
        fast: Rules only: no language pipeline and no sentence vectors.
        plots: Whether plots are drawn as well.
        settings: What decides which reports are one story.
        processes: How many work at a time, where there is much to do. A script that
            asks for more than one needs Python's `if __name__ == "__main__":`.
        options: As for `read`.
        progress: Called with the name of each step as it begins.

    Raises:
        NothingToCompare: Fewer than two reports could be read.
        SynopticError: The folder cannot be written to.
        UsageError: `form` is none of the two.
    """
    if form not in FORMS:
        raise UsageError(f"the form {form!r} is not known: it is csv or parquet")
    check_place(folder)
    say = progress or _silent
    rules = settings or GroupSettings()
    stream = StoryStream(rules)
    intake = read_into(stream, sources, options=options, processes=processes, say=say)
    if len(intake.reports) < 2:
        reasons = tuple((r.path, r.reason) for r in intake.rejected)
        raise NothingToCompare("a survey takes two reports or more", reasons)
    stream.settle()
    stories = stream.stories()
    by_id = {report.id: report for report in intake.reports}
    measured = {report.id: unmeasured(report) for report in intake.reports}
    passages: list[Row] = []
    ties: list[Row] = []
    noted: set[str] = set()
    several = [
        (story, [by_id[name] for name in story.reports])
        for story in stories
        if len(story.reports) > 1
    ]
    found = in_processes(
        partial(measure_story, fast=fast),
        several,
        processes=processes if len(several) >= _MANY_STORIES else 1,
    )
    for number, rows in enumerate(found, 1):
        say(f"Measuring: story {number:,} of {len(several):,}")
        for one in rows.measured:
            one.report = by_id[one.report.id]  # a copy, where another process made it
            measured[one.report.id] = one
        passages += rows.passages
        ties += rows.ties
        noted.update(rows.degraded)
    say("Looking for passages across stories")
    _mark_reuse(intake.reports, measured)
    story_of = {name: story.id for story in stories for name in story.reports}
    tables: dict[str, list[Row]] = {
        "reports": report_rows(measured, story_of),
        "stories": story_rows(stories, measured),
        "outlets": outlet_rows(measured, story_of),
        "agencies": agency_rows(measured, story_of),
        "days": day_rows(measured, story_of),
        "passages": sorted(passages, key=order),
        "ties": sorted(ties, key=order),
    }
    say("Writing")
    vectors = None if fast else sentence_vectors()[0]
    about: dict[str, object] = {
        "version": __version__,
        "sources": sorted(sources),
        "options": {"fast": fast, "form": form, "plots": plots},
        "settings": asdict(rules),
        "inputs": [asdict(given) for given in inputs_of(intake.reports)],
        "vectors": vectors.name if vectors else None,
        "degraded": sorted(noted),
        "counts": {name: len(rows) for name, rows in tables.items()},
        "tables": {name: digest(rows) for name, rows in tables.items()},
    }
    write_tables(folder, tables, about, form=form, plots=plots)
    return Surveyed(
        folder=folder,
        about=about,
        outlets=tuple(tables["outlets"]),
        rejected=intake.rejected,
    )


def repeat(
    about_file: Path,
    folder: Path,
    *,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> tuple[Surveyed, tuple[str, ...]]:
    """Do a survey again as its `survey.json` says, and name what came out otherwise.

    Raises:
        DocumentError: The file is no `survey.json`.
    """
    then = load_about(about_file)
    options = then["options"]
    now = survey(
        then["sources"],
        folder,
        form=options["form"],
        fast=options["fast"],
        plots=options["plots"],
        settings=GroupSettings(**then["settings"]),
        processes=processes,
        progress=progress,
    )
    differing = []
    if then["version"] != now.about["version"]:
        differing.append(f"version {then['version']} then, {__version__} now")
    if then["inputs"] != now.about["inputs"]:
        differing.append("the inputs are not the same files")
    found = now.about["tables"]
    for name, digest_then in then["tables"].items():
        if digest_then != (found.get(name) if isinstance(found, dict) else None):
            differing.append(f"the table of {name} is not the same")
    return now, tuple(differing)


def load_about(path: Path) -> dict[str, Any]:
    """What a `survey.json` says.

    Raises:
        DocumentError: It cannot be read, or is none.
    """
    about = json_of(path, DocumentError)
    needed = {"sources", "options", "settings", "inputs", "tables", "version"}
    if not isinstance(about, dict) or not needed <= about.keys():
        raise DocumentError(
            f"{path}: this is no survey.json. A survey writes one into its folder"
        )
    return about


def _mark_reuse(reports: Sequence[Report], measured: Mapping[str, Measured]) -> None:
    """Mark what stands in any other report of the corpus, of another story too."""
    from synoptic.reuse import passages_of

    spans: dict[str, list[Span]] = {}
    for row in passages_of(reports).to_pylist():
        if row["kind"] == "passage":
            for side in "ab":
                span = Span(row[f"{side}_start"], row[f"{side}_end"])
                spans.setdefault(row[side], []).append(span)
    for name, found in spans.items():
        measured[name].in_others |= measured[name].words(found)


def _silent(_step: str) -> None:
    """No progress is wanted."""
