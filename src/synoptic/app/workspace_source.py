"""A workspace as one of the sources: the last version of each report in it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.app.corrections import correct
from synoptic.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Report
    from synoptic.store import Workspace

_SQLITE = b"SQLite format 3\0"
_AT_ONCE = 500


def is_workspace(named: str) -> bool:
    """Whether a source is a workspace: a SQLite file, or the address of PostgreSQL."""
    if "://" in named:
        return named.partition(":")[0].partition("+")[0] in ("postgres", "postgresql")
    try:
        if not Path(named).is_file():  # what a pipe holds can be read only once
            return False
        with Path(named).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def shown_place(named: str) -> str:
    """A workspace as it may be printed: without a password.

    Raises:
        WorkspaceError: It cannot be opened.
    """
    with _opened(named) as workspace:
        return workspace.where


def last_change(named: str) -> int:
    """The number of the last change to a workspace.

    Raises:
        WorkspaceError: It cannot be opened.
    """
    with _opened(named) as workspace:
        return workspace.last_change()


def workspace_reports(named: str) -> Iterator[Report]:
    """The last version of each report of a workspace, its corrections applied.

    Yields:
        By time of publication, those that state none last, ties by id.

    Raises:
        WorkspaceError: It cannot be opened.
    """
    with _opened(named) as workspace:
        last = workspace.latest()
        reports = (r for r in workspace.reports() if r.id in last)
        while part := tuple(islice(reports, _AT_ONCE)):
            records = workspace.corrections(of=[report.id for report in part])
            yield from correct(part, records)[0]


def _opened(named: str) -> Workspace:
    try:
        from synoptic.store import open_workspace
    except ModuleNotFoundError as err:
        raise MissingExtra("a workspace", extra="web") from err
    return open_workspace(named, create=False)
