"""The example stories, put into a workspace to look around in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.app.workspace import add_sources, correct, open_workspace, show_story
from synoptic.errors import SynopticError
from synoptic.model import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from synoptic.store import Workspace

STORIES = ("merrow-lagoon", "sarn-valley", "aune-water")
_AGENCY = "Norden Wire"
"""What a desk would call the feed that the agency's own files come by."""


def fill(
    where: str, *, fast: bool = False, progress: Callable[[str], None] | None = None
) -> tuple[int, int]:
    """Put the three stories into a workspace, and compare each.

    Returns:
        How many reports and stories it holds then.

    Raises:
        SynopticError: The examples are not there.
    """
    folder = examples()
    with open_workspace(where) as workspace:
        for name in STORIES:
            files = [str(path) for path in sorted((folder / name).glob("*.txt"))]
            wire = [file for file in files if Path(file).name.startswith("norden")]
            added = add_sources(
                workspace,
                files,
                stated={file: {"outlet": _AGENCY} for file in wire},
                fast=fast,
                progress=progress,
            )
            story = _together(workspace, [one.id for _, one in added.added])
            show_story(workspace, story, fast=fast, progress=progress)
        return workspace.n_reports(), workspace.n_stories()


def _together(workspace: Workspace, names: list[str]) -> str:
    """The story of these reports, put together as a reader would have it."""
    first = names[0]
    for name in names[1:]:
        if workspace.story_of(name) != workspace.story_of(first):
            correct(workspace, "same-story", Target(name), first, by="the demo")
    return workspace.story_of(first) or ""


def examples() -> Path:
    """The folder of the example stories: in the wheel, else in the checkout.

    Raises:
        SynopticError: It is in neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / STORIES[0]).is_dir():
            return folder
    raise SynopticError(
        "the example stories are not in this installation; they lie in the folder "
        "`examples` of the project"
    )
