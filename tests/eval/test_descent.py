"""Copy trees and origin bounds on grown stories with a known truth."""

import gzip
import os
import tomllib
from itertools import islice
from pathlib import Path

import pytest
from copytrees import grow, load_stories, stories_from_jsonl
from copytrees.drops import drop_and_reword
from copytrees.measure import Bounds, Tally, calibration
from copytrees.score import cases
from copytrees.scribes import copy_by_hand

from synoptic.collate.descent import find_descent, weigh_pairs
from synoptic.collate.origins import find_origins

HERE = Path(__file__).parent
DATA = Path(os.environ.get("SYNOPTIC_DATA", HERE.parents[2] / "shared"))
FLOORS = tomllib.loads((HERE / "descent.toml").read_text(encoding="utf-8"))
N_REAL = 40

pytestmark = pytest.mark.eval


def own():
    for seed in range(310, 318):
        for story in load_stories():
            yield grow(story, seed=seed, held_out=True)


def real():
    found = [p for p in (DATA, DATA / "data") if (p / "seesaw.jsonl.gz").exists()]
    if not found:
        pytest.skip("the development data is not here (SYNOPTIC_DATA)")
    with gzip.open(found[0] / "seesaw.jsonl.gz", "rt", encoding="utf-8") as rows:
        stories = list(islice(stories_from_jsonl(rows), N_REAL))
    for seed in (7, 8):
        for story in stories:
            yield grow(story, seed=seed, held_out=True)


def drops():
    for seed in (50, 51, 52):
        for story in load_stories():
            yield drop_and_reword(story, seed=seed)


def scribes():
    for story in load_stories():
        yield copy_by_hand(story, seed=50)


@pytest.mark.parametrize(
    "source", [own, real, drops, scribes], ids=["own", "real", "drops", "scribes"]
)
def test_grown_stories_are_read_back(source, request):
    tally, bounds = Tally(), Bounds()
    for case in cases(source()):
        pairs = weigh_pairs(case.reports, case.annotations, case.units)
        tally.add(case, find_descent(pairs))
        bounds.add(case, find_origins(pairs, case.annotations))
    figures = tally.figures() | bounds.figures()
    print()
    for name, value in figures.items():
        print(f"  {source.__name__} {name}: {value:.3f}")
    for line in calibration(tally.odds):
        print(f"  {line}")
    for name, floor in FLOORS[source.__name__].items():
        assert figures[name] >= floor, name
    for name, ceiling in FLOORS["ceiling"].items():
        assert figures[name] <= ceiling, name
