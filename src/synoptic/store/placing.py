"""Stories taken in as the grouping sees them, under ids that last."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from synoptic.store.events import tell
from synoptic.store.moments import now
from synoptic.store.stories import stories_of
from synoptic.store.tables import reports, stories, story_names, story_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from synoptic.model.story import Story

_AT_ONCE = 500  # names in one statement; SQLite takes some thousands


def put_stories(connection: Connection, given: Sequence[Story]) -> tuple[str, ...]:
    """Take stories in as the grouping sees them; see `Workspace.put_stories`."""
    given = _without_removed(connection, given)
    names = {name for story in given for name in story.reports}
    before = stories_of(connection, names)
    own = _lasting_ids(connection, given, before)
    of_theirs = _of_same_series(connection, names)
    became = {story.id: name for story, name in zip(given, own, strict=True)}
    for story, name in zip(given, own, strict=True):
        follows = became.get(story.follows or "", story.follows)
        _put(connection, name, replace(story, follows=follows), of_theirs)
    for old in sorted(set(before.values()) - set(own)):
        into = Counter(
            name
            for story, name in zip(given, own, strict=True)
            for report in story.reports
            if before.get(report) == old
        )
        _lead_on(connection, old, into.most_common(1)[0][0])
    return tuple(own)


def _without_removed(connection: Connection, given: Sequence[Story]) -> list[Story]:
    """The stories without reports that went while they were being grouped."""
    names = sorted({name for story in given for name in story.reports})
    there: set[str] = set()
    for start in range(0, len(names), _AT_ONCE):
        part = select(reports.c.id).where(
            reports.c.id.in_(names[start : start + _AT_ONCE])
        )
        there.update(connection.execute(part).scalars())
    kept = (
        replace(story, reports=tuple(n for n in story.reports if n in there))
        for story in given
    )
    return [story for story in kept if story.reports]


def _lasting_ids(
    connection: Connection, given: Sequence[Story], before: dict[str, str]
) -> list[str]:
    """The id that the workspace has each story under.

    A story keeps the id of the one that it has most reports of. Each id goes to one
    story: to the one that has most, then to the one that would be called so anyway,
    then to the first.
    """
    claims = []
    for place, story in enumerate(given):
        shared = Counter(before[name] for name in story.reports if name in before)
        claims += [(-n, old != story.id, place, old) for old, n in shared.items()]
    own: dict[int, str] = {}
    used = set(before.values())
    taken: set[str] = set()
    for *_, place, old in sorted(claims):
        if place not in own and old not in taken:
            own[place] = old
            taken.add(old)
    for place, story in enumerate(given):
        if place not in own:
            own[place] = _free_id(connection, story.id, used)
            used.add(own[place])
    return [own[place] for place in range(len(given))]


def _free_id(connection: Connection, wanted: str, used: set[str]) -> str:
    name, number = wanted, 1
    while name in used or _is_taken(connection, name):
        number += 1
        name = f"{wanted}-{number}"
    return name


def _is_taken(connection: Connection, name: str) -> bool:
    there = select(stories.c.id).where(stories.c.id == name)
    was = select(story_names.c.old_id).where(story_names.c.old_id == name)
    return any(connection.execute(s).first() is not None for s in (there, was))


def _of_same_series(connection: Connection, names: set[str]) -> set[str]:
    """The reports and all their versions."""
    listed = sorted(names)
    found: set[str] = set()
    for start in range(0, len(listed), _AT_ONCE):
        series = select(reports.c.series).where(
            reports.c.id.in_(listed[start : start + _AT_ONCE])
        )
        every = select(reports.c.id).where(reports.c.series.in_(series))
        found.update(connection.execute(every).scalars())
    return found


def _put(connection: Connection, name: str, story: Story, grouped: set[str]) -> None:
    """Write one story; what the grouping did not know of stays where it is.

    Another process may have placed it a moment ago.
    """
    row = connection.execute(select(stories).where(stories.c.id == name)).first()
    bounds = connection.execute(
        select(func.min(reports.c.moment), func.max(reports.c.moment)).where(
            reports.c.id.in_(story.reports)
        )
    ).one()
    shown = {
        "title": story.title,
        "keywords": json.dumps(list(story.keywords), ensure_ascii=False),
        "follows": story.follows,
        "first_moment": bounds[0],
        "last_moment": bounds[1],
    }
    held = select(story_reports.c.report_id).where(story_reports.c.story_id == name)
    there = set(connection.execute(held).scalars())
    moved = [n for n in story.reports if n not in there]
    gone = sorted((there - set(story.reports)) & grouped)
    if row is None:
        connection.execute(insert(stories).values(id=name, changed_at=now(), **shown))
    elif moved or gone or any(getattr(row, k) != v for k, v in shown.items()):
        connection.execute(
            update(stories)
            .where(stories.c.id == name)
            .values(changed_at=now(), **shown)
        )
    if moved or gone:
        connection.execute(
            delete(story_reports).where(story_reports.c.report_id.in_([*moved, *gone]))
        )
    if moved:
        connection.execute(
            insert(story_reports),
            [{"report_id": report, "story_id": name} for report in moved],
        )
    if row is None:
        tell(connection, "story-new", story=name)
    elif moved or gone:
        tell(connection, "story-changed", story=name)


def _lead_on(connection: Connection, old: str, into: str) -> None:
    """Let the id of a story that went into another lead there from now on."""
    left = select(story_reports.c.report_id).where(story_reports.c.story_id == old)
    if connection.execute(left).first() is not None:
        return
    connection.execute(delete(stories).where(stories.c.id == old))
    connection.execute(
        update(story_names).where(story_names.c.story_id == old).values(story_id=into)
    )
    connection.execute(insert(story_names).values(old_id=old, story_id=into))
    tell(connection, "story-gone", story=old, detail=into)
