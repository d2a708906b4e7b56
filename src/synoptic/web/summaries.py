"""What lists say of stories, as far as they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.errors import NotInWorkspace
from synoptic.web.faces import Summary

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.app.workspace import StoryLine


def summary_of(desk: Desk, line: StoryLine, *, read: bool) -> Summary | None:
    """The summary of a story; None: it was not read yet.

    Args:
        desk: Where the story is.
        line: The story.
        read: Whether to have it read, if it was not.
    """
    if line.n_reports < 2:
        return None
    try:
        story = desk.workspace.story(line.id)
    except NotInWorkspace:
        return None
    task = desk.task(story)
    data = desk.room.part(task, "sum")
    if data is not None:
        return Summary.from_json(data)
    if read:
        shown = desk.shown(story, urgent=False)
        if shown.held is not None:
            data = desk.room.part(shown.held, "sum")
            return Summary.from_json(data) if data is not None else None
    return None
