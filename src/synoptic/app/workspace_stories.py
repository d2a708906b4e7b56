"""Which reports of a workspace belong together, as reports come in."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_STORIES, correct, not_undone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Correction, Report
    from synoptic.model.story import Story
    from synoptic.store import Workspace

_WINDOW_DAYS = 7.0
"""Reports this far from the new ones are looked at: what comes later than that is a
follow-up, and a week of a newsroom's feeds is grouped in seconds."""


def place_reports(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    """Put new reports into stories; the ids of the stories that took one in.

    The reports are grouped together with those published near them. Stories that
    none of them joins stay as they are.

    Args:
        workspace: Where they are.
        names: Ids of the new reports.
    """
    from synoptic.group import StoryStream

    new = [*workspace.reports(names)]
    if not new:
        return ()
    records = workspace.corrections()
    right, _ = correct(_latest(_around(workspace, new)), records)
    stream = StoryStream()
    for report in right:
        stream.take(report)
    stream.settle()
    stories = apply_corrections(stream.stories(), records)
    series = {report.series for report in new}
    mine = {report.id for report in right if report.series in series}
    return workspace.put_stories(_touched(workspace, stories, mine))


def apply_corrections(
    stories: Sequence[Story], corrections: Iterable[Correction]
) -> tuple[Story, ...]:
    """The stories as readers have set them right.

    `same-story` says that the target and the report whose id is in `value` belong to
    one story; `other-story` that the target does not belong with it. Reports that
    were told apart from one report make one story together. Later records win.
    """
    standing, _ = not_undone(tuple(corrections))
    groups = [list(story.reports) for story in stories]
    for correction in standing:
        if correction.kind not in OF_STORIES:
            continue
        one = _holding(groups, correction.target.report_id)
        other = _holding(groups, correction.value or "")
        if one is None or other is None:
            continue
        if correction.kind == "same-story" and one is not other:
            groups.remove(one)
            other += one
        elif correction.kind == "other-story" and one is other:
            one.remove(correction.target.report_id)
            apart = _told_apart(groups, standing, correction)
            if apart is None:
                groups.append([correction.target.report_id])
            else:
                apart.append(correction.target.report_id)
    return tuple(_as_story(group, stories) for group in groups)


def _told_apart(
    groups: list[list[str]], standing: Sequence[Correction], correction: Correction
) -> list[str] | None:
    """The group of a report that was told apart from the same one before."""
    for earlier in standing:
        if earlier is correction:
            return None
        if earlier.kind == "other-story" and earlier.value == correction.value:
            group = _holding(groups, earlier.target.report_id)
            if group is not None and correction.value not in group:
                return group
    return None


def _holding(groups: list[list[str]], name: str) -> list[str] | None:
    return next((group for group in groups if name in group), None)


def _as_story(group: list[str], stories: Sequence[Story]) -> Story:
    """The story of a group: as it was, or named after the largest part of it."""
    members = set(group)
    best = max(stories, key=lambda s: (len(members & set(s.reports)), s.id))
    if set(best.reports) == members:
        return best
    whole = len(members & set(best.reports)) * 2 > len(best.reports)
    first = hashlib.blake2b(b"story\x1f" + group[0].encode(), digest_size=8).hexdigest()
    return replace(best, id=best.id if whole else first, reports=tuple(group))


def _around(workspace: Workspace, new: Sequence[Report]) -> list[Report]:
    """The new reports, those near them in time, and the rest of their stories."""
    stated = sorted(r.published_at[:10] for r in new if r.published_at)
    found = {report.id: report for report in new}
    if stated:
        first, last = (datetime.fromisoformat(day) for day in (stated[0], stated[-1]))
        window = timedelta(days=_WINDOW_DAYS)
        near = workspace.reports(
            since=(first - window).date().isoformat(),
            until=(last + window).date().isoformat(),
        )
        found.update((report.id, report) for report in near)
    if len(stated) < len(new):
        found.update((report.id, report) for report in workspace.undated())
    rest = [name for name in workspace.beside(found) if name not in found]
    found.update((report.id, report) for report in workspace.reports(rest))
    return list(found.values())


def _latest(reports: Iterable[Report]) -> list[Report]:
    """The last version of each report."""
    by_series: dict[str, Report] = {}
    for report in reports:
        there = by_series.get(report.series)
        if there is None or _age(report) >= _age(there):
            by_series[report.series] = report
    return list(by_series.values())


def _age(report: Report) -> tuple[str, str]:
    return (report.modified_at or report.published_at or "", report.id)


def _touched(
    workspace: Workspace, stories: Sequence[Story], mine: set[str]
) -> list[Story]:
    """The stories that hold a new report, and those that gave or lost one to them."""
    touched: list[Story] = []
    names = set(mine)
    while True:
        now = [story for story in stories if names & set(story.reports)]
        if len(now) == len(touched):
            return now
        touched = now
        held = {name for story in touched for name in story.reports}
        names = held | set(workspace.beside(held))
