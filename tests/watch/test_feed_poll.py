"""Asking a feed: what is new, what is remembered, what goes wrong."""

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from watch.feed_site import (
    body,
    bomb,
    dripping,
    endless,
    item,
    moved,
    not_modified_when,
    rss,
    send,
    status,
    truncated,
    typed,
)

from synoptic.read import ReadOptions
from synoptic.read.feeds.poll import poll
from synoptic.read.feeds.state import FeedState

LOCAL = ReadOptions(allow_private=True, timeout_seconds=5)
NOW = datetime(2024, 3, 3, 12, 0, tzinfo=UTC)
EVERY = timedelta(minutes=5)


def ask(site, path="/rss", state=None, *, now=NOW, options=LOCAL):
    state = state or FeedState.new(site.url + path)
    return poll(state, options=options, every=EVERY, now=now)


def handle_all(polled):
    state = polled.state
    for entry in polled.entries:
        state = state.handled(entry, stored=True)
    return state


def test_the_entries_of_a_feed_are_new_once(site):
    site.answers["/rss"] = rss(item(1, "/1"), item(2, "/2"))
    first = ask(site)
    assert [e.link for e in first.entries] == [f"{site.url}/1", f"{site.url}/2"]
    state = handle_all(first)
    site.answers["/rss"] = rss(item(3, "/3"), item(1, "/1"), item(2, "/2"))
    second = ask(site, state=state)
    assert [e.title for e in second.entries] == ["Report 3 from the port"]
    assert second.state.n_entries == 3


def test_an_entry_that_is_printed_otherwise_comes_again(site):
    site.answers["/rss"] = rss(item(1, "/1", text="The bridge is shut."))
    state = handle_all(ask(site))
    site.answers["/rss"] = rss(item(1, "/1", text="<b>The bridge</b> is shut."))
    assert not ask(site, state=state).entries
    site.answers["/rss"] = rss(item(1, "/1", text="The bridge is open again."))
    assert len(ask(site, state=state).entries) == 1


def test_what_the_server_remembers_by_is_sent_back(site):
    site.answers["/rss"] = not_modified_when(rss(item(1, "/1")), '"v1"')
    first = ask(site)
    assert first.state.etag == '"v1"'
    second = ask(site, state=handle_all(first))
    assert second.feed is None
    assert not second.entries
    assert second.state.failures == 0
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'


def test_state_goes_through_json_and_holds_no_text(site):
    site.answers["/rss"] = rss(item(1, "/1", text=body(1)))
    state = handle_all(ask(site))
    line = json.dumps(state.as_record())
    assert FeedState.from_record(json.loads(line)) == state
    assert "harbour" not in line
    assert "Report 1" not in line


def test_a_feed_that_moved_for_good_is_asked_there_from_then_on(site):
    site.answers["/old"] = moved(301, "/new")
    site.answers["/new"] = moved(302, "/now")
    site.answers["/now"] = rss(item(1, "/1"))
    state = ask(site, "/old").state
    assert (state.url, state.address) == (f"{site.url}/old", f"{site.url}/new")
    ask(site, state=state)
    assert site.n_asked("/old") == 1


def test_a_feed_that_moved_to_what_is_no_feed_stays_where_it_was(site):
    site.answers["/old"] = moved(301, "/login")
    site.answers["/login"] = "<html><body>Sign in</body></html>"
    state = ask(site, "/old").state
    assert state.address == f"{site.url}/old"
    assert state.last_error[0] == "not-a-feed"


def test_a_feed_that_is_gone_is_not_asked_again(site):
    site.answers["/rss"] = status(410)
    state = ask(site).state
    assert state.gone
    assert state.next_try_at is None


def test_failures_are_waited_out_longer_each_time(site):
    site.answers["/rss"] = status(500)
    state, waits = FeedState.new(f"{site.url}/rss"), []
    for _ in range(12):
        state = ask(site, state=state).state
        waits.append((state.due_at() - NOW).total_seconds() / 60)
    assert waits[0] < waits[1] < waits[4]
    assert 5 <= waits[0] <= 6
    assert waits[-1] <= 24 * 60 * 1.1
    site.answers["/rss"] = rss(item(1, "/1"))
    assert ask(site, state=state).state.failures == 0


def test_a_feed_that_was_well_this_week_is_asked_every_hour(site):
    site.answers["/rss"] = rss(item(1, "/1"))
    state = ask(site).state
    site.answers["/rss"] = status(500)
    for _ in range(12):
        state = ask(site, state=state, now=NOW + timedelta(days=6)).state
    wait = state.due_at() - NOW - timedelta(days=6)
    assert timedelta(hours=1) <= wait <= timedelta(hours=1.1)
    later = ask(site, state=state, now=NOW + timedelta(days=9)).state
    assert later.due_at() - NOW - timedelta(days=9) >= timedelta(hours=24)


