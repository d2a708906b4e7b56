"""Reports taken into a workspace as they are read, however many there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from os import PathLike, fspath
from typing import TYPE_CHECKING

from synoptic.app.corrections import correct
from synoptic.app.order import in_order, rejects_in_order
from synoptic.app.stated import by_options
from synoptic.app.workspace_show import annotate_reports
from synoptic.app.workspace_source import is_workspace, workspace_reports
from synoptic.app.workspace_stories import place_reports
from synoptic.errors import InputError, SynopticError
from synoptic.model import Intake, Rejected, Report
from synoptic.read import read_each
from synoptic.read.draft import as_rejected
from synoptic.read.row_parts import has_rows, read_rows, row_parts
from synoptic.read.sources import Source, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.app.stated import Stated
    from synoptic.app.verbs import Progress, Sources
    from synoptic.model import Skipped
    from synoptic.read import ReadOptions
    from synoptic.store import Added, Workspace

_AT_ONCE = 200  # reports in memory: kept, placed and annotated before the next
_SAID_EVERY = 20


@dataclass(frozen=True, slots=True)
class AddedSources:
    """What came of adding sources.

    Attributes:
        added: For each report that was read, where it was read from and what came
            of it, in the order in which they were taken in.
        rejected: What could not be read.
        stories: Ids of the stories that took in a new report.
    """

    added: tuple[tuple[str, Added], ...]
    rejected: tuple[Rejected, ...]
    stories: tuple[str, ...]


def add_sources(
    workspace: Workspace,
    sources: Sources,
    *,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    again: bool = False,
    fast: bool = False,
    annotate: bool = True,
    processes: int = 1,
    progress: Progress | None = None,
) -> AddedSources:
    """Read sources, keep their reports, and put them into stories.

    Reports are kept while the next are read, so that an archive may be larger than
    memory. Of two that have one id the second is a version of the first, or known.

    Args:
        workspace: Where to.
        sources: As for `read`.
        options: As for `read`.
        stated: As for `read`.
        again: Take in reports even if they were removed before.
        fast: Annotate by rules only.
        annotate: Annotate the new reports now; else when they are first shown.
        processes: As for `compare`.
        progress: Called with the name of each step, and how many were read and kept.

    Raises:
        SynopticError: Somebody stopped it (Ctrl-C); it says how many reports are kept.
            When it is called again it goes on from there.
    """
    tally = _Tally(progress or _silent)
    added: list[tuple[str, Added]] = []
    rejected: list[Rejected] = []
    stories: dict[str, None] = {}
    tally.say("Reading")
    try:
        for reports in _batches(_read_on(sources, options, stated), rejected, tally):
            came, touched = _take(
                workspace,
                reports,
                again=again,
                fast=fast,
                annotate=annotate,
                processes=processes,
                tally=tally,
            )
            added += zip((report.path for report in reports), came, strict=True)
            stories.update(dict.fromkeys(touched))
    except KeyboardInterrupt as stop:
        raise SynopticError(tally.stopped()) from stop
    refused = tuple(rejects_in_order(rejected))
    return AddedSources(tuple(added), refused, tuple(stories))


def add_reports(
    workspace: Workspace,
    reports: Sequence[Report],
    *,
    again: bool = False,
    fast: bool = False,
    annotate: bool = True,
    progress: Progress | None = None,
) -> tuple[tuple[Added, ...], tuple[str, ...]]:
    """Keep reports that were read, and put them into stories.

    Each report is safe on disk before the next one is begun.

    Returns:
        What came of each, in the order given; ids of the stories that took one in.
    """
    tally = _Tally(progress or _silent, n_read=len(reports))
    return _take(
        workspace, reports, again=again, fast=fast, annotate=annotate, tally=tally
    )


@dataclass
class _Tally:
    """How far it is, for who waits and for who stops it."""

    say: Progress
    n_read: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def tell(self, step: str) -> None:
        n_kept = self.kinds.total() - self.kinds["removed"]
        self.say(f"{step}: {self.n_read:,} read, {n_kept:,} kept")

    def stopped(self) -> str:
        """What is kept when it is stopped."""
        fresh = self.kinds["new"] + self.kinds["version"]
        return (
            f"stopped; of {self.n_read:,} reports read {fresh:,} were kept now and "
            f"{self.kinds['known']:,} known before. Give the same command to go on"
        )


def _read_on(
    sources: Sources, options: ReadOptions | None, stated: Stated | None
) -> Iterator[Report | Rejected | Skipped]:
    """What `read` gives, while it is read and in the order in which it is."""
    if isinstance(sources, Intake):
        return iter((*sources.reports, *sources.rejected))
    if isinstance(sources, str | PathLike | Report):
        sources = [sources]
    given = [*sources]
    ready = [source for source in given if isinstance(source, Report)]
    named = sorted(fspath(s) for s in given if not isinstance(s, Report))
    kept = [name for name in named if is_workspace(name)]
    # Told at once: what is stated wrongly is refused before anything is kept.
    ways = [*by_options([n for n in named if n not in kept], options, stated)]
    return chain(
        ready,
        chain.from_iterable(map(workspace_reports, kept)),
        chain.from_iterable(_files(names, own) for names, own in ways),
    )


def _files(
    names: Iterable[str], options: ReadOptions
) -> Iterator[Report | Rejected | Skipped]:
    for source in expand(names):
        if isinstance(source, Source) and has_rows(source):
            try:
                for part in row_parts(source, options):
                    yield from read_rows(part, options)
            except InputError as err:
                yield as_rejected(err, err.path)
        elif isinstance(source, Source):
            yield from read_each([source.where], options=options)
        else:
            yield source


def _batches(
    items: Iterable[Report | Rejected | Skipped],
    rejected: list[Rejected],
    tally: _Tally,
) -> Iterator[tuple[Report, ...]]:
    """The reports, some at a time, each time by time of publication."""
    waiting: list[Report] = []
    for item in items:
        if isinstance(item, Report):
            waiting.append(item)
            tally.n_read += 1
            if tally.n_read % _SAID_EVERY == 0:
                tally.tell("Reading")
        elif isinstance(item, Rejected):
            rejected.append(item)
        if len(waiting) == _AT_ONCE:
            yield in_order(waiting)
            waiting.clear()
    if waiting:
        yield in_order(waiting)


def _take(
    workspace: Workspace,
    reports: Sequence[Report],
    *,
    again: bool,
    fast: bool,
    annotate: bool,
    tally: _Tally,
    processes: int = 1,
) -> tuple[tuple[Added, ...], tuple[str, ...]]:
    added = []
    for report in reports:
        added.append(workspace.add(report, again=again))
        tally.kinds[added[-1].kind] += 1
    tally.tell("Grouping")
    fresh = [one.id for one in added if one.kind in ("new", "version")]
    fresh += _stranded(workspace, added)
    stories = place_reports(workspace, fresh)
    if annotate and fresh:
        right, _ = correct([*workspace.reports(fresh)], workspace.corrections(of=fresh))
        annotate_reports(
            workspace, right, fast=fast, processes=processes, progress=tally.say
        )
    return tuple(added), stories


def _stranded(workspace: Workspace, added: Iterable[Added]) -> list[str]:
    """Known reports in no story: somebody stopped between keeping and placing."""
    alone = {
        one.id: one.series
        for one in added
        if one.kind == "known" and workspace.story_of(one.id) is None
    }
    return sorted(set(alone) & workspace.latest(alone.values())) if alone else []


def _silent(_step: str) -> None:
    """No progress is wanted."""
