"""Seconds and memory of grouping made-up reports into stories, and the rate one by one.

    python benchmarks/story_speed.py [N_REPORTS] [--stream N] [--files]

Asked on two cores: 100,000 reports in under 10 minutes, 200 reports a second one by
one. `--files` goes the whole way of `synoptic stories FILE.jsonl`, reading included.
Words follow Zipf's law; a story has 1 to 40 reports that share a third of their
words, and all stories of a day share its politics. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.group import StoryStream
from synoptic.model import Block, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from synoptic.model import Story

_SEED = 20261122
_N_WORDS = 350
_SIZES = (1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 9, 14, 40)
_N_DAYS = 60
_FIRST = date(2031, 1, 1)
_SYLLABLES = (
    "ba dor el fin gar hul is jo kam lor mer nos or pel quin ras tor ul ven wex"
)


def made_up(n_reports: int) -> Iterator[tuple[Report, int]]:
    """Reports in order of their days, each with the number of its story."""
    rng = random.Random(_SEED)
    common = _common_words()
    weights = [*accumulate(1 / (rank + 10) for rank in range(len(common)))]
    parts = _SYLLABLES.split()

    def name() -> str:
        return "".join(rng.choices(parts, k=3)).capitalize()

    politics = [[name() for _ in range(30)] for _ in range(_N_DAYS)]
    waiting: list[tuple[int, int, list[str], list[str]]] = []
    story = 0
    while len(waiting) < n_reports:
        day = rng.randrange(_N_DAYS)
        own = [name() for _ in range(10)]
        words = rng.choices(common[2000:], k=25)
        waiting += [
            (day + rng.choice((0, 0, 0, 1)), story, own, words)
            for _ in range(rng.choice(_SIZES))
        ]
        story += 1
    waiting = sorted(waiting[:n_reports], key=lambda entry: entry[0])
    for number, (day, of, own, words) in enumerate(waiting):
        drawn = rng.choices(common, cum_weights=weights, k=_N_WORDS)
        for place in range(0, _N_WORDS, 7):
            drawn[place] = rng.choice(own)
        for place in range(3, _N_WORDS, 6):
            drawn[place] = rng.choice(words)
        for place in range(5, _N_WORDS, 25):
            drawn[place] = rng.choice(politics[day % _N_DAYS])
        text = "\n".join(
            " ".join(drawn[at : at + 25]) + "." for at in range(0, _N_WORDS, 25)
        )
        yield _report(f"r{number:06}", text, _FIRST + timedelta(days=day)), of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("n_reports", nargs="?", type=int, default=100_000)
    parser.add_argument("--stream", type=int, default=5_000)
    parser.add_argument("--files", action="store_true")
    chosen = parser.parse_args()
    if chosen.files:
        _measure_command(chosen.n_reports)
        return
    _measure_batch(chosen.n_reports)
    if chosen.stream:
        _measure_stream(chosen.stream)


def _measure_batch(n_reports: int) -> None:
    made = [*made_up(n_reports)]
    began = time.perf_counter()
    stream = StoryStream()
    for report, _ in made:
        stream.take(report)
    taken = time.perf_counter()
    stream.settle()
    stories = stream.stories()
    done = time.perf_counter()
    gold = {report.id: of for report, of in made}
    print(
        f"{n_reports:,} reports, {len(stories):,} stories (made: "
        f"{len(set(gold.values())):,}): {done - began:.1f} s, of which settling "
        f"{done - taken:.1f} s; {_right(stories, gold):.3f} of the pairs of a story "
        f"are right; peak {_peak_mb():.0f} MB"
    )


def _measure_stream(n_reports: int) -> None:
    made = [report for report, _ in made_up(n_reports)]
    stream = StoryStream()
    seconds = []
    for report in made:
        began = time.perf_counter()
        stream.add(report)
        seconds.append(time.perf_counter() - began)
    seconds.sort()
    print(
        f"one by one: {n_reports / sum(seconds):.0f} reports a second, "
        f"p50 {1000 * seconds[len(seconds) // 2]:.1f} ms, "
        f"p95 {1000 * seconds[round(0.95 * len(seconds))]:.1f} ms"
    )


def _measure_command(n_reports: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for report, _ in made_up(n_reports):
                row = {
                    "id": report.id,
                    "published_at": report.published_at,
                    "text": report.text,
                }
                file.write(json.dumps(row) + "\n")
        began = time.perf_counter()
        command = [sys.executable, "-m", "synoptic", "stories", str(path), "--csv"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{n_reports:,} reports of one file: {seconds:.1f} s, peak {peak:.0f} MB")


def _right(stories: Iterable[Story], gold: Mapping[str, int]) -> float:
    right = every = 0
    for story in stories:
        sizes = Counter(gold[report] for report in story.reports)
        right += sum(n * (n - 1) for n in sizes.values())
        every += len(story.reports) * (len(story.reports) - 1)
    return right / max(1, every)


def _report(name: str, text: str, day: date) -> Report:
    return Report(
        id=name,
        series=name,
        path=name,
        text=text,
        blocks=(Block(0, len(text), "body"),),
        published_at=day.isoformat(),
        language="en",
    )


def _common_words() -> list[str]:
    table = resources.files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
    words = table.read_text(encoding="utf-8").split("\n")[1996:]
    return [word for word in words if word.isalpha() and len(word) > 2]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
