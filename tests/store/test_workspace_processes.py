"""Several processes at once, and processes that are killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from made_reports import made_report

from synoptic.store import open_workspace

TESTS = str(__file__).rsplit("/store/", 1)[0]
WRITER = f"""
import sys
sys.path.insert(0, {TESTS!r})
from made_reports import made_report
from synoptic.store import open_workspace
place, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_workspace(place) as workspace:
    for number in range(first, last):
        workspace.add(made_report(number))
        workspace.keep(f"k{{number}}", b"x" * 2000, of=[made_report(number).id])
        print(number, flush=True)
"""


def writer(place, first, last):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place, str(first), str(last)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_write_and_read_at_once_and_nothing_is_lost(place):
    writers = [writer(place, n * 40, n * 40 + 60) for n in range(3)]  # overlapping
    with open_workspace(place) as workspace:
        while any(w.poll() is None for w in writers):
            workspace.search("notice")
            workspace.changes()
            workspace.put_feed({"url": "https://example.org/feed", "at": time.time()})
        for one in writers:
            said, failed = one.communicate()
            assert (one.returncode, failed) == (0, "")
            assert len(said.split()) == 60
        kept = [*workspace.reports()]
        assert {r.id for r in kept} == {made_report(n).id for n in range(140)}
        assert len(kept) == 140
        numbers = [e.number for e in workspace.changes() if e.kind == "report-new"]
        assert len(numbers) == 140
        assert workspace.search("notice").total == 140
        assert not any(trouble.grave for trouble in workspace.doctor())


def kill_again_and_again(place, times, seed):
    """Kill a writer at any moment; what it said is kept must be there, and whole."""
    dice = random.Random(seed)
    next_number, said = 0, 0
    with open_workspace(place):
        pass
    for _ in range(times):
        child = writer(place, next_number, next_number + 1000)
        wanted = dice.randrange(8)  # reports until it is killed
        for _ in range(wanted):
            child.stdout.readline()
        time.sleep(dice.random() * 0.01)
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read()  # `communicate` forgets what was read ahead
        child.communicate()
        done = wanted + len(rest.split("\n")) - 1
        said += done
        with open_workspace(place) as workspace:
            # PostgreSQL may still be at work on what the dead process asked for last;
            # writers queue, so that this waits for it.
            workspace.put_setting("seen", str(said))
            n_kept = workspace.n_reports()
            # One more may be safe than it had time to say.
            assert said <= n_kept <= said + 1
            said = n_kept
            next_number = n_kept
    with open_workspace(place) as workspace:
        assert not any(trouble.grave for trouble in workspace.doctor())
        for number, report in enumerate(sorted(workspace.reports(), key=_number)):
            assert report == made_report(number)
        assert workspace.search("notice").total == next_number


def _number(report):
    return int(report.path.split("-")[1][:-4])


def test_a_writer_that_is_killed_loses_nothing_it_had_kept(place):
    kill_again_and_again(place, 8, seed=place[-6:])


@pytest.mark.slow
def test_a_writer_that_is_killed_two_hundred_times(place):
    kill_again_and_again(place, 200, seed="two hundred")


def test_a_removal_that_is_killed_is_whole_or_not_at_all(tmp_path):
    place = str(tmp_path / "desk.db")
    with open_workspace(place) as workspace:
        for number in range(200):
            workspace.add(made_report(number))
        ids = [made_report(n).id for n in range(100)]
    code = (
        "import sys; from synoptic.store import open_workspace; "
        "w = open_workspace(sys.argv[1]); print(1, flush=True); w.remove(*sys.argv[2:])"
    )
    for pause in (0.0, 0.005, 0.02, 0.05):
        child = subprocess.Popen(
            [sys.executable, "-c", code, place, *ids], stdout=subprocess.PIPE
        )
        child.stdout.readline()
        time.sleep(pause)
        child.kill()
        child.communicate()
        with open_workspace(place) as workspace:
            assert workspace.n_reports() in (100, 200)
            assert not any(trouble.grave for trouble in workspace.doctor())
            if workspace.n_reports() == 100:
                assert workspace.mend()
                return
