"""What a running server holds: the workspace, who reads its stories, who is told."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar, cast

from synoptic.api.limits import Limit
from synoptic.api.live import Live
from synoptic.api.observed import Figures
from synoptic.api.reading import ReadingRoom, Task
from synoptic.api.sessions import Sessions
from synoptic.app.corrections import not_undone
from synoptic.app.revisions import revision_of
from synoptic.app.workspace import open_workspace
from synoptic.errors import NotInWorkspace
from synoptic.store import result_key

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from synoptic.api.reading import Make
    from synoptic.api.settings import ServerSettings
    from synoptic.app.workspace import Event
    from synoptic.model.story import Story


T = TypeVar("T")
_MOST_HELD = 200


class Heed(Protocol):
    """Who is told of what happens."""

    def changed(self, desk: Desk, event: Event) -> None:
        """A change came into the workspace."""

    def read(self, desk: Desk, task: Task) -> None:
        """A story was read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How far a story is read.

    Attributes:
        state: `one`: a single report, nothing to compare; `reading`; `ready`; `failed`.
        task: Names the state of the story as it is now.
        held: The task whose parts can be shown: this one, or the one before it while
            this one is read; None: nothing can be shown yet.
        reason: Why it failed.
    """

    state: Literal["one", "reading", "ready", "failed"]
    task: Task
    held: Task | None
    reason: str = ""


class Desk:
    """One workspace with everything that serves it.

    Args:
        make: Reads and draws one story; see `ReadingRoom`.
        drawing: Changes with whatever `make` draws by.
        heed: Is told, in a thread, of every change and of every story that was read.
    """

    def __init__(
        self,
        where: str,
        settings: ServerSettings,
        *,
        make: Make,
        drawing: str,
        heed: Heed,
    ) -> None:
        self.where = where
        self.settings = settings
        self.workspace = open_workspace(where)
        self.figures = Figures()
        self.sessions = Sessions(settings)
        self.adds = Limit(settings.adds_per_minute)
        self.fetches = Limit(settings.fetches_per_minute)
        self.sign_ins = Limit(settings.sign_ins_per_minute)
        self.live = Live(
            self.workspace, poll_seconds=settings.poll_seconds, heed=self._heed
        )
        self.room = ReadingRoom(
            self.workspace, make=make, done=self._done, workers=settings.workers
        )
        self._told = heed
        self._revision = f"{drawing}:{revision_of('collate')}"
        self._last: dict[tuple[str, str], Task] = {}
        self._held: dict[Hashable, tuple[tuple[int, ...], object]] = {}
        self._remembering = threading.Lock()
        figures, room, live = self.figures, self.room, self.live
        figures.reports.set_function(self.workspace.n_reports)
        figures.stories.set_function(self.workspace.n_stories)
        figures.waiting.set_function(lambda: room.n_waiting)
        figures.watching.set_function(lambda: live.n_pages)

    def task(self, story: Story, base: str = "") -> Task:
        """The name of a story's present state: its reports and what was set right."""
        records = self.workspace.corrections(of=story.reports)
        standing, _ = not_undone(records)
        stamp = result_key(
            texts=sorted(story.reports),
            stage="web",
            revision=self._revision,
            settings=[self.settings.fast, [record.id for record in standing]],
            models=None,
        )
        return Task(self.where, story.id, stamp, base, self.settings.fast)

    def shown(self, story: Story, base: str = "", *, urgent: bool = True) -> Shown:
        """How far a story is read; has it read where it is not."""
        task, several = self.task(story, base), len(story.reports) > 1
        if self.room.part(task, "sum") is not None:
            self._last[story.id, base] = task
            return Shown("ready" if several else "one", task, task)
        state = self.room.ask(task, urgent=urgent and several)
        if not several:
            return Shown("one", task, None)
        held = self._last.get((story.id, base))
        return Shown(state, task, held, self.room.reason(task))

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave for that key, unless the workspace has changed since.

        One thread works it out while the others wait: fifty pages that are loaded
        again after a change are worked out once.
        """
        state = (self.workspace.last_change(), self.room.n_read, self.room.n_waiting)
        with self._remembering:
            held = self._held.get(key)
            if held is None or held[0] != state:
                if len(self._held) >= _MOST_HELD:
                    self._held.clear()
                held = self._held[key] = (state, make())
            return cast("T", held[1])

    def close(self) -> None:
        """Stop reading and give the workspace back."""
        self.room.close()
        self.workspace.close()

    def _heed(self, event: Event) -> None:
        """Read what changed before somebody asks for it; forget what was removed."""
        self._told.changed(self, event)
        if event.kind == "report-removed":
            self.room.forget()
            self._last.clear()
            self._held.clear()
        if event.kind in ("story-new", "story-changed") and event.story is not None:
            with suppress(NotInWorkspace):  # gone again since
                self.shown(self.workspace.story(event.story), urgent=False)

    def _done(self, task: Task, seconds: float) -> None:
        self.figures.read_seconds.observe(seconds)
        self.live.tell("read", story=task.story)
        self._told.read(self, task)
