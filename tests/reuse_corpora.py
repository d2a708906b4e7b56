"""Made-up corpora: sentences of words that come once, and what is copied known."""

from __future__ import annotations

import json
import random

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def sentence(chance: random.Random, n_words: int = 18) -> str:
    words = [word(chance) for _ in range(n_words)]
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def text(chance: random.Random, n_sentences: int = 12) -> str:
    return "\n".join(sentence(chance) for _ in range(n_sentences))


def planted(n_reports: int, *, seed: int = 1) -> tuple[list[dict], list[tuple]]:
    """Reports of which every third holds a sentence of the one before it.

    Returns:
        Rows as of JSONL, and (id, id, passage) for what was planted.
    """
    chance = random.Random(seed)
    rows, truth = [], []
    for number in range(n_reports):
        lines = text(chance).split("\n")
        if number % 3 == 2:
            source = rows[-1]
            passage = chance.choice(source["text"].split("\n"))
            lines.insert(chance.randrange(len(lines)), passage)
            truth.append((source["id"], f"r{number:05}", passage))
        rows.append(
            {
                "id": f"r{number:05}",
                "outlet": f"Paper {number % 7}",
                "published_at": f"2031-05-{number % 28 + 1:02}",
                "text": "\n".join(lines),
            }
        )
    return rows, truth


def as_jsonl(rows: list[dict]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
