"""Which reports tell of one event: all at a time, or as they come in."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from synoptic import __version__
from synoptic.app.corrections import correct, load_corrections
from synoptic.app.many import read_into
from synoptic.app.order import in_order
from synoptic.app.runs import as_options, inputs_of
from synoptic.app.verbs import read
from synoptic.app.workspace_splits import apply_corrections
from synoptic.errors import NothingToCompare, UsageError
from synoptic.group import GroupSettings, StoryStream
from synoptic.model import Rejected, Report, Run
from synoptic.read import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike

    from synoptic.app.stated import Stated
    from synoptic.model import Membership, Story

    Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, repr=False)
class Stories:
    """Reports brought together by the event they tell of.

    Attributes:
        stories: By the time and id of their first report.
        reports: Every report, by time of publication; those that state none last.
        explained: Why single reports stand where they stand, as asked.
    """

    run: Run
    stories: tuple[Story, ...]
    reports: tuple[Report, ...]
    rejected: tuple[Rejected, ...]
    explained: tuple[Membership, ...] = ()

    def __repr__(self) -> str:
        """One line: the whole result may be megabytes long."""
        return f"<Stories: {len(self.stories)} of {len(self.reports)} reports>"

    def to_json(self) -> str:
        """The stories as one JSON object of schema `synoptic/1`, without the texts."""
        from synoptic.present.stories import to_json

        return to_json(
            self.run, self.stories, self.reports, self.rejected, self.explained
        )

    def to_csv(self) -> str:
        """One row a report: its story, and what the report states of itself."""
        from synoptic.present.stories import to_csv

        return to_csv(self.stories, self.reports)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report was placed as it came in.

    Attributes:
        story: Id of the story it is in now; settling may move it.
        n_reports: How many reports the story has now.
    """

    report: Report
    story: str
    n_reports: int


def stories(
    sources: list[str],
    *,
    explain: tuple[str, ...] = (),
    corrections: str | PathLike[str] | None = None,
    settings: GroupSettings | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
    stated: Stated | None = None,
    progress: Progress | None = None,
) -> Stories:
    """Bring the reports of one event together.

    Args:
        sources: As for `read`. Their order changes nothing.
        explain: Ids, paths or file names of reports whose place is to be explained.
        corrections: The path of a JSONL file with what a reader set right: fields of
            reports, and `same-story` and `other-story`.
        settings: What decides which reports are one story; None: the usual.
        processes: How many read at a time, where the files are large. A script that
            asks for more than one needs Python's `if __name__ == "__main__":`.
        options: As for `read`.
        stated: As for `read`.
        progress: Called with the name of each step as it begins.

    Raises:
        NothingToCompare: No report could be read.
        UsageError: No report, or more than one, goes by a name in `explain`.
    """
    say = progress or _silent
    rules = settings or GroupSettings()
    records = () if corrections is None else load_corrections(corrections)
    stream = StoryStream(rules)
    missed: tuple[str, ...] = ()
    if records:
        intake = read(sources, options=options, stated=stated)
        reports, missed = correct(intake.reports, records)
        intake = replace(intake, reports=in_order(reports))
        for report in intake.reports:
            stream.take(report)
    else:
        intake = read_into(
            stream,
            sources,
            options=options,
            stated=stated,
            processes=processes,
            say=say,
        )
    if not intake.reports:
        reasons = tuple((r.path, r.reason) for r in intake.rejected)
        raise NothingToCompare("no report was found", reasons)
    chosen = [_named(intake.reports, name) for name in explain]
    say("Grouping")
    stream.settle()
    run = Run(
        version=__version__,
        options=as_options(
            sources=sorted(sources),
            reading=options,
            stated=stated,
            corrections=records,
            grouping=asdict(rules),
        ),
        inputs=inputs_of(intake.reports),
        pipeline=None,
        vectors=None,
        models=(),
        degraded=missed,
    )
    return Stories(
        run,
        apply_corrections(stream.stories(), records),
        intake.reports,
        intake.rejected,
        tuple(stream.explain(report_id) for report_id in chosen),
    )


def follow(
    sources: list[str],
    stream: StoryStream,
    *,
    options: ReadOptions | None = None,
) -> Iterator[Placed | Rejected]:
    """Place reports as they come in, one after the other.

    Args:
        sources: As for `read`, in the order in which they are to come in; `-` is read
            line by line, each line a report of its own.
        stream: Where they are placed. A report whose id it knows is a reject.
        options: As for `read`.
    """
    for item in _incoming(sources, options or ReadOptions()):
        if isinstance(item, Rejected):
            yield item
        elif item.id in stream:
            yield Rejected(item.path, "known", f"A report {item.id} is there already.")
        else:
            story = stream.add(item)
            yield Placed(item, story, stream.size_of(item.id))


def _incoming(sources: list[str], options: ReadOptions) -> Iterator[Report | Rejected]:
    for name in sources:
        if name != "-":
            intake = read([name], options=options)
            yield from intake.reports
            yield from intake.rejected
            continue
        for number, line in enumerate(options.stdin or sys.stdin.buffer, 1):
            if line.strip():
                intake = read(["-"], options=replace(options, stdin=BytesIO(line)))
                for report in intake.reports:
                    yield replace(report, path=f"-:{number}")
                for reject in intake.rejected:
                    yield replace(reject, path=f"-:{number}")


def _named(reports: tuple[Report, ...], name: str) -> str:
    """The id of the report that goes by an id, a path or a file name."""
    found = [r.id for r in reports if name in (r.id, r.path)] or [
        r.id for r in reports if name in (PurePath(r.path).name, PurePath(r.path).stem)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{name!r} names {len(found)} reports: give the id of one")
    raise UsageError(f"{name!r} names none of the reports; --json lists their ids")


def _silent(_step: str) -> None:
    """No progress is wanted."""
