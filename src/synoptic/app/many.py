"""Reading and weighing large corpora on several processors, in parts of files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from synoptic.app.order import in_order, rejects_in_order, with_own_ids
from synoptic.app.processes import in_processes
from synoptic.app.verbs import read
from synoptic.app.workspace_source import is_workspace
from synoptic.errors import InputError
from synoptic.group import weigh
from synoptic.model import Intake, Rejected, Report, Skipped
from synoptic.read import ReadOptions, read_each
from synoptic.read.draft import as_rejected
from synoptic.read.row_parts import RowPart, has_rows, read_rows, row_parts
from synoptic.read.sources import Source, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.app.stated import Stated
    from synoptic.group import StoryStream, Telling, Weighed

LARGE_BYTES = 8 << 20
"""From here on starting further processes is worth their second."""

_PART_FILES = 50


class _Part(NamedTuple):
    """What one process does at a time: whole files, or lines of one file."""

    paths: tuple[str, ...] = ()
    rows: RowPart | None = None


class _Read(NamedTuple):
    reports: list[Report]
    weighed: list[Weighed]
    rejected: list[Rejected]
    skipped: list[Skipped]


def read_into(
    stream: StoryStream,
    sources: Sequence[str],
    *,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    say: Callable[[str], None],
) -> Intake:
    """What `read` gives; every report of it is taken into a stream.

    Args:
        stream: Where the reports are taken in.
        sources: As for `read`.
        options: As for `read`.
        stated: As for `read`; where something is stated, one processor reads.
        processes: How many read at a time, where the files are large.
        say: Called with how far it is.
    """
    how = options or ReadOptions()
    say("Reading")
    if processes < 2 or stated or not _is_large(sources):
        intake = read([*sources], options=how, stated=stated)
        _take(stream, intake.reports, say)
        return intake
    reports: list[Report] = []
    kept: list[Telling] = []
    rejected: list[Rejected] = []
    skipped: list[Skipped] = []
    parts = _parts(sources, how, rejected)
    work = partial(_read_part, options=how)
    for part in in_processes(work, parts, processes=processes):
        reports += part.reports
        kept += map(stream.numbered, part.weighed)
        rejected += part.rejected
        skipped += part.skipped
        say(f"Reading: {len(reports):,} reports")
    pairs = sorted(
        zip(reports, kept, strict=True),
        key=lambda pair: (pair[0].id, pair[0].path, pair[0].text),
    )
    named = with_own_ids(report for report, _ in pairs)
    own = {
        report.id: replace(telling, id=report.id, series=report.series)
        for report, (_, telling) in zip(named, pairs, strict=True)
    }
    ordered = in_order(named)
    _take(stream, [own[report.id] for report in ordered], say)
    skipped.sort(key=lambda s: (s.path, s.what))
    return Intake(ordered, tuple(rejects_in_order(rejected)), tuple(skipped))


def _take(
    stream: StoryStream,
    reports: Sequence[Report | Telling],
    say: Callable[[str], None],
) -> None:
    for number, report in enumerate(reports, 1):
        if number % 100 == 0:
            say(f"Grouping: {number:,} of {len(reports):,} reports")
        stream.take(report)


def _is_large(sources: Sequence[str]) -> bool:
    """Whether all of them are files, and enough of them."""
    size = 0
    for source in expand(sources):
        if isinstance(source, Source):
            if source.kind != "file" or is_workspace(source.where):
                return False
            try:
                size += Path(source.where).stat().st_size
            except OSError:
                continue
    return size >= LARGE_BYTES


def _parts(
    sources: Sequence[str], options: ReadOptions, rejected: list[Rejected]
) -> Iterator[_Part]:
    waiting: list[str] = []
    for source in expand(sources):
        if isinstance(source, Rejected):
            rejected.append(source)
        elif has_rows(source):
            try:
                for rows in row_parts(source, options):
                    yield _Part(rows=rows)
            except InputError as err:
                rejected.append(as_rejected(err, err.path))
        else:
            waiting.append(source.path)
            if len(waiting) == _PART_FILES:
                yield _Part(tuple(waiting))
                waiting = []
    if waiting:
        yield _Part(tuple(waiting))


def _read_part(part: _Part, options: ReadOptions) -> _Read:
    found = _Read([], [], [], [])
    if part.rows is None:
        items = read_each(part.paths, options=options)
    else:
        items = read_rows(part.rows, options)
    for item in items:
        if isinstance(item, Report):
            found.reports.append(item)
        elif isinstance(item, Rejected):
            found.rejected.append(item)
        else:
            found.skipped.append(item)
    found.weighed.extend(map(weigh, found.reports))
    return found
