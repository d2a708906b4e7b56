"""Feeds watched: what is kept, what survives, what stops nothing."""

import json
import threading
import time
from datetime import timedelta

import pytest
from watch.feed_site import (
    body,
    dripping,
    endless,
    first_failing,
    item,
    page,
    rss,
    status,
    truncated,
)

from synoptic.app import watch
from synoptic.app.watch import (
    Watcher,
    WatchSettings,
    addresses_of,
    feed_states,
    health_of,
    subscribe,
    unsubscribe,
)
from synoptic.app.workspace import open_workspace
from synoptic.errors import UsageError
from synoptic.read import ReadOptions

LOCAL = ReadOptions(allow_private=True, timeout_seconds=3, max_bytes=2_000_000)


def settings(**others):
    named = {
        "delay_seconds": 0,
        "reading": LOCAL,
        "every": timedelta(seconds=0.2),
        "group_seconds": 0.2,
        "n_threads": 4,
    }
    return WatchSettings(**(named | others))


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "desk.db", create=True) as opened:
        yield opened


def watch_once(workspace, events=None, **others):
    tell = None if events is None else events.append
    return Watcher(workspace, settings(**others), tell=tell).run(once=True)


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.05)


def test_what_feeds_bring_is_kept_once_and_put_into_stories(site, workspace):
    site.answers["/a"] = rss(item(1, "/1"), item(2, "/2"))
    site.answers["/b"] = rss(item(2, "/2"), item(3, "/3", text=body(3, 200)))
    for number in (1, 2):
        site.answers[f"/{number}"] = page(number)
    subscribe(workspace, [f"{site.url}/a", f"{site.url}/b"])
    totals = watch_once(workspace)
    assert totals["new"] == 3
    assert totals["known"] <= 1  # when two threads asked for it at one moment
    again = watch_once(workspace)
    assert not again["new"]
    assert {r.url[-1] for r in workspace.reports()} == {"1", "2", "3"}
    assert all(workspace.story_of(r.id) for r in workspace.reports())


def test_an_entry_of_two_feeds_is_fetched_once(site, workspace):
    for name in "abc":
        site.answers[f"/{name}"] = rss(item(1, f"{site.url}/1"))
    site.answers["/1"] = page(1)
    subscribe(workspace, [f"{site.url}/{name}" for name in "abc"])
    assert watch_once(workspace, n_threads=1)["new"] == 1
    assert site.n_asked("/1") == 1
    assert all(state.seen for state in feed_states(workspace))


def test_a_later_text_of_an_entry_is_a_version(site, workspace):
    site.answers["/a"] = rss(item(1, "/1"))
    site.answers["/1"] = page(1)
    subscribe(workspace, [f"{site.url}/a"])
    watch_once(workspace)
    site.answers["/a"] = rss(item(1, "/1", text="Another beginning ..."))
    site.answers["/1"] = page(1, n_words=90)
    assert watch_once(workspace)["versions"] == 1
    (first, second) = workspace.reports()
    assert first.series == second.series


def test_one_broken_feed_never_stops_the_others(site, workspace):
    site.answers |= {
        "/good": rss(item(1, "/1")),
        "/1": page(1),
        "/slow": dripping,
        "/endless": endless,
        "/cut": truncated(rss(item(2, "/2"))),
        "/error": status(500),
        "/odd": b"\xff\xfe\x00",
    }
    names = ["slow", "endless", "cut", "error", "odd", "none", "good"]
    subscribe(workspace, [f"{site.url}/{name}" for name in names])
    subscribe(workspace, ["https://no-such-host.invalid/rss", "http://[::1"])
    totals = watch_once(workspace)
    assert totals["new"] == 1
    assert totals["failed"] == 8
    states = {s.url.rsplit("/", 1)[-1]: s for s in feed_states(workspace)}
    assert states["good"].last_success_at
    assert states["slow"].last_error[0] == "fetch-failed"
    assert states["endless"].last_error[0] == "too-large"


@pytest.mark.parametrize(
    ("part", "totals"), [("report_of", (2, 1, 0)), ("poll", (1, 0, 1))]
)
def test_a_mistake_of_ours_costs_one_entry_or_one_feed(
    site, workspace, monkeypatch, part, totals
):
    from synoptic.app import watch_threads

    real = getattr(watch_threads, part)

    def failing(given, *args, **named):
        if getattr(given, "key", "guid-1") == "guid-1" and "/b" not in repr(given):
            raise ZeroDivisionError
        return real(given, *args, **named)

    monkeypatch.setattr(watch_threads, part, failing)
    site.answers["/a"] = rss(item(1, "/1"), item(3, "/3", text=body(3, 200)))
    site.answers["/b"] = rss(item(2, "/2", text=body(2, 200)))
    subscribe(workspace, [f"{site.url}/a", f"{site.url}/b"])
    came = watch_once(workspace)
    assert (came["new"], came["not_read"], came["failed"]) == totals


def test_a_page_that_failed_is_asked_for_again(site, workspace):
    site.answers["/a"] = rss(item(1, "/1"))
    site.answers["/1"] = first_failing(2, page(1))
    subscribe(workspace, [f"{site.url}/a"])
    assert [watch_once(workspace)["new"] for _ in range(4)] == [0, 0, 1, 0]
    (state,) = feed_states(workspace)
    assert (state.n_stored, state.n_not_read, state.last_not_read) == (1, 0, None)


def test_a_failed_feed_is_left_alone_until_its_time(site, workspace):
    site.answers["/a"] = status(503, Retry_After="3600")
    subscribe(workspace, [f"{site.url}/a"])
    watch_once(workspace)
    watch_once(workspace)
    assert site.n_asked("/a") == 1


