"""Fifty readers of one server while reports come in: seconds until answers are there.

Run it on a quiet machine: `python benchmarks/serve_load.py --readers 50 --seconds 60`.
The server, the readers and the writer are three processes. Readers look at pages as
people do: today, a story, a report, a search, with a pause of one to three seconds. The
writer adds a report every second, as a watcher does. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import httpx

from synoptic import __version__
from synoptic.app.workspace import add_sources, open_workspace

SEED = 7
STORIES = 24
BIG = 30
OUTLETS = [
    f"The {name} Post" for name in "Ansel Brann Castra Dorrit Elm Farrow Gull".split()
]
PLACES = "Osk Hamm Tolm Urd Brinn Quell Sarn Merrow Selle Lantry Vost Arle".split()
THINGS = "bridge ferry mill orchard school tunnel library dam market lighthouse".split()


def event(number: int, *, sentences: int = 14) -> list[str]:
    """The sentences of an invented event."""
    chance = random.Random(SEED * 1000 + number)
    place, thing = chance.choice(PLACES), chance.choice(THINGS)
    lines = [
        f"The {thing} of {place} number {number} was closed on Tuesday for repair."
    ]
    for at in range(sentences):
        count = chance.randrange(12, 900)
        word = "".join(
            chance.choice("bdfklmnprst") + chance.choice("aeiou") for _ in range(4)
        )
        lines.append(
            f"About {count} {word} stones were counted near the {word} gate, said "
            f"keeper {word.title()} of {place} in note {at}."
        )
    return lines


def report(number: int, outlet: int) -> str:
    """One outlet's report of an event: most of its sentences."""
    chance = random.Random(SEED * 77 + number * 131 + outlet)
    head, *lines = event(number)
    kept = [line for line in lines if chance.random() < 0.8]
    name = f"The {OUTLETS[outlet % len(OUTLETS)]} {'Post' if outlet < 7 else 'News'}"
    day = 1 + number % 27
    return "\n\n".join([head.removesuffix("."), name, f"June {day}, 2026", head, *kept])


def fill(where: str) -> None:
    """Stories of three reports, and one of thirty."""
    with tempfile.TemporaryDirectory() as folder, open_workspace(where) as workspace:
        for number in range(STORIES):
            for outlet in range(BIG if number == 0 else 3):
                path = Path(folder) / f"{number:03}-{outlet:02}.txt"
                path.write_text(report(number, outlet), encoding="utf-8")
        add_sources(workspace, [folder], fast=True)


def write(address: str, seconds: float) -> None:
    """Add a report every second, as a watcher does."""
    end = time.monotonic() + seconds
    number = STORIES
    while time.monotonic() < end:
        data = json.dumps({"text": report(number, number % 5)}).encode()
        asked = urllib.request.Request(
            f"{address}/api/v1/reports", data, {"content-type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=60):
            pass
        number += 1
        time.sleep(1)


def read(address: str, readers: int, seconds: float, out: str) -> None:
    """Look at pages as people do, and write down how long each took."""
    found = asyncio.run(_all_read(address, readers, seconds))
    Path(out).write_text(json.dumps(found), encoding="utf-8")


async def _all_read(
    address: str, readers: int, seconds: float
) -> list[tuple[str, float, int]]:
    limits = httpx.Limits(max_connections=readers, max_keepalive_connections=readers)
    async with httpx.AsyncClient(
        base_url=address, timeout=60, limits=limits, headers={"accept": "text/html"}
    ) as client:
        today = (await client.get("/")).text
        stories = re.findall(r"/stories/[0-9a-f-]+", today)
        big = await _biggest(client)
        hits = (await client.get("/api/v1/search", params={"limit": 50})).json()["hits"]
        reports = [f"/reports/{hit['id']}" for hit in hits]
        paths = {
            "today": ["/"],
            "story": stories,
            "big story": [big],
            "report": reports,
            "search": [f"/search?q={place}" for place in PLACES],
        }
        end = time.monotonic() + seconds
        done = await asyncio.gather(
            *(_one_reads(client, paths, n, end) for n in range(readers))
        )
    return [row for rows in done for row in rows]


async def _biggest(client: httpx.AsyncClient) -> str:
    found = (await client.get("/api/v1/stories", params={"limit": 100})).json()
    best = max(found["stories"], key=lambda story: story["n_reports"])
    return f"/stories/{best['id']}"


async def _one_reads(
    client: httpx.AsyncClient, paths: dict[str, list[str]], n: int, end: float
) -> list[tuple[str, float, int]]:
    chance = random.Random(SEED + n)
    rows = []
    await asyncio.sleep(chance.uniform(0, 2))
    while time.monotonic() < end:
        kind = chance.choice(list(paths))
        begun = time.perf_counter()
        answer = await client.get(chance.choice(paths[kind]))
        rows.append((kind, time.perf_counter() - begun, answer.status_code))
        await asyncio.sleep(chance.uniform(1, 3))
    return rows


def wait_until_read(address: str) -> float:
    """Wait until no story waits to be read; seconds it took."""
    begun = time.monotonic()
    while True:
        for story in _stories(address):
            urllib.request.urlopen(f"{address}/stories/{story}", timeout=60).close()
        with urllib.request.urlopen(f"{address}/metrics", timeout=60) as answer:
            figures = answer.read().decode()
        waiting = re.search(r"(?m)^synoptic_stories_waiting (\S+)$", figures)
        if waiting and float(waiting[1]) == 0:
            return time.monotonic() - begun
        time.sleep(1)


def _stories(address: str) -> list[str]:
    with urllib.request.urlopen(
        f"{address}/api/v1/stories?limit=100", timeout=60
    ) as answer:
        return [story["id"] for story in json.load(answer)["stories"]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "desk.db")
        fill(where)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "synoptic", "serve", "--workspace", where]
        server = subprocess.Popen([*command, "--port", str(port), "--fast"])
        address = f"http://127.0.0.1:{port}"
        try:
            _until_up(address)
            print(f"read in {wait_until_read(address):.0f} s")
            out = str(Path(folder) / "out.json")
            reader = multiprocessing.Process(
                target=read, args=(address, asked.readers, asked.seconds, out)
            )
            writer = multiprocessing.Process(
                target=write, args=(address, asked.seconds)
            )
            for process in (reader, writer):
                process.start()
            for process in (reader, writer):
                process.join()
            report_on(json.loads(Path(out).read_text(encoding="utf-8")), asked.readers)
        finally:
            server.terminate()
            server.wait(20)


def _until_up(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the server did not start")


def report_on(rows: list[tuple[str, float, int]], readers: int) -> None:
    """The table: milliseconds at the median and at the 95th of a hundred."""
    print(f"synoptic {__version__}, {os.cpu_count()} cores, {readers} readers")
    print(f"{'page':10} {'n':>6} {'p50 ms':>8} {'p95 ms':>8} {'errors':>7}")
    for kind in ("all", *sorted({row[0] for row in rows})):
        mine = [row for row in rows if kind in ("all", row[0])]
        took = sorted(row[1] for row in mine)
        p95 = statistics.quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
        errors = sum(row[2] >= 400 for row in mine)
        middle = statistics.median(took)
        print(
            f"{kind:10} {len(took):6} {1000 * middle:8.0f} {1000 * p95:8.0f} {errors:7}"
        )


if __name__ == "__main__":
    main()
