"""Work done in several processes at a time, what comes of it in order."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Given = TypeVar("Given")
Made = TypeVar("Made")

_LOG = logging.getLogger(__name__)
_AHEAD = 4  # for each process; what is done ahead stays in memory
_END_SECONDS = 5.0
_LOOK_SECONDS = 1.0


def in_processes(
    work: Callable[[Given], Made], given: Iterable[Given], *, processes: int
) -> Iterator[Made]:
    """What comes of each of some things, in their order, several done at a time.

    What another process does not do (it cannot start, it was ended, the work failed
    there) is done in this one. The others end with the iterator, and when this
    process is gone.

    Args:
        work: A function of a module, that other processes can find.
        given: Looked at a few ahead only.
        processes: 1: all is done in this one.
    """
    if processes < 2:
        yield from map(work, given)
        return
    crew = _crew(work, processes)
    try:
        yield from _in_order(work, enumerate(given), crew)
    finally:
        for helper in crew:
            helper.end()


def _in_order(
    work: Callable[[Given], Made],
    numbered: Iterator[tuple[int, Given]],
    crew: list[_Helper],
) -> Iterator[Made]:
    begun: dict[_Helper, tuple[int, Given]] = {}
    made: dict[int, Made] = {}
    turn = 0
    while True:
        for helper in crew:
            if helper.fit and helper not in begun and len(made) < _AHEAD * len(crew):
                for one in numbered:
                    begun[helper] = one
                    helper.begin(one[1])
                    break
        if not begun:
            break
        for helper in _answering(begun):
            number, thing = begun.pop(helper)
            answer = helper.answer()
            made[number] = work(thing) if answer is None else answer[0]
        while turn in made:
            yield made.pop(turn)
            turn += 1
    yield from (work(thing) for _, thing in numbered)  # no helper is left


def _answering(helpers: Iterable[_Helper]) -> list[_Helper]:
    pipes = {helper.pipe: helper for helper in helpers}
    # A Ctrl-C just before a wait begins is seen only when it ends.
    while not (ready := wait(pipes, timeout=_LOOK_SECONDS)):
        pass
    return [helper for pipe, helper in pipes.items() if pipe in ready]


def _crew(work: Callable[[Any], Any], processes: int) -> list[_Helper]:
    crew: list[_Helper] = []
    for _ in range(processes):
        try:
            crew.append(_Helper(work))
        except OSError as err:
            _LOG.info("a further process cannot start: %s", err)
            break
    return crew


class _Helper:
    """A further process, tied to this one by a pipe; it ends when this one has."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        # Spawned, not forked: a fork takes along the threads' locks of this process.
        context = multiprocessing.get_context("spawn")
        self.fit = True
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_help, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, thing: object) -> None:
        """Hand it something to do."""
        try:
            self.pipe.send(thing)
        except OSError as err:  # it ended; so will the answer
            _LOG.info("a further process ended: %s", err)

    def answer(self) -> tuple[Any] | None:
        """What it made; None: nothing, it failed or ended."""
        try:
            made: tuple[Any] | None = self.pipe.recv()
        except (EOFError, OSError) as err:
            _LOG.info("a further process ended: %s", err)
            self.fit = False
            return None
        return made

    def end(self) -> None:
        """End it; what it is at is left."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(_END_SECONDS)


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)  # in the middle of the work: nobody asks for it any more


def _help(pipe: Connection, work: Callable[[Any], Any]) -> None:
    # Ctrl-C goes to every process of a terminal; the first one says when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    while True:
        try:
            thing = pipe.recv()
        except EOFError:
            return
        try:
            made: tuple[Any] | None = (work(thing),)
        except Exception:  # noqa: BLE001 (it is done again, where it can be told)
            _LOG.info("the work failed in a further process", exc_info=True)
            made = None
        try:
            pipe.send(made)
        except OSError:  # the first process is gone
            return