def test_it_runs_until_it_is_stopped_and_takes_up_new_feeds(
    site, workspace, monkeypatch
):
    monkeypatch.setattr(watch, "_LOOK_AGAIN_SECONDS", 0.1)
    site.answers["/a"] = rss(item(1, "/1", text=body(1, 200)))
    site.answers["/b"] = rss(item(2, "/2", text=body(2, 200)))
    subscribe(workspace, [f"{site.url}/a"])
    watcher = Watcher(workspace, settings())
    thread = threading.Thread(target=watcher.run)
    thread.start()
    try:
        until(lambda: workspace.n_reports() == 1)
        subscribe(workspace, [f"{site.url}/b"])
        until(lambda: workspace.n_reports() == 2)
        site.answers["/a"] = rss(item(3, "/3", text=body(3, 200)))
        until(lambda: workspace.n_reports() == 3)
        assert unsubscribe(workspace, f"{site.url}/a")
        until(lambda: site.n_asked("/b") > 3)
    finally:
        watcher.stop()
        thread.join(10)
    assert not thread.is_alive()
    assert [s.url for s in feed_states(workspace)] == [f"{site.url}/b"]


def test_stopping_does_not_wait_for_slow_servers(site, workspace, monkeypatch):
    monkeypatch.setattr(watch, "_STOP_SECONDS", 0.5)
    site.answers["/slow"] = dripping
    site.answers["/a"] = rss(*[item(n, f"/{n}") for n in range(20)])
    site.fallback = lambda path: page(int(path[1:])) if path[1:].isdigit() else None
    subscribe(workspace, [f"{site.url}/a", f"{site.url}/slow"])
    slow = settings(reading=ReadOptions(allow_private=True, timeout_seconds=60))
    watcher = Watcher(workspace, slow)
    thread = threading.Thread(target=watcher.run)
    thread.start()
    until(lambda: workspace.n_reports() >= 1)
    watcher.stop()
    thread.join(15)
    assert not thread.is_alive()
    kept = workspace.n_reports()
    totals = watch_once(workspace)
    assert kept + totals["new"] == 20


def test_an_end_between_report_and_state_keeps_nothing_twice(site, workspace):
    site.answers["/a"] = rss(*[item(n, f"/{n}") for n in range(5)])
    site.fallback = lambda path: page(int(path[1:])) if path[1:].isdigit() else None
    subscribe(workspace, [f"{site.url}/a"])
    watcher = Watcher(workspace, settings())
    real, left = workspace.add, [3]

    def add(report):
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(report)

    workspace.add = add
    with pytest.raises(KeyboardInterrupt):
        watcher.run(once=True)
    workspace.add = real
    assert workspace.n_reports() == 3
    totals = watch_once(workspace)
    assert (totals["new"], totals["known"]) == (2, 3)
    assert all(workspace.story_of(r.id) for r in workspace.reports())


def test_a_report_that_was_kept_and_not_grouped_is_grouped_later(site, workspace):
    site.answers["/a"] = rss(item(1, "/1", text=body(1, 200)))
    subscribe(workspace, [f"{site.url}/a"])
    watch_once(workspace)
    (report,) = workspace.reports()
    workspace.remove(report.id)
    workspace.add(report, again=True)
    assert workspace.story_of(report.id) is None
    workspace.drop_feed(f"{site.url}/a")
    subscribe(workspace, [f"{site.url}/a"])
    assert watch_once(workspace)["known"] == 1
    assert workspace.story_of(report.id)


def test_the_state_of_a_long_feed_is_kept_on_the_way(site, workspace):
    site.answers["/a"] = rss(*[item(n, f"/{n}", text=body(n, 200)) for n in range(50)])
    subscribe(workspace, [f"{site.url}/a"])
    kept, real = [], workspace.put_feed

    def put_feed(record):
        kept.append(len(record["seen"]))
        real(record)

    workspace.put_feed = put_feed
    watch_once(workspace)
    assert kept == [19, 39, 50]


def test_events_and_health_hold_no_text(site, workspace):
    site.answers["/a"] = rss(item(1, "/1"), item(2, "/2"), item(3, "/3"))
    site.answers["/1"] = page(1)
    site.answers["/2"] = status(404)
    site.answers["/3"] = "<html><script>x()</script></html>"
    subscribe(workspace, [f"{site.url}/a", f"{site.url}/none"])
    events = []
    watch_once(workspace, events)
    kinds = [event.kind for event in events]
    assert kinds[0] == "started"
    assert kinds[-1] == "stopped"
    assert kinds.count("not-read") == 2
    assert {"read", "failed", "grouped"} <= set(kinds)
    told = json.dumps([e.as_record() for e in events])
    told += "".join(e.as_line() for e in events)
    told += json.dumps([health_of(state) for state in feed_states(workspace)])
    assert "harbour" not in told
    assert "from the port" not in told


def test_feeds_are_named_by_address_or_by_file(tmp_path):
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline xmlUrl="https://a.example/rss"/>'
        '<outline text="x"><outline xmlUrl="https://b.example/rss"/></outline>'
        "</body></opml>"
    )
    named = ["https://b.example/rss", str(path)]
    assert addresses_of(named) == ("https://b.example/rss", "https://a.example/rss")


@pytest.mark.parametrize("source", ["no-such-file.opml", "ftp://a.example/", "\0"])
def test_what_is_no_feed_is_a_usage_error(source):
    with pytest.raises(UsageError):
        addresses_of([source])


def test_a_file_that_lists_no_feed_is_a_usage_error(tmp_path):
    path = tmp_path / "a.opml"
    path.write_text("<opml><body/></opml>")
    with pytest.raises(UsageError, match="lists no feed"):
        addresses_of([str(path)])
