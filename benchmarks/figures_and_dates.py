"""Words a second of figures and dates together, on one core, without the parser.

    python benchmarks/figures_and_dates.py [N_WORDS]

The text is generated and seeded; at least 20,000 words a second are asked.
"""

from __future__ import annotations

import random
import statistics
import sys
import time

from synoptic.annotate.english.dates import find_dates
from synoptic.annotate.english.figures import find_figures
from synoptic.annotate.sentences import sentences_of
from synoptic.model import Block, Report

_SENTENCES = (
    "The council of Port Merrow approved ${n} million on Tuesday for a harbour wall.",
    "At least {n} people were injured when a tram left the rails, officials said.",
    "Opposition members asked for an inquiry into the harbour board last August.",
    "“We have no time to lose,” said Ines Falk, who leads the regional council.",
    "Turnout rose to {n} percent, up from 41 percent in March 2019.",
    "Shops in the old town stayed shut and the schools sent their pupils home.",
    "The fire has burned {n} square km (77 square miles) of forest since the weekend.",
    "Three weeks into the strike, both sides met again late on Wednesday night.",
)


def made(n_words: int, seed: int = 3) -> tuple[Report, int]:
    rng = random.Random(seed)
    lines, count = [], 0
    while count < n_words:
        line = rng.choice(_SENTENCES).format(n=rng.randint(2, 900))
        lines.append(line)
        count += len(line.split())
    blocks, end = [], 0
    for line in lines:
        blocks.append(Block(end, end + len(line), "body"))
        end += len(line) + 2
    text = "\n\n".join(lines)
    report = Report(
        id="r",
        series="r",
        path="r",
        text=text,
        blocks=tuple(blocks),
        published_at="2025-03-14",
    )
    return report, count


def main() -> None:
    n_words = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    report, count = made(n_words)
    sentences = sentences_of(report)
    speeds = []
    for _ in range(5):
        start = time.process_time()
        dates = find_dates(report, sentences, None)
        figures = find_figures(report, sentences, None, dates)
        speeds.append(count / (time.process_time() - start))
    print(
        f"{count} words, {len(dates)} dates, {len(figures)} figures: "
        f"{statistics.median(speeds):,.0f} words a second (median of 5)"
    )


if __name__ == "__main__":
    main()
