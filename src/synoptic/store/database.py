"""A database under a workspace: opened, read in snapshots, written by one at a time."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError

from synoptic.errors import MissingExtra, WorkspaceError
from synoptic.store import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

_BUSY_SECONDS = 10.0
_MOST_READERS = 60  # threads of a server that read one file at once
_PATIENCE_SECONDS = 180.0  # emptying the log of a large workspace takes minutes
_WRITER = 0x53796E6F  # the name of the lock that writers queue for on PostgreSQL
_LOCKED = ("database is locked", "database table is locked")


class Database:
    """One database, shared by the threads of a process.

    Attributes:
        engine: SQLAlchemy's.
        where: As named by the user, without a password.
        file: The SQLite file; None: PostgreSQL.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        url = _url(where)
        self.where = url.render_as_string(hide_password=True)
        self.file: Path | None = None
        if url.get_backend_name() == "sqlite":
            self.file = Path(url.database or "")
            self.where = str(self.file)
            if not create and not self.file.exists():
                raise WorkspaceError(
                    f"there is no workspace at {self.where}. `synoptic add` makes "
                    "one; --workspace names another",
                    code="no-workspace",
                )
        self.engine = _engine(url)
        try:
            self._bring_up(create=create)
        except BaseException:
            self.engine.dispose()
            raise

    @property
    def is_postgresql(self) -> bool:
        """Whether this is PostgreSQL; else it is SQLite."""
        return self.file is None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot: what others write meanwhile is not seen."""
        with self._connected() as connection:
            self._begin(connection, write=False)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer is in, kept whole or not at all.

        Raises:
            WorkspaceError: Another process kept the database for minutes.
        """
        with self._connected() as connection:
            self._begin(connection, write=True)
            with connection.begin():
                if self.is_postgresql:
                    connection.execute(
                        text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER}
                    )
                yield connection

    @contextmanager
    def alone(self) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
        """Run SQLite's statements that no transaction may be around."""
        with self._connected() as connection:
            raw: Any = connection.connection.driver_connection
            yield lambda statement: list(raw.execute(statement))

    @contextmanager
    def plain(self) -> Iterator[Connection]:
        """A connection to PostgreSQL without a transaction."""
        with self._connected() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def finish(self) -> None:
        """Write all into the one file, so that it can be moved; then close."""
        with self.alone() as run:
            run("PRAGMA wal_checkpoint(TRUNCATE)")
            run("PRAGMA journal_mode = DELETE")
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                yield connection
        except (DatabaseError, InterfaceError) as err:
            raise _told(err, self.where) from err

    def _begin(self, connection: Connection, *, write: bool) -> None:
        """Say how the next transaction begins; see `_begin_sqlite`."""
        if self.is_postgresql:
            level = "READ COMMITTED" if write else "REPEATABLE READ"
            connection.execution_options(isolation_level=level)
        else:
            connection.info["begin"] = "BEGIN IMMEDIATE" if write else "BEGIN"

    def _bring_up(self, *, create: bool) -> None:
        with self.reading() as connection:
            at = schema.revision(connection)
            taken = self.file is not None and schema.is_taken(connection)
        schema.check(at, self.where)
        if at is None and not create:
            raise WorkspaceError(
                f"{self.where} holds no workspace. `synoptic add` makes one",
                code="no-workspace",
            )
        if at is None and taken:
            raise WorkspaceError(
                f"{self.where} is a database of another program. Name another file",
                code="no-workspace",
            )
        if self.file is not None:
            # Kept in the file, so that nobody else's database may be told it.
            with self.alone() as run:
                _patiently(lambda: run("PRAGMA journal_mode = WAL"))
        if at == schema.HEAD:
            return
        with self.writing() as connection:
            schema.check(schema.revision(connection), self.where)
            schema.move(connection)


def _url(where: str | Path) -> URL:
    named = str(where)
    if "://" not in named:
        return URL.create("sqlite", database=str(Path(named).expanduser()))
    try:
        url = make_url(named)
    except ArgumentError as err:
        raise WorkspaceError(
            "the workspace is no path and no database address; write "
            "postgresql+psycopg://USER@HOST/NAME"
        ) from err
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise WorkspaceError(
            f"a workspace is a SQLite file or PostgreSQL, not {url.drivername}"
        )
    return url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url,
            connect_args={"timeout": _BUSY_SECONDS},
            max_overflow=_MOST_READERS,
        )
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True)
    except ImportError as err:
        raise MissingExtra("a workspace on PostgreSQL", extra="postgres") from err


def _open_sqlite(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # transactions begin where `_begin_sqlite` says
    raw.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten, in the full-text index too.
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    statement = connection.info.get("begin", "BEGIN")
    _patiently(lambda: connection.exec_driver_sql(statement))


def _patiently(work: Callable[[], object]) -> None:
    """Do what a lock may be in the way of, again and again until it goes."""
    give_up = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            work()
        except Exception as err:
            if not any(words in str(err) for words in _LOCKED):
                raise
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return


def _told(err: Exception, where: str) -> WorkspaceError:
    """What the database says, as what a user can do about it."""
    said = str(getattr(err, "orig", err)).strip()
    first = said.splitlines()[0] if said else type(err).__name__
    for sign, advice in _ADVICE:
        if sign in said:
            return WorkspaceError(f"{where}: {advice}")
    return WorkspaceError(f"{where}: the database answered: {first}")


_ADVICE = (
    ("is locked", "another process has kept it locked for minutes. Stop that process"),
    ("not a database", "this file is no workspace. Is the name right?"),
    (
        "malformed",
        "the file is damaged. `synoptic backup --restore FILE` takes the last backup",
    ),
    ("disk is full", "the disk is full. Make room and try again"),
    ("readonly", "it may not be written. Ask its owner"),
    ("unable to open", "it cannot be opened. Is the folder there, and yours to write?"),
    ("no such module: fts5", "this Python's SQLite has no full-text index (FTS5)"),
    (
        "connection failed",
        "the database server does not answer. Does it run, and is the address right?",
    ),
)
