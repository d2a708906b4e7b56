"""Backups: a copy of the whole workspace as one SQLite file, from either database."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, text, update

from synoptic.errors import WorkspaceError
from synoptic.store.events import last_number
from synoptic.store.kinds import Backup
from synoptic.store.moments import now
from synoptic.store.tables import backups, metadata, removed, reports
from synoptic.store.words import index_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from synoptic.store.database import Database

_ROWS_AT_ONCE = 200


def write_backup(database: Database, path: Path, open_database: Any) -> Backup:
    """Write the whole workspace to a file of its own; see `Workspace.backup`."""
    where = path.expanduser().resolve()
    if where.exists():
        raise WorkspaceError(f"{where} is there already; name another file")
    if not where.parent.is_dir():
        raise WorkspaceError(f"there is no folder {where.parent}")
    half = where.with_name(where.name + ".part")
    half.unlink(missing_ok=True)
    # Noted first: a backup that nobody knows of could not be named when a report goes.
    with database.writing() as connection:
        number = last_number(connection)
        connection.execute(delete(backups).where(backups.c.path == str(where)))
        connection.execute(
            insert(backups).values(path=str(where), at=now(), up_to_number=number)
        )
    try:
        if database.is_postgresql:
            target = open_database(half)
            copy_rows(database, target)
            target.finish()
        else:
            quoted = str(half).replace("'", "''")
            with database.alone() as run:
                run(f"VACUUM INTO '{quoted}'")
        with half.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            os.fsync(stream.fileno())
        half.replace(where)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    made = Backup(str(where), now(), True, where.stat().st_size, sha256)
    with database.writing() as connection:
        connection.execute(
            update(backups)
            .where(backups.c.path == made.path)
            .values(n_bytes=made.n_bytes, sha256=made.sha256)
        )
    return made


def copy_rows(source: Database, target: Database) -> None:
    """Fill an empty workspace with all that another one holds, in one transaction."""
    with source.reading() as old, target.writing() as new:
        for table in metadata.sorted_tables:
            new.execute(delete(table))
        for table in metadata.sorted_tables:
            rows = old.execute(select(table).execution_options(yield_per=_ROWS_AT_ONCE))
            for part in rows.mappings().partitions(_ROWS_AT_ONCE):
                new.execute(insert(table), [dict(row) for row in part])
                if table is reports:
                    for row in part:
                        index_words(new, row["seq"], row["headline"] or "", row["text"])
        if target.is_postgresql:
            _count_on(new)


def restore(source: Database, target: Database) -> list[str]:
    """Put a backup in the place of all; ids of what was removed and is back in it."""
    with target.reading() as connection:
        barred = [dict(row) for row in connection.execute(select(removed)).mappings()]
    copy_rows(source, target)
    with target.writing() as connection:
        known = set(connection.execute(select(removed.c.report_id)).scalars())
        fresh = [row for row in barred if row["report_id"] not in known]
        if fresh:
            connection.execute(insert(removed), fresh)
        back = select(reports.c.id).where(reports.c.id.in_(select(removed.c.report_id)))
        return list(connection.execute(back).scalars())


def has_changed(backup: Backup) -> bool | None:
    """Whether the file is another than was written; None: it cannot be told."""
    path = Path(backup.path)
    if not path.exists() or backup.sha256 is None:
        return None
    if path.stat().st_size != backup.n_bytes:
        return True
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() != backup.sha256


def listed(connection: Connection) -> tuple[Backup, ...]:
    """Every backup that was made, oldest first."""
    return made_since(connection, 0)


def made_since(connection: Connection, number: int) -> tuple[Backup, ...]:
    """The backups made when that event had happened, oldest first."""
    rows = connection.execute(
        select(backups)
        .where(backups.c.up_to_number >= number)
        .order_by(backups.c.at, backups.c.path)
    )
    return tuple(
        Backup(r.path, r.at, Path(r.path).exists(), r.n_bytes, r.sha256) for r in rows
    )


def _count_on(connection: Connection) -> None:
    """Let the counters go on behind the rows that were copied."""
    for table in metadata.sorted_tables:
        for column in table.primary_key:
            if column.autoincrement is True:
                connection.execute(
                    text(  # our own names only
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', "  # noqa: S608
                        f"'{column.name}'), (SELECT coalesce(max({column.name}), 0) "
                        f"+ 1 FROM {table.name}), false)"
                    )
                )
