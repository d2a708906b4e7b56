"""What changes in the workspace, told to every open page and to the hooks."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from synoptic.store import Event, Workspace

_LOG = logging.getLogger(__name__)
_MOST_WAITING = 200
_BREATH_SECONDS = 15.0  # so that proxies keep a quiet connection open
_REPORTS = ("report-new", "report-version")
_STORIES = ("story-new", "story-changed", "story-gone")


class Live:
    """Looks for changes once for all pages, and hands them on.

    Args:
        heed: Called in a thread with every change, such as to read the story.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        poll_seconds: float,
        heed: Callable[[Event], None],
    ) -> None:
        self._workspace = workspace
        self._poll_seconds = poll_seconds
        self._heed = heed
        self._pages: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._at = 0

    @property
    def n_pages(self) -> int:
        """How many pages wait for news."""
        return len(self._pages)

    async def run(self) -> None:
        """Look for changes until the server ends."""
        self._loop = asyncio.get_running_loop()
        self._at = await run_in_threadpool(self._workspace.last_change)
        while True:
            await asyncio.sleep(self._poll_seconds)
            try:
                for line in await run_in_threadpool(self._look):
                    self._hand_on(line)
            except Exception:  # noqa: BLE001
                # The database may answer again at the next look.
                _LOG.exception("looking for changes failed")

    def tell(self, kind: str, **told: object) -> None:
        """Tell every open page; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hand_on, _message(kind, None, told))

    async def messages(self, since: int) -> AsyncIterator[str]:
        """Server-sent events after that change, for as long as a page listens."""
        queue: asyncio.Queue[str | None] = asyncio.Queue(_MOST_WAITING)
        missed = await run_in_threadpool(self._missed, since)
        self._pages.add(queue)
        try:
            # from here on nothing is missed; what was read before, the page asks for
            yield "retry: 3000\nevent: ready\ndata: {}\n\n"
            for line in missed:
                yield line
            while True:
                try:
                    async with asyncio.timeout(_BREATH_SECONDS):
                        told = await queue.get()
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if told is None:
                    return
                yield told
        finally:
            self._pages.discard(queue)

    def close(self) -> None:
        """Let every page go; from the loop."""
        for queue in self._pages:
            if not queue.full():
                queue.put_nowait(None)

    def _look(self) -> list[str]:
        found = self._workspace.changes(self._at)
        lines = []
        for event in found:
            self._at = event.number
            self._heed(event)
            lines += self._said(event)
        return lines

    def _missed(self, since: int) -> list[str]:
        if not 0 < since < self._at:
            return []
        found = self._workspace.changes(since, limit=_MOST_WAITING)
        return [
            line
            for event in found
            if event.number <= self._at
            for line in self._said(event)
        ]

    def _said(self, event: Event) -> list[str]:
        if event.kind in _REPORTS and event.report is not None:
            story = event.story or self._workspace.story_of(event.report)
            told: dict[str, object] = {"report": event.report, "story": story}
            return [_message("report", event.number, told)]
        if event.kind in _STORIES:
            told = {"story": event.story, "kind": event.kind}
            return [_message("story", event.number, told)]
        return []

    def _hand_on(self, line: str) -> None:
        for queue in self._pages:
            # A page that does not listen loses news, not the server its memory.
            if not queue.full():
                queue.put_nowait(line)


def _message(kind: str, number: int | None, told: dict[str, object]) -> str:
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {kind}\ndata: {json.dumps(told)}\n\n"
