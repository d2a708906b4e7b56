"""Seconds for descent and origins on 100 reports of one story, after alignment.

    PYTHONPATH=benchmarks python benchmarks/descent/speed.py [--reports 100]

CPU seconds of one process, without alignment; the reports are grown (medium setting,
two originals of three stories' tellings each, so that they have about 600 words).
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from itertools import chain

from copytrees import SETTINGS, load_stories
from copytrees.grow import grow
from copytrees.score import cases

from synoptic.collate.descent import find_descent, weigh_pairs
from synoptic.collate.origins import find_origins


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=100)
    args = parser.parse_args()
    n = args.reports
    SETTINGS["many"] = replace(
        SETTINGS["medium"], originals=(2, 2), copies=(n - 2, n - 2), hide_original=0.0
    )
    stories = load_stories()[:3]
    tellings = tuple(
        tuple(chain.from_iterable(story.tellings[k] for story in stories))
        for k in range(2)
    )
    long = replace(stories[0], tellings=tellings)
    grown = grow(long, setting="many", seed=1)
    (case,) = cases([grown])
    words = sum(len(r.text.split()) for r in case.reports) / len(case.reports)
    start = time.process_time()
    pairs = weigh_pairs(case.reports, case.annotations, case.units)
    weighed = time.process_time()
    descent = find_descent(pairs)
    drawn = time.process_time()
    find_origins(pairs, case.annotations)
    end = time.process_time()
    print(
        f"{len(case.reports)} reports of {words:.0f} words, {len(case.units)} units, "
        f"{len(descent.edges)} edges: pairs {weighed - start:.1f} s, "
        f"tree {drawn - weighed:.1f} s, origins {end - drawn:.1f} s"
    )


if __name__ == "__main__":
    main()
