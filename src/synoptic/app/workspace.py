"""What a user asks of a workspace; the pages, feeds and commands call these."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from synoptic.app.workspace_add import AddedSources, add_reports, add_sources
from synoptic.app.workspace_correct import correct, take_corrections, undo
from synoptic.app.workspace_export import export, export_forms, join
from synoptic.app.workspace_rows import hit_rows, report_rows, story_rows
from synoptic.app.workspace_show import annotate_reports, compare_reports
from synoptic.app.workspace_stories import place_reports
from synoptic.app.workspace_upkeep import (
    annotate_rest,
    health_json,
    health_lines,
    look_over,
    remove_down_to,
    remove_older,
    restore,
)
from synoptic.store import (
    Added,
    Backup,
    Event,
    Hit,
    Hits,
    Removal,
    StoryLine,
    Trouble,
    Workspace,
    open_workspace,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from synoptic.app.results import Comparison
    from synoptic.model import Report

    Progress = Callable[[str], None]

__all__ = [
    "Added",
    "AddedSources",
    "Backup",
    "Event",
    "Hit",
    "Hits",
    "Removal",
    "StoryLine",
    "Trouble",
    "Workspace",
    "add_reports",
    "add_sources",
    "annotate_reports",
    "annotate_rest",
    "compare_reports",
    "compare_versions",
    "correct",
    "export",
    "export_forms",
    "health_json",
    "health_lines",
    "hit_rows",
    "join",
    "look_over",
    "open_workspace",
    "remove",
    "remove_down_to",
    "remove_older",
    "report_rows",
    "restore",
    "show_story",
    "story_named",
    "story_rows",
    "take_corrections",
    "undo",
    "versions",
    "workspace_place",
]

_VARIABLE = "SYNOPTIC_WORKSPACE"
_DEFAULT = "synoptic.db"


def workspace_place(named: str | None) -> str:
    """The workspace that is meant: as named, else by the environment, else here.

    The environment variable is SYNOPTIC_WORKSPACE; "here" is `synoptic.db` in the
    current folder.
    """
    return named or os.environ.get(_VARIABLE) or _DEFAULT


def show_story(
    workspace: Workspace,
    story: str,
    *,
    fast: bool = False,
    pipeline: str | None = None,
    owners: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """The reports of a story set side by side, each in its latest version.

    What was worked out before is kept, and worked out anew only when a report, a
    correction, an option or the code behind it has changed.

    Raises:
        NotInWorkspace: There is no such story.
    """
    members = workspace.story(story).reports
    return compare_reports(
        workspace,
        [*workspace.reports(members)],
        fast=fast,
        pipeline=pipeline,
        owners=owners,
        progress=progress,
    )


def story_named(workspace: Workspace, name: str) -> str:
    """The id of a story, by its own id or that of a report in it.

    Raises:
        NotInWorkspace: No story goes by that name.
    """
    of_report = workspace.story_of(name)
    return of_report or workspace.story(name).id


def compare_versions(
    workspace: Workspace,
    series: str,
    *,
    fast: bool = False,
    progress: Progress | None = None,
) -> Comparison:
    """The versions of one report set side by side: what changed from one to the next.

    Args:
        workspace: Where they are.
        series: The series, or the id of any version.
        fast: As for `compare`.
        progress: As for `compare`.

    Raises:
        NotInWorkspace: There is no such report.
    """
    return compare_reports(
        workspace, versions(workspace, series), fast=fast, progress=progress
    )


def versions(workspace: Workspace, name: str) -> tuple[Report, ...]:
    """The versions of a report, oldest first, by its id or its series.

    Raises:
        NotInWorkspace: There is no such report.
    """
    found = [*workspace.reports([name])]
    return workspace.versions(found[0].series if found else name)


def remove(workspace: Workspace, names: Iterable[str], *, reason: str = "") -> Removal:
    """Remove reports with every trace of their text; as `Workspace.remove`.

    The stories they were in are named anew from the reports that stay.
    """
    listed = [*names]
    beside = workspace.beside(listed)
    removal = workspace.remove(*listed, reason=reason)
    place_reports(workspace, [name for name in beside if name not in removal.ids])
    return removal
