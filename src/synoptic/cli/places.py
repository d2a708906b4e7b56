"""The options about a workspace, and opening the one that is meant."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from synoptic.store import Workspace

WorkspaceAt = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        metavar="PATH|URL",
        help="A file, or postgresql+psycopg://...; else $SYNOPTIC_WORKSPACE, "
        "else synoptic.db here.",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="TIME", help="Published then or later."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="TIME", help="Published then or earlier."),
]
HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write the page to FILE."),
]


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