@pytest.mark.parametrize(
    "stated", ["7200", "Sun, 03 Mar 2024 14:00:00 GMT", "Sun, 03 Mar 2024 14:00:00"]
)
def test_a_server_that_asks_for_time_gets_it(site, stated):
    site.answers["/rss"] = status(503, Retry_After=stated)
    wait = ask(site).state.due_at() - NOW
    assert timedelta(hours=2) <= wait <= timedelta(hours=2.3)


@pytest.mark.parametrize("stated", ["soon", "-5", "", "9" * 40])
def test_odd_requests_for_time_do_no_harm(site, stated):
    site.answers["/rss"] = status(429, Retry_After=stated)
    wait = ask(site).state.due_at() - NOW
    assert timedelta(minutes=5) <= wait <= timedelta(days=8)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (truncated(rss(item(1, "/1"))), "truncated"),
        (status(404), "fetch-failed"),
        (moved(302, "/rss"), "fetch-failed"),
        (moved(302, "http://[::1"), "bad-address"),
        (moved(302, "file:///etc/hostname"), "bad-address"),
        (bomb, "too-large"),
        (endless, "too-large"),
        ("<html><body>no feed</body></html>", "not-a-feed"),
        ("", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(900), "binary"),
        ("just words", "not-a-feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', "not-a-feed"),
        ("{", "bad-json"),
    ],
)
def test_what_goes_wrong_is_in_the_state(site, answer, code):
    site.answers["/rss"] = answer
    feed, entries, state = ask(site)
    assert (feed, entries) == (None, ())
    assert state.last_error[0] == code
    assert state.failures == 1


def test_a_server_that_drips_is_left_at_the_deadline(site):
    site.answers["/rss"] = dripping
    state = ask(site, options=replace(LOCAL, timeout_seconds=0.6)).state
    assert state.last_error[0] == "fetch-failed"


def test_a_page_in_place_of_a_feed_names_its_feed(site):
    site.answers["/"] = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss">'
        "</head></html>"
    )
    assert f"{site.url}/rss" in ask(site, "/").state.last_error[1]


@pytest.mark.parametrize(
    "data",
    [
        rss(item(1, "/1", text="Müller “said”")).encode("cp1252"),
        rss(item(1, "/1", text="Müller “said”")).encode("utf-16"),
        gzip.compress(rss(item(1, "/1", text="Müller “said”")).encode()),
        rss(item(1, "/1", text="Müller “said”")).replace("utf-8", "latin-1").encode(),
    ],
)
def test_feeds_in_the_wrong_encoding_and_type_are_read(site, data):
    site.answers["/rss"] = typed(data, "text/plain; charset=us-ascii")
    (entry,) = ask(site).entries
    assert entry.content == "Müller “said”"


def test_a_broken_feed_is_read_as_far_as_it_goes(site):
    site.answers["/rss"] = rss(item(1, "/1"), item(2, "/2"))[:-80]
    assert len(ask(site).entries) >= 1


def test_private_addresses_are_refused_at_the_first_and_after_a_redirect(site):
    closed = ReadOptions(timeout_seconds=5)
    site.answers["/rss"] = rss(item(1, "/1"))
    assert ask(site, options=closed).state.last_error[0] == "private-address"
    assert not site.asked


def test_the_memory_of_a_feed_does_not_grow(site):
    state = FeedState.new(f"{site.url}/rss")
    for start in range(0, 900, 30):
        listed = [item(n, f"/{n}") for n in range(start, start + 30)]
        site.answers["/rss"] = rss(*listed)
        state = handle_all(ask(site, state=state))
    assert len(state.seen) <= 200
    assert not ask(site, state=state).entries


def test_an_entry_is_given_up_after_five_tries(site):
    site.answers["/rss"] = not_modified_when(rss(item(1, "/1")), '"v1"')
    state = FeedState.new(f"{site.url}/rss")
    for _ in range(5):
        _, (entry,), state = ask(site, state=state)
        state = state.not_read(entry, "fetch-failed", "No.", again=True)
    assert state.n_not_read == 1
    assert not ask(site, state=state).entries


def test_one_entry_listed_twice_comes_once(site):
    site.answers["/rss"] = rss(item(1, "/1"), item(1, "/1"))
    assert len(ask(site).entries) == 1


def test_a_feed_without_times_and_links_is_read(site):
    site.answers["/rss"] = lambda h: send(
        h,
        200,
        "<rss version='2.0'><channel><item><title>Bare</title></item></channel></rss>",
    )
    (entry,) = ask(site).entries
    assert (entry.key, entry.link, entry.published_at) == ("Bare", None, None)
