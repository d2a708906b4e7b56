"""`stories`: which reports tell of one event."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from synoptic.cli.groups import Reading, with_groups
from synoptic.cli.options import (
    Corrections,
    Csv,
    Json,
    Paths,
    Plain,
    Window,
)
from synoptic.cli.output import (
    errors_told,
    finish,
    one_form,
    print_bytes,
    progress,
    replace_unprintable,
    terminal,
)
from synoptic.errors import UsageError
from synoptic.present.wording import counted

if TYPE_CHECKING:
    from synoptic.app.stories import Placed, Stories
    from synoptic.cli.inputs import HowRead
    from synoptic.model import Rejected, Story


@with_groups
def stories(
    paths: Paths,
    *,
    follow: Annotated[
        bool,
        typer.Option(
            "--follow", help="Place reports one by one; - is read line by line."
        ),
    ] = False,
    settle: Annotated[
        bool,
        typer.Option("--settle", help="With --follow: group all anew at the end."),
    ] = False,
    explain: Annotated[
        list[str] | None,
        typer.Option(
            "--explain",
            metavar="REPORT",
            help="Why this report stands where it stands: its id or file name.",
        ),
    ] = None,
    window: Window = 30,
    json: Json = False,
    csv: Csv = False,
    corrections: Corrections = None,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Bring together the reports that tell of one event.

    The order in which they are given changes nothing. A later story that takes an
    earlier one further (the trial after the crash) is linked to it and not merged.
    With --follow each report is placed as it comes in, one line for each.

    \b
    Examples:
      synoptic stories reports/
      synoptic stories 2024.jsonl.gz --csv > stories.csv
      synoptic stories reports/ --explain agency.txt
      tail -f incoming.jsonl | synoptic stories - --follow

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        if settle and not follow:
            raise UsageError("--settle goes with --follow: without it all is settled")
        if follow and (explain or csv or corrections):
            raise UsageError("--follow prints one line a report: leave the others out")
        how = reading.of(paths)
        if follow:
            finish(_followed(paths, window, how, settle=settle, json=json))
            return
        from synoptic.app.stories import stories as group
        from synoptic.group import GroupSettings

        with progress() as told:
            result = group(
                paths,
                explain=tuple(explain or ()),
                corrections=corrections,
                settings=GroupSettings(window_days=window),
                processes=os.cpu_count() or 1,
                progress=told,
                **how,
            )
        if json or csv:
            print_bytes(result.to_json() if json else result.to_csv())
        else:
            _print(result, plain=plain)
        finish(result.rejected)


def _print(result: Stories, *, plain: bool) -> None:
    from synoptic.present.stories import print_membership, print_stories

    console = terminal(plain=plain)
    if not result.explained:
        print_stories(result.stories, result.reports, console)
    titles = {story.id: story.title for story in result.stories}
    by_id = {report.id: report for report in result.reports}
    for why in result.explained:
        print_membership(why, titles, by_id, console)


def _followed(
    paths: list[str], window: int, how: HowRead, *, settle: bool, json: bool
) -> tuple[Rejected, ...]:
    """Print a line for each report as it is placed; what could not be read."""
    from synoptic.app.stories import Placed
    from synoptic.app.stories import follow as placing
    from synoptic.group import GroupSettings, StoryStream

    if how["stated"]:
        raise UsageError("--follow takes what is stated of all inputs only")
    replace_unprintable()
    stream = StoryStream(GroupSettings(window_days=window))
    rejected: list[Rejected] = []
    placed: dict[str, str] = {}
    for item in placing(paths, stream, options=how["options"]):
        if isinstance(item, Placed):
            placed[item.report.id] = item.story
            _print_placed(item, json=json)
        else:
            rejected.append(item)
    if settle:
        stream.settle()
        _print_settled(stream.stories(), placed, json=json)
    return tuple(rejected)


def _print_placed(placed: Placed, *, json: bool) -> None:
    if json:
        from json import dumps

        line = {
            "report": placed.report.id,
            "story": placed.story,
            "n_reports": placed.n_reports,
        }
        print_bytes(dumps(line, ensure_ascii=False) + "\n")
        return
    from synoptic.present.stories import named

    size = "new" if placed.n_reports == 1 else f"{placed.n_reports} reports"
    typer.echo(f"{placed.story} ({size})  {named(placed.report)}")


def _print_settled(
    found: tuple[Story, ...], placed: dict[str, str], *, json: bool
) -> None:
    if json:
        from synoptic.present.json import sections_to_json

        print_bytes(sections_to_json({"stories": found}))
        return
    n_moved = 0
    for story in found:
        first = Counter(placed[report] for report in story.reports)
        n_moved += len(story.reports) - max(first.values())
    several = sum(len(story.reports) > 1 for story in found)
    typer.echo(
        f"settled: {counted(len(found), 'story', 'stories')}, {several:,} of several "
        f"reports; {counted(n_moved, 'report')} placed anew"
    )
