"""Seconds for descent and origins on 100 reports of one story, after alignment.

    PYTHONPATH=benchmarks python benchmarks/descent/speed.py [--reports 100]

CPU seconds of one process; the reports are grown (hard setting, three originals).
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

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
    SETTINGS["many"] = replace(SETTINGS["hard"], originals=(3, 3), copies=(n, n))
    grown = grow(load_stories()[0], setting="many", seed=1)
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
