"""How fast `synoptic compare` is, from a cold start, and beside collatex.

    python benchmarks/compare_speed.py
    python benchmarks/compare_speed.py --reports A.txt B.txt --collatex peer/bin/python

All reports are made up and follow from a seed, but for `--reports`. The peer is
collatex 2.3 (GPL, never a dependency), in an environment of its own:

    python3 -m venv peer && peer/bin/pip install collatex==2.3 Levenshtein

Without `--collatex` that part is left out and the result file says so. Nothing else
should run on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import make_story
from measured import Runs, as_measure, run, write

STORY = Path(__file__).parents[1] / "examples" / "merrow-lagoon"

# The work alone, without start-up and reading: what a peer's collate() does.
OURS = """
import json, sys, time
from synoptic.app import read
from synoptic.annotate import annotate_all
from synoptic.collate import collate
reports = read(sys.argv[1:]).reports
annotated = annotate_all(reports, fast=True)
collate(reports[:2], annotated.annotations[:2], vectors=None)
seconds = []
for _ in range(3):
    began = time.perf_counter()
    collate(reports, annotated.annotations, vectors=None)
    seconds.append(time.perf_counter() - began)
print(json.dumps(seconds))
"""
PEER = """
import json, sys, time
from collatex import Collation, collate
collation = Collation()
for number, path in enumerate(sys.argv[1:]):
    body = open(path, encoding="utf-8").read().split("\\n\\n", 2)[2]
    collation.add_plain_witness("W%03d" % number, body)
began = time.perf_counter()
collate(collation, segmentation=False)
print(json.dumps([time.perf_counter() - began]))
"""


def main() -> None:
    asked = arguments()
    corpus: dict[str, str] = {}
    measures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        cold_start(asked, measures)
        eight = story(root, corpus, n_reports=8, n_words=400)
        beside_peer(asked, eight, measures)
        fifty = story(root, corpus, n_reports=50, n_words=800)
        for mode in ("fast", "full"):
            runs = compare(fifty, mode=mode, times=max(asked.times // 3, 1))
            print(f"50 reports of 800 words, {mode}: {runs}")
            measures[f"50x800 {mode}"] = as_measure(runs)
        growth(root, corpus, measures)
    print(f"written: {write('compare_speed', corpus, measures)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", nargs="+", type=Path, default=None)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--collatex", type=Path, help="a Python that has collatex")
    parser.add_argument("--peer-seconds", type=float, default=900.0)
    return parser.parse_args()


def compare(paths: list[Path], *, mode: str, times: int) -> Runs:
    """Time the whole process of `synoptic compare`."""
    command = [sys.executable, "-m", "synoptic", "compare", *map(str, paths), "--json"]
    return run([*command, "--fast"] if mode == "fast" else command, times=times)


def story(
    root: Path, corpus: dict[str, str], *, n_reports: int, n_words: int
) -> list[Path]:
    name = f"{n_reports}x{n_words}"
    corpus[name] = make_story(root / name, n_reports=n_reports, n_words=n_words)
    return sorted((root / name).glob("*.txt"))


def cold_start(asked: argparse.Namespace, measures: dict[str, object]) -> None:
    given = asked.reports or sorted(STORY.glob("*.txt"))[:2]
    measures["two reports"] = [path.name for path in given]
    for mode in ("fast", "full"):
        runs = compare(given, mode=mode, times=asked.times)
        print(f"two reports from a cold start, {mode}: {runs}")
        measures[f"cold start {mode}"] = as_measure(runs)


def beside_peer(
    asked: argparse.Namespace, paths: list[Path], measures: dict[str, object]
) -> None:
    ours = min(timed([sys.executable, "-c", OURS, *map(str, paths)]))
    print(f"8 reports of 400 words, collating alone: {ours:.3f} s")
    measures["8x400 collate"] = {"seconds_p50": round(ours, 4), "n": 3}
    if asked.collatex is None:
        measures["8x400 collatex 2.3"] = "not measured: no --collatex"
        return
    command = [str(asked.collatex), "-c", PEER, *map(str, paths)]
    try:
        theirs = min(timed(command, timeout=asked.peer_seconds))
    except subprocess.TimeoutExpired:
        theirs = math.inf
    least = theirs if math.isfinite(theirs) else asked.peer_seconds
    told = "" if math.isfinite(theirs) else "at least "
    print(
        f"  collatex 2.3: {told}{least:.1f} s; {told}{least / ours:.0f} times as long"
    )
    measures["8x400 collatex 2.3"] = {
        "seconds_p50": round(least, 2),
        "n": 1,
        "stopped": not math.isfinite(theirs),
        "ratio": round(least / ours, 1),
    }


def timed(command: list[str], timeout: float | None = None) -> list[float]:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=timeout
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def growth(root: Path, corpus: dict[str, str], measures: dict[str, object]) -> None:
    """Time by number of pairs; an exponent of 1 is as fast as the pairs grow."""
    points: list[tuple[int, float]] = []
    for n_reports in (5, 10, 20, 40):
        paths = story(root, corpus, n_reports=n_reports, n_words=400)
        seconds = min(timed([sys.executable, "-c", OURS, *map(str, paths)]))
        n_pairs = n_reports * (n_reports - 1) // 2
        points.append((n_pairs, seconds))
        print(f"{n_reports} reports, {n_pairs} pairs: {seconds:.2f} s")
    (low, first), (high, last) = points[0], points[-1]
    exponent = math.log(last / first) / math.log(high / low)
    print(f"  time grows with the number of pairs to the power {exponent:.2f}")
    measures["growth"] = {
        "pairs_and_seconds": [(n, round(s, 4)) for n, s in points],
        "exponent": round(exponent, 3),
    }


if __name__ == "__main__":
    main()
