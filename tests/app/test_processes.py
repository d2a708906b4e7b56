"""Work in several processes: order, helpers that fail, and their end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from synoptic.app.processes import in_processes

# What a helper is given here is Python to evaluate: it can import no test module.
PID = "__import__('os').getpid()"
NAP = "__import__('time').sleep(0.5)"
LONG = "__import__('time').sleep(50)"
FURTHER = "__import__('multiprocessing').parent_process()"
DIES = f"__import__('os')._exit(3) if {FURTHER} else 'done here'"

# Tests begun in the background of a shell hand down that Ctrl-C is ignored.
SCRIPT = f"""
import signal
from synoptic.app.processes import in_processes

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    given = ["{PID}", "{PID}", *["{LONG}"] * 100]
    for pid in in_processes(eval, given, processes=2):
        print(pid, flush=True)
"""


def worked(*given: str, processes: int = 2) -> list[object]:
    return list(in_processes(eval, given, processes=processes))


def test_others_do_the_work_and_the_order_is_kept():
    slow_first = f"{NAP} or 'first'"
    found = worked(slow_first, "'second'", PID, PID, processes=2)
    assert found[:2] == ["first", "second"]
    assert os.getpid() not in found


def test_one_process_does_it_all_itself():
    assert worked(PID, PID, processes=1) == [os.getpid()] * 2


def test_what_an_ended_helper_leaves_is_done_here():
    assert worked(DIES, "1", DIES, "2", DIES, "3") == [
        "done here",
        1,
        "done here",
        2,
        "done here",
        3,
    ]


def test_where_no_process_can_start_it_is_done_here(monkeypatch):
    def refused(*_args, **_named):
        raise BlockingIOError("no more processes")

    context = multiprocessing.get_context("spawn")
    monkeypatch.setattr(context.Process, "start", refused)
    assert worked(PID, PID, PID) == [os.getpid()] * 3


def test_an_error_of_the_work_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        worked("1", "1 / 0", "2")


def test_who_stops_asking_ends_the_helpers():
    asked = in_processes(eval, ["1", LONG, LONG, LONG], processes=2)
    assert next(asked) == 1
    assert multiprocessing.active_children()
    asked.close()
    assert not multiprocessing.active_children()


@pytest.fixture
def running(tmp_path):
    """A script that works in two further processes, and their ids."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as first:
        yield first, [int(first.stdout.readline()) for _ in range(2)]
        first.kill()


def gone(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if is_zombie(pid):
            return True  # whoever inherited it does not collect its dead
        time.sleep(0.2)
    return False


def is_zombie(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_helpers_do_not_outlive_a_killed_process(running):
    first, helpers = running
    first.kill()
    assert all(map(gone, helpers))


def test_ctrl_c_ends_them_all_and_only_one_speaks(running):
    first, helpers = running
    os.killpg(first.pid, signal.SIGINT)
    _, told = first.communicate(timeout=30)
    assert all(map(gone, helpers))
    assert told.count(b"Traceback") == 1
    assert told.rstrip().endswith(b"KeyboardInterrupt")
