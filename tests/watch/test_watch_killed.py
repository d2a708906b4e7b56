"""A watcher killed again and again, as by a power cut."""

import subprocess
import sys
import time
from collections import Counter

import pytest
from watch.feed_site import item, page, rss

from synoptic.app.watch import feed_states, subscribe
from synoptic.app.workspace import open_workspace

N_REPORTS, N_KILLS = 60, 6

# What the command does, with feeds on this machine allowed.
WATCH = """
import sys
from datetime import timedelta
from synoptic.app.watch import Watcher, WatchSettings
from synoptic.app.workspace import open_workspace
from synoptic.read import ReadOptions
reading = ReadOptions(allow_private=True, timeout_seconds=5)
settings = WatchSettings(
    reading=reading, delay_seconds=0.02, every=timedelta(seconds=1), group_seconds=0.3
)
with open_workspace(sys.argv[1]) as workspace:
    print("open", flush=True)
    Watcher(workspace, settings).run(once=sys.argv[2] == "once")
"""


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_by_being_killed(site, tmp_path):
    site.answers["/rss"] = rss(*[item(n, f"/{n}") for n in range(N_REPORTS)])
    site.fallback = lambda path: page(int(path[1:])) if path[1:].isdigit() else None
    where = tmp_path / "desk.db"
    with open_workspace(where, create=True) as workspace:
        subscribe(workspace, [f"{site.url}/rss"])
        for kill in range(N_KILLS):
            with start(where, "on") as process:
                assert process.stdout.readline()
                before, end = workspace.n_reports(), time.monotonic() + 30
                while workspace.n_reports() < min(before + 7, N_REPORTS):
                    assert time.monotonic() < end
                    time.sleep(0.01)
                time.sleep(kill * 0.07)
                process.kill()
        with start(where, "once") as process:
            assert process.wait(60) == 0
        kept = Counter(report.url for report in workspace.reports())
        assert len(kept) == N_REPORTS
        assert set(kept.values()) == {1}
        assert all(workspace.story_of(r.id) for r in workspace.reports())
        assert feed_states(workspace)[0].n_entries == N_REPORTS
        assert not [trouble for trouble in workspace.doctor() if trouble.grave]


def start(where, how):
    return subprocess.Popen(
        [sys.executable, "-c", WATCH, str(where), how], stdout=subprocess.PIPE
    )
