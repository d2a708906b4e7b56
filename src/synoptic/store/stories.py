"""The stories of a workspace, looked up and listed."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from synoptic.errors import NotInWorkspace
from synoptic.model.story import Story
from synoptic.store.events import tell
from synoptic.store.kinds import StoryLine
from synoptic.store.search import within
from synoptic.store.tables import reports, stories, story_names, story_reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy.sql import ColumnElement

_AT_ONCE = 500  # names in one statement; SQLite takes some thousands


def get_story(connection: Connection, name: str) -> Story:
    """The story of that id, or the one it has become part of.

    Raises:
        NotInWorkspace: There is none.
    """
    row = connection.execute(select(stories).where(stories.c.id == name)).first()
    if row is None:
        became = connection.execute(
            select(story_names.c.story_id).where(story_names.c.old_id == name)
        ).scalar()
        if became is None:
            raise NotInWorkspace(f"there is no story {name} in this workspace")
        return get_story(connection, became)
    members = connection.execute(
        select(story_reports.c.report_id)
        .join(reports, reports.c.id == story_reports.c.report_id)
        .where(story_reports.c.story_id == row.id)
        .order_by(reports.c.moment.is_(None), reports.c.moment, reports.c.id)
    )
    return Story(
        id=row.id,
        reports=tuple(members.scalars()),
        follows=row.follows,
        title=row.title,
        keywords=tuple(json.loads(row.keywords)),
    )


def list_stories(
    connection: Connection,
    *,
    since: str | None,
    until: str | None,
    outlet: str | None,
    limit: int | None,
    offset: int,
) -> tuple[StoryLine, ...]:
    """The stories, newest first; see `Workspace.stories`."""
    fitting = within(outlet=outlet, since=since, until=until)
    conditions: list[ColumnElement[bool]] = []
    if fitting:
        members = select(story_reports.c.story_id).join(
            reports, reports.c.id == story_reports.c.report_id
        )
        conditions.append(stories.c.id.in_(members.where(*fitting)))
    chosen = (
        select(stories)
        .where(*conditions)
        .order_by(stories.c.last_moment.is_(None), stories.c.last_moment.desc())
        .order_by(stories.c.changed_at.desc(), stories.c.id)
        .offset(offset)
    )
    if limit is not None:
        chosen = chosen.limit(limit)
    rows = list(connection.execute(chosen))
    counts, outlets = _members(connection, [row.id for row in rows])
    return tuple(
        StoryLine(
            id=row.id,
            title=row.title,
            keywords=tuple(json.loads(row.keywords)),
            follows=row.follows,
            n_reports=counts[row.id],
            outlets=tuple(sorted(outlets.get(row.id, ()))),
            first_moment=row.first_moment,
            last_moment=row.last_moment,
            changed_at=row.changed_at,
        )
        for row in rows
    )


def count_stories(connection: Connection) -> int:
    """How many stories there are."""
    return connection.execute(select(func.count()).select_from(stories)).scalar_one()


def oldest(connection: Connection, n_chars: int) -> tuple[str, ...]:
    """Ids of the reports of the oldest stories that hold that many characters."""
    age = func.coalesce(reports.c.moment, reports.c.added_at)
    story = func.coalesce(story_reports.c.story_id, reports.c.series).label("story")
    rows = connection.execute(
        select(story, func.sum(reports.c.n_chars).label("size"))
        .select_from(reports)
        .join(story_reports, story_reports.c.report_id == reports.c.id, isouter=True)
        .group_by(story)
        .order_by(func.max(age), story)
    )
    found: list[str] = []
    for row in rows:
        if n_chars <= 0:
            break
        n_chars -= row.size
        members = select(story_reports.c.report_id).where(
            story_reports.c.story_id == row.story
        )
        chosen = select(reports.c.id).where(
            reports.c.id.in_(members) | (reports.c.series == row.story)
        )
        found += connection.execute(chosen).scalars()
    return tuple(found)


def older_than(connection: Connection, moment: str) -> tuple[str, ...]:
    """Ids of the reports of which the whole story is older; see `Workspace`."""
    age = func.coalesce(reports.c.moment, reports.c.added_at)
    young = (
        select(story_reports.c.story_id)
        .join(reports, reports.c.id == story_reports.c.report_id)
        .where(age >= moment)
    )
    kept = (
        select(reports.c.series)
        .join(story_reports, story_reports.c.report_id == reports.c.id)
        .where(story_reports.c.story_id.in_(young))
    )
    rows = connection.execute(
        select(reports.c.id)
        .where(age < moment, reports.c.series.not_in(kept))
        .order_by(reports.c.seq)
    )
    return tuple(rows.scalars())


def story_of(connection: Connection, report: str) -> str | None:
    """Id of the story that a report belongs to; None: it belongs to none."""
    return stories_of(connection, {report}).get(report)


def drop_emptied(connection: Connection) -> None:
    """Drop the stories that hold no report any more."""
    filled = select(story_reports.c.story_id)
    empty = select(stories.c.id).where(stories.c.id.not_in(filled))
    for name in list(connection.execute(empty).scalars()):
        connection.execute(delete(stories).where(stories.c.id == name))
        connection.execute(delete(story_names).where(story_names.c.story_id == name))
        tell(connection, "story-gone", story=name)


def _members(
    connection: Connection, names: list[str]
) -> tuple[Counter[str], dict[str, set[str]]]:
    rows = connection.execute(
        select(story_reports.c.story_id, reports.c.series, reports.c.outlet)
        .join(reports, reports.c.id == story_reports.c.report_id)
        .where(story_reports.c.story_id.in_(names))
    )
    series: dict[str, set[str]] = {}
    outlets: dict[str, set[str]] = {}
    for row in rows:
        series.setdefault(row.story_id, set()).add(row.series)
        if row.outlet:
            outlets.setdefault(row.story_id, set()).add(row.outlet)
    return Counter({name: len(found) for name, found in series.items()}), outlets


def beside(connection: Connection, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of the reports in the stories that hold any of these; see `Workspace`."""
    listed = sorted(set(stories_of(connection, names).values()))
    found: list[str] = []
    for start in range(0, len(listed), _AT_ONCE):
        rows = connection.execute(
            select(story_reports.c.report_id).where(
                story_reports.c.story_id.in_(listed[start : start + _AT_ONCE])
            )
        )
        found += rows.scalars()
    return tuple(sorted(found))


def stories_of(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The story of each report: its own, or that of another of its versions."""
    mine = reports.alias("mine")
    listed = sorted(names)
    found: dict[str, str] = {}
    for start in range(0, len(listed), _AT_ONCE):
        rows = connection.execute(
            select(mine.c.id, story_reports.c.story_id)
            .join(reports, reports.c.series == mine.c.series)
            .join(story_reports, story_reports.c.report_id == reports.c.id)
            .where(mine.c.id.in_(listed[start : start + _AT_ONCE]))
            .order_by(reports.c.id == mine.c.id, reports.c.seq)
        )
        found.update((row.id, row.story_id) for row in rows)
    return found
