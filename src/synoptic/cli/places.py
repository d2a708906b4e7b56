"""Opening the workspace that is meant."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from synoptic.store import Workspace


@contextmanager
def opened(
    named: str | None, *, create: bool = False
) -> Iterator[tuple[ModuleType, Workspace]]:
    """What can be asked of a workspace, and the one that is meant, opened.

    Raises:
        MissingExtra: The packages for it are not installed.
        WorkspaceError: It cannot be opened.
    """
    from synoptic.app import workspace as desk

    with desk.open_workspace(desk.workspace_place(named), create=create) as store:
        yield desk, store
