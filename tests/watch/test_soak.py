"""Ten thousand reports through a watcher, from a site where much goes wrong."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections import Counter, deque
from datetime import timedelta
from pathlib import Path

import pytest
from watch.feed_site import body, bomb, item, page, rss, send

from synoptic.app import watch
from synoptic.app.watch import Watcher, WatchSettings, feed_states, subscribe
from synoptic.app.workspace import open_workspace
from synoptic.read import ReadOptions

N_FEEDS, N_NEW, N_LISTED = 20, 5, 40
MAX_GROWTH_BYTES = 48 << 20


class FaultySite:
    """Feeds that move on with every good answer; each report has a fault or none.

    The fault of a report hangs on its number alone, so that what is to come in is
    known beforehand.
    """

    def __init__(self, site, n_reports):
        self.site = site
        self.n_each = n_reports // N_FEEDS
        self.n_answers = Counter()
        self.n_asked = Counter()
        self.lock = threading.Lock()
        site.asked = deque(maxlen=10)
        site.fallback = self.answer

    def answer(self, path):
        parts = path.strip("/").split("/")
        if parts[0] == "feed":
            return self.feed(int(parts[1]), moved=len(parts) > 2)
        if parts[0] == "old":
            return redirect(f"/page/{parts[1]}")
        if parts[0] == "page":
            return self.page(int(parts[1]))
        return None

    def count(self, name):
        with self.lock:
            self.n_asked[name] += 1
            return self.n_asked[name]

    def feed(self, feed, *, moved):
        n_asked = self.count(("feed", feed))
        if feed == 3 and not moved:
            return redirect(f"/feed/{feed}/new")
        if n_asked % 7 == feed % 7:
            return failing if n_asked % 2 else cut_off(self.listing(feed))
        with self.lock:
            self.n_answers[feed] += 1
        encoding = "cp1252" if feed % 5 == 0 else "utf-8"
        return self.listing(feed).encode(encoding)

    def listing(self, feed):
        end = min(self.n_each, N_NEW * (self.n_answers[feed] + 1))
        numbers = [feed * self.n_each + n for n in range(max(0, end - N_LISTED), end)]
        if feed % 4 == 1:  # lists some of its neighbour's reports too
            numbers += [number - self.n_each for number in numbers[-3:]]
        return rss(*[self.entry(number) for number in numbers])

    def entry(self, number):
        kind = fault(number)
        text = body(number, 200) if kind == "full" else "Only the beginning – and ..."
        return item(number, self.link(number), text=text)

    def link(self, number):
        where = "old" if fault(number) == "moved" else "page"
        return f"{self.site.url}/{where}/{number}"

    def page(self, number):
        kind, data = fault(number), page(number)
        n_asked = self.count(number)
        if kind == "flaky" and n_asked <= 2:
            return failing
        if kind == "cut" and n_asked <= 1:
            return cut_off(data)
        if kind == "slow":
            return slow(data)
        if kind == "encoding":
            return (
                page(number, n_words=70)
                .replace("port.", "pört – “x”.")
                .encode("cp1252")
            )
        if kind == "bomb":
            return bomb
        if kind == "none":
            return None
        if kind == "script":
            return "<html><script>x()</script></html>"
        return data

    def good(self):
        """The addresses of all reports that are to be there in the end."""
        bad = {"bomb", "none", "script"}
        numbers = range(N_FEEDS * self.n_each)
        return {
            f"{self.site.url}/page/{number}"
            for number in numbers
            if fault(number) not in bad
        }

    @property
    def is_at_end(self):
        n_answers = -(-self.n_each // N_NEW) + 6
        return all(self.n_answers[feed] >= n_answers for feed in range(N_FEEDS))


FAULTS = {
    3: "flaky",
    17: "cut",
    29: "slow",
    41: "moved",
    53: "encoding",
    67: "script",
    79: "none",
    97: "full",
}


def fault(number):
    place = number * 61 % 100
    if number % 2003 == 7:
        return "bomb"
    return FAULTS.get(place, "full" if place > 55 and place % 2 else "")


def redirect(to):
    return lambda handler: send(handler, 301, b"", Location=to)


def failing(handler):
    send(handler, 500, b"no")


def cut_off(data):
    data = data.encode()
    return lambda handler: send(handler, 200, data, cut=len(data) // 3)


def slow(data):
    def answer(handler):
        time.sleep(0.05)
        send(handler, 200, data)

    return answer


def resident_bytes():
    gc.collect()
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def soak(site, folder, n_reports):
    """Watch the faulty site to its end; what was kept, and memory on the way."""
    faulty = FaultySite(site, n_reports)
    memory = []
    with open_workspace(folder / "desk.db", create=True) as workspace:
        addresses = [f"{site.url}/feed/{feed}" for feed in range(N_FEEDS)]
        subscribe(workspace, [*addresses, f"{site.url}/nothing/here"])
        watcher = Watcher(
            workspace,
            WatchSettings(
                every=timedelta(seconds=0.01),
                delay_seconds=0,
                n_threads=4,
                reading=ReadOptions(
                    allow_private=True, timeout_seconds=10, max_bytes=1_000_000
                ),
            ),
        )
        thread = threading.Thread(target=watcher.run)
        thread.start()
        try:
            while not faulty.is_at_end and thread.is_alive():
                time.sleep(0.5)
                memory.append((workspace.n_reports(), resident_bytes()))
        finally:
            watcher.stop()
            thread.join(120)
        Watcher(workspace, watcher._settings).run(once=True)
        kept = Counter(report.url for report in workspace.reports())
        states = feed_states(workspace)
    return faulty, kept, states, memory


def check(faulty, kept, states):
    assert {url for url, n in kept.items() if n > 1} == set()
    missing = faulty.good() - kept.keys()
    assert not missing, (len(missing), sorted(missing)[:5])
    assert set(kept) == faulty.good()
    by_url = {state.url.split("/", 3)[3]: state for state in states}
    assert by_url["feed/3"].address.endswith("/feed/3/new")
    assert by_url["nothing/here"].failures > 1


@pytest.fixture
def no_grouping(monkeypatch):
    """Grouping has tests of its own; here it would read a week again and again."""
    monkeypatch.setattr(watch, "place_reports", lambda workspace, names: ())


def test_every_good_report_of_a_faulty_site_is_kept_once(site, tmp_path, no_grouping):
    faulty, kept, states, _ = soak(site, tmp_path, 400)
    check(faulty, kept, states)


@pytest.mark.slow
def test_ten_thousand_reports_in_flat_memory(site, tmp_path, no_grouping):
    faulty, kept, states, memory = soak(site, tmp_path, 10_000)
    check(faulty, kept, states)
    early = max(size for n, size in memory if n <= 2_500)
    late = max(size for n, size in memory if n > 7_500)
    assert late - early < MAX_GROWTH_BYTES, (early, late)
