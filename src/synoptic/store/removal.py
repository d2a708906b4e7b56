"""Removing reports so that nothing of their text is left in the files."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, text, update

from synoptic.errors import NotInWorkspace
from synoptic.store import results
from synoptic.store.backups import made_since
from synoptic.store.events import tell
from synoptic.store.kinds import Removal
from synoptic.store.moments import now
from synoptic.store.stories import drop_emptied
from synoptic.store.tables import (
    corrections,
    events,
    metadata,
    removed,
    reports,
    stories,
    story_reports,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from synoptic.store.database import Database

_WAIT_SECONDS = 10.0  # for readers to let go of the log


def remove(database: Database, names: Iterable[str], *, reason: str) -> Removal:
    """Remove reports with all their versions; see `Workspace.remove`."""
    with database.writing() as connection:
        ids = _series_of(connection, list(names))
        first = _added_number(connection, ids)
        n_results = _remove_rows(connection, ids, reason)
        held_by = made_since(connection, first)
    return Removal(
        ids=tuple(ids),
        n_results=n_results,
        complete=wipe(database),
        backups=held_by,
    )


def wipe(database: Database) -> bool:
    """Give back the room of what was removed, so that no byte of it stays.

    The index is made anew, the file written anew, and the log emptied.

    Returns:
        Whether it was all done: a process that reads all the while keeps the log.
    """
    if database.is_postgresql:
        with database.plain() as connection:
            for table in ("report_words", *metadata.tables):
                connection.execute(text(f"VACUUM (FULL) {table}"))
        return True
    with database.writing() as connection:
        connection.execute(
            text("INSERT INTO report_words (report_words) VALUES ('rebuild')")
        )
    with database.alone() as run:
        run("VACUUM")
        give_up = time.monotonic() + _WAIT_SECONDS
        patience = run("PRAGMA busy_timeout")[0][0]
        run("PRAGMA busy_timeout = 0")
        try:
            while run("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]:
                if time.monotonic() > give_up:
                    return False
                time.sleep(0.1)
        finally:
            run(f"PRAGMA busy_timeout = {patience}")
        return True


def _series_of(connection: Connection, names: list[str]) -> list[str]:
    """The ids of every version of the reports named.

    Raises:
        NotInWorkspace: One of them is not there.
    """
    rows = connection.execute(
        select(reports.c.id, reports.c.series).where(reports.c.id.in_(names))
    )
    series = {row.id: row.series for row in rows}
    for name in names:
        if name not in series:
            raise NotInWorkspace(f"there is no report {name} in this workspace")
    every = connection.execute(
        select(reports.c.id)
        .where(reports.c.series.in_(set(series.values())))
        .order_by(reports.c.seq)
    )
    return list(every.scalars())


def _added_number(connection: Connection, ids: list[str]) -> int:
    """The number of the event that told of the first of them."""
    found = connection.execute(
        select(func.min(events.c.number)).where(
            events.c.report_id.in_(ids),
            events.c.kind.in_(("report-new", "report-version")),
        )
    )
    return found.scalar() or 0


def _remove_rows(connection: Connection, ids: list[str], reason: str) -> int:
    first = _added_number(connection, ids)
    rows = connection.execute(
        select(reports.c.id, reports.c.record).where(reports.c.id.in_(ids))
    )
    hashes = {row.id: _raw_sha256(row.record) for row in rows}
    touched = list(
        connection.execute(
            select(story_reports.c.story_id)
            .where(story_reports.c.report_id.in_(ids))
            .distinct()
        ).scalars()
    )
    n_results = results.drop_holding(connection, ids)
    # A correction quotes the words that it is about.
    connection.execute(delete(corrections).where(corrections.c.report_id.in_(ids)))
    connection.execute(delete(reports).where(reports.c.id.in_(ids)))
    # A title and its keywords may be this report's own.
    connection.execute(
        update(stories)
        .where(stories.c.id.in_(touched))
        .values(title="", keywords="[]", changed_at=now())
    )
    drop_emptied(connection)
    for name in ids:
        connection.execute(delete(removed).where(removed.c.report_id == name))
        connection.execute(
            insert(removed).values(
                report_id=name,
                raw_sha256=hashes[name],
                reason=reason,
                at=now(),
                added_number=first,
            )
        )
        tell(connection, "report-removed", report=name)
    return n_results


def _raw_sha256(record: str) -> str:
    return str(json.loads(record).get("sha256", ""))
