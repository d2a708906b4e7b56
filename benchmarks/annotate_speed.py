"""Seconds and memory of annotating 1,000 made-up articles of 700 words.

    python benchmarks/annotate_speed.py [N_ARTICLES] [--fast]

Asked: under 4 minutes on 2 cores, and memory that does not grow with the articles.
Nothing else should run on the machine meanwhile.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from synoptic.annotate.english import open_english
from synoptic.model import Block, Report

_N_WORDS = 700
_WHO = ("Olga Brandt", "Tomas Vell", "the harbour office", "Minister Ines Falk", "she")
_SENTENCES = (
    "The council of Port Merrow approved ${n} million on Tuesday for a harbour wall.",
    "“We have no time to lose,” said {who}, who leads the regional council.",
    "{who} said that the ferry would sail again once the quay was mended.",
    "“Nobody asked the pilots,” {who} told reporters. “They would have warned us.”",
    "At least {n} people were injured when a tram left the rails, officials said.",
    "Opposition members asked for an inquiry into the harbour board last August.",
    "{who} called the report “very honest” but declined to comment on the price.",
    "Shops in the old town stayed shut and the schools sent their pupils home.",
    "Turnout rose to {n} percent, according to {who}, up from 41 percent in 2019.",
)


def article(number: int) -> Report:
    rng = random.Random(number)
    paragraphs, count = [], 0
    while count < _N_WORDS:
        lines = [
            rng.choice(_SENTENCES).format(n=rng.randint(2, 900), who=rng.choice(_WHO))
            for _ in range(rng.randint(1, 3))
        ]
        paragraphs.append(" ".join(lines))
        count += len(paragraphs[-1].split())
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    name = f"a{number}"
    return Report(
        id=name,
        series=name,
        path=name,
        text="\n\n".join(paragraphs),
        blocks=tuple(blocks),
        published_at="2025-03-14",
        language="en",
    )


def main() -> None:
    numbers = [a for a in sys.argv[1:] if a.isdigit()]
    n_articles = int(numbers[0]) if numbers else 1000
    english = open_english(fast="--fast" in sys.argv, pipeline=None)
    began = time.perf_counter()
    n_quotations = 0
    for done, notes in enumerate(english.annotate(map(article, range(n_articles))), 1):
        n_quotations += len(notes.quotations or ())
        if done % max(n_articles // 5, 1) == 0:
            peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seconds = time.perf_counter() - began
            print(f"{done:6} articles  {seconds:7.1f} s  peak {peak_mb:6.0f} MB")
    print(f"{n_quotations} quotations")


if __name__ == "__main__":
    main()
