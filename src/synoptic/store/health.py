"""Whether a workspace is as it should be, and what to do where it is not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from synoptic.store import schema
from synoptic.store.backups import has_changed, listed
from synoptic.store.kinds import Trouble
from synoptic.store.results import size as kept_size
from synoptic.store.tables import (
    annotated,
    reports,
    result_reports,
    results,
    speakers,
    stories,
    story_reports,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from synoptic.store.database import Database

_LITTLE_ROOM = 1.2
"""Times the size of the workspace that must be free: removing writes it anew."""
_ADVICE_REPAIR = "Restore the last backup: `synoptic backup --restore FILE`"


def look_over(database: Database) -> tuple[Trouble, ...]:
    """Everything that is not as it should be, the grave things first."""
    with database.reading() as connection:
        found = [
            *_file(connection, database),
            *_schema(connection),
            *_orphans(connection),
            *_index(connection),
            *_backups(connection),
        ]
    found += _room(database)
    return tuple(sorted(found, key=lambda t: not t.grave))


def figures(database: Database) -> dict[str, object]:
    """What there is of everything, and the room it takes."""
    with database.reading() as connection:
        n_results, n_bytes = kept_size(connection)
        found: dict[str, object] = {
            "workspace": database.where,
            "schema": schema.revision(connection),
            "reports": _n_rows(connection, reports),
            "stories": _n_rows(connection, stories),
            "annotated": _n_rows(connection, annotated),
            "kept_results": n_results,
            "kept_results_bytes": n_bytes,
            "backups": len(listed(connection)),
        }
        if database.is_postgresql:
            size = text("SELECT pg_database_size(current_database())")
            found["bytes"] = connection.execute(size).scalar_one()
    if database.file is not None:
        logs = database.file.with_name(database.file.name + "-wal")
        found["bytes"] = database.file.stat().st_size
        found["log_bytes"] = logs.stat().st_size if logs.exists() else 0
    return found


def _n_rows(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _file(connection: Connection, database: Database) -> Iterator[Trouble]:
    if database.is_postgresql:
        return
    said = connection.execute(text("PRAGMA integrity_check(5)")).scalars().all()
    if said != ["ok"]:
        yield Trouble(True, f"the file is damaged: {said[0]}", _ADVICE_REPAIR)
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    if broken:
        yield Trouble(
            True, f"{len(broken)} rows point at rows that are not there", _ADVICE_REPAIR
        )


def _schema(connection: Connection) -> Iterator[Trouble]:
    at = schema.revision(connection)
    if at != schema.HEAD:
        yield Trouble(
            True,
            f"the schema is {at}, this version works with {schema.HEAD}",
            "Open the workspace once with any command; it is brought up",
        )


def _orphans(connection: Connection) -> Iterator[Trouble]:
    known = select(reports.c.id)
    seqs = select(reports.c.seq)
    for what, column, inside in (
        ("places in stories", story_reports.c.report_id, known),
        ("kept results", result_reports.c.report_id, known),
        ("speakers", speakers.c.seq, seqs),
        ("marks of annotated reports", annotated.c.seq, seqs),
        ("names of kept results", result_reports.c.key, select(results.c.key)),
        ("places in stories", story_reports.c.story_id, select(stories.c.id)),
    ):
        lost = select(func.count()).where(column.not_in(inside))
        n_lost = connection.execute(lost).scalar_one()
        if n_lost:
            yield Trouble(
                grave=True,
                what=f"{n_lost} {what} belong to nothing that is there",
                do=_ADVICE_REPAIR,
            )


def _index(connection: Connection) -> Iterator[Trouble]:
    n_reports = connection.execute(select(func.count()).select_from(reports)).scalar()
    if connection.dialect.name == "postgresql":
        n_indexed = connection.execute(text("SELECT count(*) FROM report_words"))
    else:
        n_indexed = connection.execute(
            text("SELECT count(*) FROM report_words_docsize")
        )
    n_found = n_indexed.scalar()
    if n_found != n_reports:
        yield Trouble(
            grave=True,
            what=f"the index of words knows {n_found} of {n_reports} reports",
            do="Make it anew: `synoptic doctor --mend`",
        )


def _backups(connection: Connection) -> Iterator[Trouble]:
    made = listed(connection)
    if not made:
        yield Trouble(
            grave=False,
            what="no backup was ever made",
            do="Make one: `synoptic backup FILE`",
        )
    elif not any(backup.there for backup in made):
        yield Trouble(
            grave=False,
            what="no backup is where it was written to",
            do="If it was moved to a safe place, well; else `synoptic backup FILE`",
        )
    for backup in made:
        if has_changed(backup):
            yield Trouble(
                grave=False,
                what=f"the backup {backup.path} is not as it was written",
                do="If no command was at work in it, make another: `synoptic backup`",
            )


def _room(database: Database) -> Iterator[Trouble]:
    if database.file is None:
        return
    size = database.file.stat().st_size
    free = shutil.disk_usage(database.file.resolve().parent).free
    if free < _LITTLE_ROOM * size:
        yield Trouble(
            grave=free < size // 10,
            what=f"{free / 1e9:.1f} GB are free, the workspace has {size / 1e9:.1f}",
            do="Make room: removing reports writes the file anew beside the old one",
        )
