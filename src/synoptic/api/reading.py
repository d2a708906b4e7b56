"""Stories are read (collated) beside the server, one after the other, and kept.

A page never waits for that: it shows what is kept, or says that it is being read.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
import time
import zlib
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from synoptic.errors import SynopticError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.connection import Connection

    from synoptic.store import Workspace

    Make: TypeAlias = Callable[["Task"], Mapping[str, bytes]]

_LOG = logging.getLogger(__name__)
_KEPT_AT_HAND_BYTES = 64_000_000
_END_SECONDS = 3.0
_TRIED_AGAIN_SECONDS = 300.0  # a machine without memory may have some by then
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
        self._helper: _Helper | None = None
        self._urgent: deque[Task] = deque()
        self._others: deque[Task] = deque()
        self._waiting: set[Task] = set()
        self._failed: dict[Task, tuple[float, str]] = {}
        self._n_read = 0
        self._at_hand = _AtHand(_KEPT_AT_HAND_BYTES)
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._work, daemon=True, name="reading")
        self._thread.start()

    @property
    def n_waiting(self) -> int:
        """How many stories wait to be read, the one at work included."""
        return len(self._waiting)

    @property
    def n_read(self) -> int:
        """How many stories were read, or could not be, since the start."""
        return self._n_read

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
            failed_at, _ = self._failed.get(task, (-_TRIED_AGAIN_SECONDS, ""))
            if time.monotonic() - failed_at < _TRIED_AGAIN_SECONDS:
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
        return self._failed.get(task, (0.0, ""))[1]

    def forget(self) -> None:
        """Let go of all that is at hand: a report of it may have been removed."""
        self._at_hand.clear()

    def close(self) -> None:
        """Stop; a story at work is left."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._at_hand.clear()
        if self._helper is not None:
            self._helper.close()

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
                self._n_read += 1
                if self._ended:
                    return
                if failure is not None:
                    self._failed[task] = (time.monotonic(), failure)
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
            parts = self._parts(task)
        except SynopticError as err:
            return str(err)
        except EOFError:
            self._helper = None
            return "the process that read it ended; is there too little memory?"
        except Exception as err:  # noqa: BLE001 (the next story may go well)
            _LOG.exception("reading a story failed")
            return f"this is a mistake in synoptic: {type(err).__name__}"
        for part, data in parts.items():
            self._at_hand.put(task.key(part), data)
        return None

    def _parts(self, task: Task) -> Mapping[str, bytes]:
        if self._workers == "thread":
            return self._make(task)
        if self._helper is None:
            self._helper = _Helper(self._make)
        return self._helper.make(task)


class _Helper:
    """A process that reads stories; it ends with the server, however that ends.

    Its only tie is a pipe: when the server is gone, the pipe says so.
    """

    def __init__(self, make: Make) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_help, args=(theirs, make), daemon=True, name="synoptic-reading"
        )
        self._process.start()
        theirs.close()

    def make(self, task: Task) -> Mapping[str, bytes]:
        """What the process makes of a task.

        Raises:
            SynopticError: As `make` raises it, or a mistake of ours in it.
            EOFError: The process has ended.
        """
        try:
            self._ours.send(task)
            parts, refused = self._ours.recv()
        except OSError as err:
            raise EOFError from err
        if refused is not None:
            raise SynopticError(refused)
        made: Mapping[str, bytes] = parts
        return made

    def close(self) -> None:
        """End the process; what it is at is left."""
        self._process.terminate()
        self._process.join(_END_SECONDS)


def _help(server: Connection, make: Make) -> None:
    # Ctrl-C goes to every process of a terminal; the server says when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            task = server.recv()
        except EOFError:
            return
        try:
            answer: tuple[Mapping[str, bytes] | None, str | None] = (make(task), None)
        except SynopticError as err:
            answer = (None, str(err))
        except Exception as err:  # noqa: BLE001 (the next story may go well)
            answer = (
                None,
                f"this is a mistake in synoptic: {type(err).__name__}: {err}",
            )
        try:
            server.send(answer)
        except OSError:  # the server is gone
            return


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
