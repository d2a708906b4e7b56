"""The workspace: reports, stories and corrections kept on SQLite or PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.errors import MissingExtra

try:
    from synoptic.store.database import Database
except ImportError as err:
    raise MissingExtra("a workspace", extra="web") from err
from synoptic.store.kinds import (
    Added,
    Backup,
    Event,
    Hit,
    Hits,
    Removal,
    StoryLine,
    Trouble,
)
from synoptic.store.results import result_key
from synoptic.store.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Added",
    "Backup",
    "Event",
    "Hit",
    "Hits",
    "Removal",
    "StoryLine",
    "Trouble",
    "Workspace",
    "open_workspace",
    "result_key",
]


def open_workspace(where: str | Path, *, create: bool = True) -> Workspace:
    """A workspace, made if it is not there and brought up if it is of an older version.

    Args:
        where: The path of a SQLite file, or an address such as
            `postgresql+psycopg://user@host/name`.
        create: Make it where there is none.

    Raises:
        WorkspaceError: It is not there, cannot be used, or a later version made it.
    """
    return Workspace(Database(where, create=create))
