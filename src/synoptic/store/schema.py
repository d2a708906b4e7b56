"""The revision of a workspace's schema: read it, and move it up or down."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from synoptic.errors import WorkspaceError

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002")
"""All that this version knows, oldest first; a test holds them to the files."""
HEAD = REVISIONS[-1]


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; None: it holds no workspace."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalar()


def is_taken(connection: Connection) -> bool:
    """Whether the database has tables, be they ours or another program's."""
    return bool(inspect(connection).get_table_names())


def check(at: str | None, where: str) -> None:
    """Refuse a workspace that a later version made.

    Raises:
        WorkspaceError: This version does not know its revision.
    """
    if at is not None and at not in REVISIONS:
        raise WorkspaceError(
            f"{where} was made by a later version of synoptic (schema {at}, here "
            f"{HEAD}). Install that version; with it, "
            f"`synoptic doctor --schema {HEAD}` takes the workspace back to this one",
            code="workspace-too-new",
        )


def move(connection: Connection, to: str = HEAD) -> None:
    """Bring the schema to a revision, inside the transaction that is open.

    Raises:
        WorkspaceError: There is no such revision.
    """
    # Alembic costs a fifth of a second, and only a workspace of another age needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    if to not in REVISIONS:
        raise WorkspaceError(
            f"there is no schema {to}; known are {', '.join(REVISIONS)}"
        )
    config = Config()
    where = files("synoptic.store") / "migrations"
    config.set_main_option("script_location", str(where))
    config.attributes["connection"] = connection
    now = revision(connection)
    if now is not None and REVISIONS.index(now) > REVISIONS.index(to):
        command.downgrade(config, to)
    else:
        command.upgrade(config, to)
