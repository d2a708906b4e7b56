"""The pages of a workspace: `create_app` makes the server that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.errors import MissingExtra

try:
    import fastapi  # noqa: F401 (is the extra here at all?)
except ImportError as err:
    raise MissingExtra("the server", extra="web") from err

from synoptic.api.settings import ServerSettings
from synoptic.web.server import make_app

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["ServerSettings", "create_app"]


def create_app(workspace_url: str, settings: ServerSettings | None = None) -> FastAPI:
    """The application that serves a workspace: its pages, and the HTTP API under /api.

    Args:
        workspace_url: The path of a workspace, or a database address.
        settings: How it is served; this machine only by default.

    Raises:
        UsageError: The settings would let anybody in from elsewhere.
        WorkspaceError: The workspace cannot be opened.
    """
    return make_app(str(workspace_url), settings or ServerSettings())
