"""Reading and weighing large corpora on several processors, in parts of files."""

from __future__ import annotations

import gzip
import multiprocessing
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, NamedTuple, TypeVar, cast

from synoptic.app.order import in_order, with_own_ids
from synoptic.app.verbs import read
from synoptic.errors import InputError
from synoptic.group import weigh
from synoptic.model import Intake, Rejected, Report, Skipped
from synoptic.read import Draft, Raw, ReadOptions
from synoptic.read import read as read_sources
from synoptic.read.assemble import assemble
from synoptic.read.jsonl import reader as jsonl_reader
from synoptic.read.sources import Source, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from synoptic.app.stated import Stated
    from synoptic.group import Weighed

LARGE_BYTES = 8 << 20
"""From here on starting further processes is worth their second."""

Given = TypeVar("Given")
Made = TypeVar("Made")

_ROW_FORMS = (".jsonl", ".ndjson")
_PART_BYTES = 1 << 20
_PART_FILES = 50
_AHEAD = 4  # for each process; what is read ahead stays in memory


class _Part(NamedTuple):
    """What one process does at a time: whole files, or lines of one file."""

    paths: tuple[str, ...]
    lines: bytes = b""
    first_line: int = 0


class _Read(NamedTuple):
    reports: list[Report]
    weighed: list[Weighed]
    rejected: list[Rejected]
    skipped: list[Skipped]


def read_weighed(
    sources: Sequence[str],
    *,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    processes: int = 1,
    say: Callable[[str], None],
) -> tuple[Intake, tuple[Weighed, ...]]:
    """What `read` gives, and what each report gives to tell its event by.

    Args:
        sources: As for `read`.
        options: As for `read`.
        stated: As for `read`; where something is stated, one processor reads.
        processes: How many read at a time, where the files are large.
        say: Called with how far it is.

    Returns:
        The reports, and one for each of them in the same order.
    """
    how = options or ReadOptions()
    say("Reading")
    if processes < 2 or stated or not _is_large(sources):
        intake = read([*sources], options=how, stated=stated)
        return intake, tuple(weigh(report) for report in intake.reports)
    whole = _Read([], [], [], [])
    found = in_processes(
        partial(_read_part, options=how),
        _parts(sources, whole.rejected),
        processes=processes,
    )
    for part in found:
        whole.reports.extend(part.reports)
        whole.weighed.extend(part.weighed)
        whole.rejected.extend(part.rejected)
        whole.skipped.extend(part.skipped)
        say(f"Reading: {len(whole.reports):,} reports")
    pairs = sorted(
        zip(whole.reports, whole.weighed, strict=True),
        key=lambda pair: (pair[0].id, pair[0].path, pair[0].text),
    )
    named = with_own_ids(report for report, _ in pairs)
    own = {
        report.id: replace(weighed, id=report.id, series=report.series)
        for report, (_, weighed) in zip(named, pairs, strict=True)
    }
    reports = in_order(named)
    whole.rejected.sort(key=lambda r: (r.path, r.code, r.reason))
    whole.skipped.sort(key=lambda s: (s.path, s.what))
    intake = Intake(reports, tuple(whole.rejected), tuple(whole.skipped))
    return intake, tuple(own[report.id] for report in reports)


def _is_large(sources: Sequence[str]) -> bool:
    """Whether all of them are files, and enough of them."""
    size = 0
    for source in expand(sources):
        if isinstance(source, Source):
            if source.kind != "file":
                return False
            try:
                size += Path(source.where).stat().st_size
            except OSError:
                continue
    return size >= LARGE_BYTES


def _parts(sources: Sequence[str], rejected: list[Rejected]) -> Iterator[_Part]:
    waiting: list[str] = []
    for source in expand(sources):
        if isinstance(source, Rejected):
            rejected.append(source)
        elif _has_rows(source):
            yield from _row_parts(source)
        else:
            waiting.append(source.path)
            if len(waiting) == _PART_FILES:
                yield _Part(tuple(waiting))
                waiting = []
    if waiting:
        yield _Part(tuple(waiting))


def _has_rows(source: Source) -> bool:
    """Whether the file can be cut at its line feeds."""
    if not source.where.lower().removesuffix(".gz").endswith(_ROW_FORMS):
        return False
    try:
        with _opened(source.where) as file:
            return file.read(1) == b"{"
    except (OSError, EOFError):
        return False  # reading it whole says what is wrong with it


def _row_parts(source: Source) -> Iterator[_Part]:
    number = 0
    with _opened(source.where) as file:
        while lines := file.readlines(_PART_BYTES):
            yield _Part((source.path,), b"".join(lines), number)
            number += len(lines)


def _opened(where: str) -> IO[bytes]:
    if where.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(where, "rb"))
    return Path(where).open("rb")


def in_processes(
    work: Callable[[Given], Made], given: Iterable[Given], *, processes: int
) -> Iterator[Made]:
    """What comes of each of some things, in their order, several done at a time.

    Args:
        work: A function of a module, that other processes can find.
        given: Looked at a few ahead only.
        processes: 1: all is done in this one.
    """
    if processes < 2:
        yield from map(work, given)
        return
    # Spawned, not forked: a fork takes along the threads' locks of this process.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting: deque[Future[Made]] = deque()
        for one in given:
            waiting.append(pool.submit(work, one))
            if len(waiting) > _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read_part(part: _Part, options: ReadOptions) -> _Read:
    if part.lines:
        found = _read_lines(part, options)
    else:
        intake = read_sources(part.paths, options=options)
        found = _Read([*intake.reports], [], [*intake.rejected], [*intake.skipped])
    found.weighed.extend(weigh(report) for report in found.reports)
    return found


def _read_lines(part: _Part, options: ReadOptions) -> _Read:
    """Lines of a JSONL file, numbered as in the whole of it."""
    path = part.paths[0]
    found = _Read([], [], [], [])
    if not part.lines.strip():
        return found
    lines = b"\n" * part.first_line + part.lines
    raw = Raw(path=path, key=PurePath(path).name, data=lines, suffix=_ROW_FORMS[0])
    for item in jsonl_reader.read(raw, options):
        if isinstance(item, Draft):
            try:
                found.reports.append(assemble(item, raw, options))
            except InputError as err:
                reason = err.reason[:1].upper() + err.reason[1:]
                place = path + item.place
                found.rejected.append(Rejected(place, err.code, reason))
        elif isinstance(item, Rejected):
            found.rejected.append(item)
        else:
            found.skipped.append(item)
    return found
