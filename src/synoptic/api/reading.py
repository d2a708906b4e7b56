"""Stories are read (collated) beside the server, one after the other, and kept.

A page never waits for that: it shows what is kept, or says that it is being read.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
import zlib
from collections import OrderedDict, deque
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from synoptic.errors import SynopticError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from synoptic.store import Workspace

    Make: TypeAlias = Callable[["Task"], Mapping[str, bytes]]

_LOG = logging.getLogger(__name__)
_KEPT_AT_HAND_BYTES = 64_000_000
State = Literal["one", "reading", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Task:
    """One story to read.

    Attributes:
        where: The workspace.
        stamp: Names the state of the story that is asked for.
        base: Siglum of the report that the page reads along; empty: the first.
        fast: By rules only.
    """

    where: str
    story: str
    stamp: str
    base: str
    fast: bool

    def key(self, part: str) -> str:
        """Under which name a part of the result is kept."""
        return f"web:{self.stamp}:{self.base}:{part}"


class ReadingRoom:
    """Reads stories one at a time: those that somebody waits for first.

    Args:
        make: Does the work in another process, and keeps its parts in the workspace
            under `Task.key`; hands back nothing else than what it kept.
        done: Called in a thread when a story was read, with seconds.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        make: Make,
        done: Callable[[Task, float], None],
        workers: Literal["process", "thread"],
    ) -> None:
        self._workspace = workspace
        self._make = make
        self._done = done
        self._workers = workers
        self._executor: Executor | None = None
        self._urgent: deque[Task] = deque()
        self._others: deque[Task] = deque()
        self._waiting: set[Task] = set()
        self._failed: dict[Task, str] = {}
        self._at_hand = _AtHand(_KEPT_AT_HAND_BYTES)
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._work, daemon=True, name="reading")
        self._thread.start()

    @property
    def n_waiting(self) -> int:
        """How many stories wait to be read, the one at work included."""
        return len(self._waiting)

    def part(self, task: Task, part: str) -> bytes | None:
        """A part of what was read; None: it is not there, or not yet."""
        key = task.key(part)
        held = self._at_hand.get(key)
        if held is None:
            packed = self._workspace.cached(key)
            if packed is None:
                return None
            held = zlib.decompress(packed)
            self._at_hand.put(key, held)
        return held

    def ask(self, task: Task, *, urgent: bool) -> State:
        """Have a story read, unless it is waiting already or could not be read."""
        with self._changed:
            if task in self._failed:
                return "failed"
            if task not in self._waiting:
                self._waiting.add(task)
                (self._urgent if urgent else self._others).append(task)
                self._changed.notify()
            elif urgent and task in self._others:
                self._others.remove(task)
                self._urgent.append(task)
            return "reading"

    def reason(self, task: Task) -> str:
        """Why a story could not be read."""
        return self._failed.get(task, "")

    def forget(self) -> None:
        """Let go of all that is at hand: a report of it may have been removed."""
        self._at_hand.clear()

    def close(self) -> None:
        """Stop; a story at work is left."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._at_hand.clear()
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._ended or self._urgent or self._others
                )
                if self._ended:
                    return
                task = (self._urgent or self._others).popleft()
            begun = time.perf_counter()
            failure = self._read(task)
            with self._changed:
                self._waiting.discard(task)
                if self._ended:
                    return
                if failure is not None:
                    self._failed[task] = failure
            seconds = time.perf_counter() - begun
            said = {"story": task.story, "seconds": round(seconds, 2)}
            _LOG.info(
                "story read" if failure is None else "story failed",
                extra={"said": said},
            )
            try:
                self._done(task, seconds)
            except Exception:  # noqa: BLE001 (no page may lose its reader to a hook)
                _LOG.exception("telling of a story failed")

    def _read(self, task: Task) -> str | None:
        """None, or why it could not be read."""
        try:
            parts = self._open().submit(self._make, task).result()
        except SynopticError as err:
            return str(err)
        except BrokenProcessPool:
            self._executor = None
            return "the process that read it ended; is there too little memory?"
        except Exception as err:  # noqa: BLE001 (the next story may go well)
            _LOG.exception("reading a story failed")
            return f"this is a mistake in synoptic: {type(err).__name__}"
        for part, data in parts.items():
            self._at_hand.put(task.key(part), data)
        return None

    def _open(self) -> Executor:
        if self._executor is None:
            if self._workers == "thread":
                self._executor = ThreadPoolExecutor(1)
            else:
                self._executor = ProcessPoolExecutor(
                    1,
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=_live_with_the_server,
                )
        return self._executor


class _AtHand:
    """The bytes used last, up to so many."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._n_bytes = 0
        self._lock = threading.Lock()

    def get(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: str, data: bytes) -> None:
        with self._lock:
            self._n_bytes += len(data) - len(self._held.pop(key, b""))
            self._held[key] = data
            while self._n_bytes > self._most_bytes and len(self._held) > 1:
                _, dropped = self._held.popitem(last=False)
                self._n_bytes -= len(dropped)

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self._n_bytes = 0


def _live_with_the_server() -> None:
    """End when the server does, however it ends, and not by a key at its terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True).start()


def _end_with_the_server() -> None:
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(0)
