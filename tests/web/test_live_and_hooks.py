"""What open pages and hooks are told."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from web_desk import OTHER, PAPER, WIRE, add, read_story, story_ids, wait_for

from synoptic.api.hooks import Hooks, post, signature
from synoptic.api.settings import Hook
from synoptic.errors import NotReadable


@contextmanager
def listener(*statuses):
    """A server on this machine that answers with these, the last again and again."""
    heard, left = [], list(statuses or [200])

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((dict(self.headers), body))
            self.send_response(left.pop(0) if len(left) > 1 else left[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def hooks():
    opened = []

    def make(*given, **settings):
        counted = []
        made = Hooks(
            given, count=counted.append, waits_seconds=(0.01, 0.01), **settings
        )
        opened.append(made)
        return made, counted

    yield make
    for each in opened:
        each.close()


def events(heard):
    return [json.loads(body)["event"] for _, body in heard]


def test_story_and_differences_are_told_once(open_desk, where):
    with listener() as (url, heard):
        settings = {
            "hooks": (Hook(url, "s3cret"),),
            "allow_private": True,
            "public_url": "https://desk.example.org",
        }
        client = open_desk(WIRE, PAPER, **settings)
        (story,) = story_ids(client)
        read_story(client, story)
        wait_for(lambda: len(events(heard)) >= 3)
        assert sorted(set(events(heard))) == [
            "different-figures",
            "different-words",
            "new-story",
        ]
        told = [json.loads(body) for _, body in heard]
        assert all(
            t["story"]["url"] == f"https://desk.example.org/stories/{story}"
            for t in told
        )
        words = next(t for t in told if t["event"] == "different-words")
        assert "“12”" in words["finding"]["text"]
        ids = [t["finding"]["id"] for t in told if "finding" in t]
        assert len(ids) == len(set(ids))
        add(client, text=OTHER)
        wait_for(lambda: events(heard).count("new-story") == 2)


def test_message_is_signed():
    with listener() as (url, heard):
        post(Hook(url, "s3cret"), b'{"a":1}', allow_private=True)
    headers, body = heard[0]
    at, mac = (
        part.split("=")[1] for part in headers["X-Synoptic-Signature"].split(",")
    )
    right = hmac.new(b"s3cret", f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert mac == right
    assert signature("s3cret", body, int(at)) == headers["X-Synoptic-Signature"]


def test_message_is_tried_again(hooks):
    with listener(503, 500, 204) as (url, heard):
        made, counted = hooks(Hook(url), allow_private=True)
        made.tell("new-story", {"story": {}})
        wait_for(lambda: "sent" in counted)
        assert counted == ["tried", "tried", "sent"]
        assert len({body for _, body in heard}) == 1


def test_message_is_given_up_in_the_end(hooks):
    with listener(500) as (url, heard):
        made, counted = hooks(Hook(url), allow_private=True)
        made.tell("new-story", {"story": {}})
        wait_for(lambda: "given-up" in counted)
        assert len(heard) == 3


def test_only_wanted_events_are_told(hooks):
    with listener() as (url, heard):
        made, counted = hooks(Hook(url, "", ("different-words",)), allow_private=True)
        made.tell("new-story", {})
        made.tell("different-words", {})
        wait_for(lambda: counted)
        assert events(heard) == ["different-words"]


def test_private_address_is_told_nothing_unless_allowed(hooks):
    with listener() as (url, heard):
        made, counted = hooks(Hook(url), allow_private=False)
        made.tell("new-story", {})
        wait_for(lambda: counted)
        assert counted == ["given-up"]
        assert heard == []
    with pytest.raises(NotReadable) as refused:
        post(Hook("http://localhost/x"), b"{}", allow_private=False)
    assert refused.value.code == "private-address"


def test_open_page_is_told_of_new_reports_and_of_what_was_read(open_desk):
    client = open_desk(WIRE)
    live = client.app.state.desk.live
    heard = []

    async def listen():
        async for line in live.messages(0):
            heard.append(line)  # noqa: PERF401 (it is looked at meanwhile)

    loop = live._loop
    task = asyncio.run_coroutine_threadsafe(listen(), loop)
    wait_for(lambda: heard)
    add(client, text=PAPER)
    wait_for(lambda: any("event: report" in line for line in heard))
    wait_for(lambda: any("event: read" in line for line in heard))
    told = next(line for line in heard if "event: report" in line)
    data = json.loads(told.split("data: ")[1])
    assert data["story"] in (None, *story_ids(client))
    assert "Ferry" not in told
    assert live.n_pages == 1
    task.cancel()
    wait_for(lambda: live.n_pages == 0)


def test_page_that_was_away_hears_what_it_missed(open_desk):
    client = open_desk(WIRE)
    live = client.app.state.desk.live
    wait_for(lambda: live._at > 1)

    async def first():
        lines = live.messages(1)
        await anext(lines)
        line = await anext(lines)
        await lines.aclose()
        return line

    line = asyncio.run_coroutine_threadsafe(first(), live._loop).result(10)
    assert line.startswith("id: ")


def test_story_that_cannot_be_read_says_so(open_desk, monkeypatch):
    from synoptic.errors import NothingToCompare
    from synoptic.web import server

    def fail(_task):
        raise NothingToCompare("the reports <b>are</b> gone")

    monkeypatch.setattr(server, "make", fail)
    client = open_desk(WIRE, PAPER)
    (story,) = story_ids(client)
    client.get(f"/stories/{story}")
    page = wait_for(
        lambda: (
            (p := client.get(f"/stories/{story}").text)
            and "could not be compared" in p
            and p
        )
    )
    assert "are&lt;/b&gt; gone" in page
    assert client.get(f"/api/v1/stories/{story}/collation").status_code == 422


def test_log_holds_no_words_of_reports_or_searches(open_desk, caplog):
    import logging

    from synoptic.api.observed import JsonLines

    caplog.set_level(logging.INFO, logger="synoptic")
    client = open_desk(WIRE, PAPER)
    (story,) = story_ids(client)
    read_story(client, story)
    client.get("/search", params={"q": "thirteenth"})
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any(json.loads(line).get("route") == "/search" for line in lines)
    assert any(json.loads(line)["what"] == "story read" for line in lines)
    whole = "\n".join(lines).lower()
    assert "thirteenth" not in whole
    assert "ferry" not in whole
