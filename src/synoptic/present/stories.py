"""Stories as JSON, as rows, and in the terminal."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from rich.text import Text

from synoptic.present.json import sections_to_json
from synoptic.present.lines import Lines
from synoptic.present.wording import cell, counted, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from synoptic.model import Membership, Rejected, Report, Run, Story

_N_SHOWN = 8  # reports of a story named in the terminal
_COLUMNS = ("story", "report", "outlet", "published_at", "headline", "path", "follows")


def to_json(
    run: Run,
    stories: Sequence[Story],
    reports: Sequence[Report],
    rejected: Sequence[Rejected],
    explained: Sequence[Membership],
) -> str:
    """The stories as one JSON object; of the reports what they state, no text."""
    stated = [
        {
            "id": report.id,
            "series": report.series,
            "path": report.path,
            "outlet": report.outlet,
            "headline": report.headline,
            "published_at": report.published_at,
            "language": report.language,
        }
        for report in reports
    ]
    return sections_to_json(
        {
            "run": run,
            "stories": tuple(stories),
            "reports": stated,
            "explained": tuple(explained),
            "rejected": tuple(rejected),
        }
    )


def to_csv(stories: Sequence[Story], reports: Sequence[Report]) -> str:
    """One row a report, the reports of a story together."""
    by_id = {report.id: report for report in reports}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for story in stories:
        for name in story.reports:
            report = by_id[name]
            row = (
                story.id,
                report.id,
                report.outlet,
                report.published_at,
                report.headline,
                report.path,
                story.follows,
            )
            writer.writerow([cell(value or "") for value in row])
    return out.getvalue()


def print_stories(
    stories: Sequence[Story], reports: Sequence[Report], console: Console
) -> None:
    """Stories of several reports, largest first; those of one are counted."""
    by_id = {report.id: report for report in reports}
    titles = {story.id: one_line(story.title) for story in stories}
    lines = Lines(console)
    several = [story for story in stories if len(story.reports) > 1]
    several.sort(key=lambda story: -len(story.reports))
    alone = [story for story in stories if len(story.reports) == 1]
    found = counted(len(reports), "report")
    lines.line(Text(f"{found} in {counted(len(stories), 'story', 'stories')}"))
    for story in several:
        lines.line()
        lines.line(Text(titles[story.id], style="bold"))
        lines.hang(
            "  ", Text(f"{counted(len(story.reports), 'report')}, {story.id}", "dim")
        )
        if story.keywords:
            lines.hang("  ", Text(", ".join(story.keywords)))
        if story.follows:
            lines.hang("  ", Text(f"takes further: {titles[story.follows]}"))
        for name in story.reports[:_N_SHOWN]:
            lines.hang("  - ", Text(named(by_id[name])))
        if len(story.reports) > _N_SHOWN:
            lines.hang("  - ", Text(f"and {len(story.reports) - _N_SHOWN} more"))
    if alone:
        lines.line()
        lines.line(Text(f"{counted(len(alone), 'report')} beside no other", "bold"))
        for story in alone[:_N_SHOWN]:
            lines.hang("  - ", Text(named(by_id[story.reports[0]])))
        if len(alone) > _N_SHOWN:
            lines.hang("  - ", Text(f"and {len(alone) - _N_SHOWN} more"))


def print_membership(
    why: Membership,
    titles: Mapping[str, str],
    reports: Mapping[str, Report],
    console: Console,
) -> None:
    """Why one report stands in its story, in a few lines."""
    lines = Lines(console)
    lines.line(Text(named(reports[why.report]), style="bold"))
    if why.beside is None:
        lines.hang("  ", Text("No other report shares a rare word with it."))
        return
    if why.with_story is None:
        lines.hang("  ", Text("Stands in a story of its own."))
    else:
        lines.hang("  ", Text(f"Stands in: {titles[why.story]} ({why.story})"))
    lines.hang("  ", Text(f"Beside {named(reports[why.beside])}:"))
    parts = ", ".join(f"{name} {part:.2f}" for name, part in why.parts.items())
    total = sum(why.parts.values())
    lines.hang(
        "  - ",
        Text(f"alike {total:.2f} ({parts}); to reports in general {why.usual:.2f}"),
    )
    if why.shared:
        lines.hang("  - ", Text(f"both have: {', '.join(why.shared)}"))
    lines.hang(
        "  - ",
        Text(
            f"nearness {why.nearness:.2f} beside it; {why.needed:.2f} makes one story"
        ),
    )
    if why.with_story is not None:
        lines.hang(
            "  - ", Text(f"nearness {why.with_story:.2f} on the mean with its story")
        )
    if why.next_story is not None:
        lines.hang(
            "  - ",
            Text(
                f"nearness {why.with_next:.2f} with the next story: "
                f"{titles[why.next_story]}"
            ),
        )


def named(report: Report) -> str:
    """A report in one line: outlet, day and headline as far as they are stated."""
    said = (report.outlet, (report.published_at or "")[:10], report.headline)
    return one_line(", ".join(part for part in said if part)) or report.path
