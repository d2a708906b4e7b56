"""What hooks are told: a story began, or its reports were found to differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from synoptic.errors import NotInWorkspace
from synoptic.web.faces import Summary

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.api.hooks import Hooks
    from synoptic.api.reading import Task
    from synoptic.api.settings import HookEvent, ServerSettings
    from synoptic.app.workspace import Event


class Telling:
    """Passes on what is new, each thing once, across restarts too."""

    hooks: Hooks

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings

    def changed(self, desk: Desk, event: Event) -> None:
        """A change came into the workspace."""
        if self.hooks.wants_any and event.kind == "story-new" and event.story:
            self.hooks.tell("new-story", self._story(desk, event.story))

    def read(self, desk: Desk, task: Task) -> None:
        """A story was read."""
        data = desk.room.part(task, "sum") if self.hooks.wants_any else None
        if data is None or task.base:
            return
        name = f"told:{task.story}"
        before = json.loads(desk.workspace.setting(name) or "[]")
        known = Summary.from_json(data)
        for finding, event, text in known.told:
            if finding not in before:
                told = {**self._story(desk, task.story)}
                told["finding"] = {"id": finding, "text": text}
                self.hooks.tell(_event(event), told)
        now = [finding for finding, _, _ in known.told]
        desk.workspace.put_setting(name, json.dumps(sorted({*before, *now})))

    def _story(self, desk: Desk, name: str) -> dict[str, object]:
        try:
            title = desk.workspace.story(name).title
        except NotInWorkspace:
            title = ""
        url = f"{self._settings.public_url}/stories/{name}"
        return {"story": {"id": name, "title": title, "url": url}}


def _event(name: str) -> HookEvent:
    return "different-words" if name == "different-words" else "different-figures"
