"""Stories are read in a process beside the server, whatever happens to it."""

from __future__ import annotations

import multiprocessing

import pytest
from web_desk import echo, wait_for

from synoptic.api.reading import ReadingRoom, Task


class Nothing:
    """A workspace that has kept nothing."""

    def cached(self, _key):
        return None


@pytest.fixture
def room():
    done = []
    made = ReadingRoom(
        Nothing(),
        make=echo,
        done=lambda task, _: done.append(task.story),
        workers="process",
    )
    made.heard = done
    yield made
    made.close()
    assert not [p for p in multiprocessing.active_children() if "synoptic" in p.name]


def task(story):
    return Task("desk.db", story, f"stamp-{story}", "", fast=True)


def test_process_is_started_again_when_it_ended(room):
    for story in ("one", "refused", "mistake", "killed", "two"):
        assert room.ask(task(story), urgent=False) == "reading"
    wait_for(lambda: len(room.heard) == 5)
    assert room.part(task("one"), "page") == b"one"
    assert room.part(task("two"), "page") == b"two"
    assert room.reason(task("refused")) == "nothing is there"
    assert "mistake in synoptic: ZeroDivisionError" in room.reason(task("mistake"))
    assert "too little memory" in room.reason(task("killed"))
    assert room.ask(task("killed"), urgent=True) == "failed"
    room.forget()
    assert room.part(task("one"), "page") is None
