"""`synoptic watch` and `synoptic feeds`."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from typer.testing import CliRunner
from watch.feed_site import body, item, rss, status

from synoptic.app import watch as watching
from synoptic.cli import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command, with feeds on this machine allowed."""
    monkeypatch.chdir(tmp_path)
    real = watching.WatchSettings

    def local(**named):
        reading = replace(named["reading"], allow_private=True)
        return real(**(named | {"reading": reading, "delay_seconds": 0}))

    monkeypatch.setattr(watching, "WatchSettings", local)
    return lambda *words: CliRunner().invoke(app, words)


def test_once_keeps_what_the_feeds_bring(site, run):
    site.answers["/rss"] = rss(item(1, "/1", text=body(1, 200)))
    done = run("watch", f"{site.url}/rss", "--once", "--log", "json")
    assert done.exit_code == 0, done.output
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [e["event"] for e in events] == ["started", "read", "grouped", "stopped"]
    assert events[1]["new"] == 1
    listed = json.loads(run("feeds", "--json").stdout)["feeds"]
    assert [feed["n_stored"] for feed in listed] == [1]
    assert "1 entries" in run("feeds").stdout
    assert run("watch", "--once").exit_code == 0


def test_once_ends_with_3_when_a_feed_could_not_be_read(site, run):
    site.answers["/rss"] = status(500)
    done = run("watch", f"{site.url}/rss", "--once")
    assert done.exit_code == 3
    assert "could not be read" in done.stderr
    assert "answered 500" in run("feeds").stdout


def test_a_feed_is_removed_by_its_address(site, run):
    site.answers["/rss"] = rss(item(1, "/1", text=body(1, 200)))
    run("watch", f"{site.url}/rss", "--once")
    assert run("feeds", "--remove", f"{site.url}/rss").exit_code == 0
    assert run("feeds", "--remove", f"{site.url}/rss").exit_code == 2
    assert run("watch", "--once").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["watch"],
        ["watch", "no-such-file.opml"],
        ["watch", "https://a.example/rss", "--every", "soon"],
        ["watch", "https://a.example/rss", "--every", "1s"],
        ["watch", "https://a.example/rss", "--log", "xml"],
    ],
)
def test_wrong_usage_is_told(run, words):
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_in_order(tmp_path, number):
    words = ["watch", "http://127.0.0.1:9/rss", "--log", "json"]
    with subprocess.Popen(
        [sys.executable, "-m", "synoptic", *words],
        cwd=tmp_path,
        env=os.environ | {"SYNOPTIC_WORKSPACE": str(tmp_path / "desk.db")},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            seen = ""
            while '"failed"' not in seen:
                seen = process.stderr.readline()
                assert seen, "it ended by itself"
            time.sleep(0.2)
            process.send_signal(number)
            rest = process.stderr.read()
            assert process.wait(timeout=30) == 0
        finally:
            process.kill()
    assert json.loads(seen)["code"] == "private-address"
    assert json.loads(rest.splitlines()[-1])["event"] == "stopped"
