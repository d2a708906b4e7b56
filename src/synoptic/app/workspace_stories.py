"""Which reports of a workspace belong together, as reports come in."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from synoptic.app.corrections import correct
from synoptic.app.workspace_splits import apply_corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.group import StoryStream
    from synoptic.model import Report
    from synoptic.model.story import Story
    from synoptic.store import Workspace

_WINDOW_DAYS = 30
"""As the grouping has it: reports of one event lie no further apart."""
_N_ALIKE = 30  # reports that each new one is held against, with all of their stories
_N_AROUND = 150  # reports of the same days, to see how alike reports are by chance
_FULL = 1500  # reports in memory, after which it begins anew: weeks with flat memory

_keepers: WeakKeyDictionary[Workspace, _Keeper] = WeakKeyDictionary()
_lock = threading.Lock()


def place_reports(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    """Put new reports into stories; the ids of the stories that took one in.

    A new report is held against those that share its telling words, the stories of
    these, and some others of the same days. What a process has read for this it keeps
    for the next reports. Stories that none of them joins stay as they are.

    Args:
        workspace: Where they are.
        names: Ids of the new reports.
    """
    new = [*workspace.reports(names)]
    if not new:
        return ()
    with _lock:
        keeper = _keepers.get(workspace)
        if keeper is None or keeper.is_over(workspace):
            keeper = _keepers[workspace] = _Keeper(workspace)
        return keeper.place(workspace, new)


class _Keeper:
    """The stream of stories of one workspace in this process."""

    def __init__(self, workspace: Workspace) -> None:
        from synoptic.group import StoryStream

        self._stream: StoryStream = StoryStream()
        self._series: dict[str, str] = {}  # of the reports in the stream
        self._seen = workspace.last_change()

    def is_over(self, workspace: Workspace) -> bool:
        """Whether it is full, or holds what was removed or corrected since."""
        changed = workspace.changes(self._seen)
        if changed:
            self._seen = changed[-1].number
        over = {"report-removed", "correction"}
        return len(self._series) > _FULL or any(e.kind in over for e in changed)

    def place(self, workspace: Workspace, new: Sequence[Report]) -> tuple[str, ...]:
        """Place reports, and hand the stories they touch to the workspace."""
        records = workspace.corrections()
        first_time = not self._series
        wanted = [
            report
            for report in _looked_at(workspace, new, around=first_time)
            if report.id not in self._series
        ]
        fresh = {report.id for report in new}
        for report in correct(wanted, records)[0]:
            self._series[report.id] = report.series
            if first_time or report.id not in fresh:
                self._stream.take(report)
            else:
                self._stream.add(report)
        if first_time:
            self._stream.settle()
        latest = workspace.latest(self._series.values())
        stories = apply_corrections(_only(self._stream.stories(), latest), records)
        series = {report.series for report in new}
        mine = {name for name in latest if self._series.get(name) in series}
        return workspace.put_stories(_touched(workspace, stories, mine))


def _looked_at(
    workspace: Workspace, new: Sequence[Report], *, around: bool
) -> list[Report]:
    """The new reports behind those to hold them against, each once."""
    alike: set[str] = set()
    for report in new:
        since, until = _window(report)
        alike.update(workspace.alike(report, since=since, until=until, limit=_N_ALIKE))
    alike.update(workspace.beside([*alike, *(report.id for report in new)]))
    if around:
        stated = max((r.published_at for r in new if r.published_at), default=None)
        alike.update(workspace.before(stated, limit=_N_AROUND))
    rest = sorted(alike - {report.id for report in new})
    return [*workspace.reports(rest), *new]


def _window(report: Report) -> tuple[str | None, str | None]:
    """The first and the last day that an event of this report can be told on."""
    if report.published_at is None:
        return None, None
    day = datetime.fromisoformat(report.published_at[:10])
    window = timedelta(days=_WINDOW_DAYS)
    return (day - window).date().isoformat(), (day + window).date().isoformat()


def _only(stories: Iterable[Story], names: frozenset[str]) -> list[Story]:
    """The stories with these reports only."""
    kept = (
        replace(story, reports=tuple(n for n in story.reports if n in names))
        for story in stories
    )
    return [story for story in kept if story.reports]


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
