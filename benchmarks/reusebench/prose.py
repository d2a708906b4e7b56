"""Endless made-up prose, from our own stories and what lies in `SYNOPTIC_DATA`.

A chain of words: the next is one that followed the last somewhere, or any word at all.
The sentences make no sense; their words come as often as in news, and so do short runs
of words, which is what a finder of shared passages has to live with.
"""

from __future__ import annotations

import gzip
import json
import os
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
_STORIES = HERE.parent / "copytrees" / "stories"
_CORPORA = ("seesaw", "ecbplus", "polnear-train", "helsinki")
_ANY_WORD = 0.25  # else runs of our few stories would come back whole
_PARAGRAPH_WORDS = 55


class Prose:
    """Words and which may follow which."""

    def __init__(self, seed: int) -> None:
        texts = _texts()
        self.sources = texts[0]
        words = [word for text in texts[1] for word in text.split()]
        names, places = np.unique(np.array(words, object), return_inverse=True)
        vocabulary = files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
        pieces = vocabulary.read_text(encoding="utf-8").split("\n")[2600:22000]
        rare = [p for p in pieces if p.isascii() and p.isalpha() and len(p) > 3]
        self.words = np.array([*names, *rare], object)
        self._any = np.concatenate([places, len(names) + np.arange(len(rare))])
        order = np.argsort(places[:-1], kind="stable")
        self._next = places[1:][order]
        self._low = np.searchsorted(places[:-1][order], np.arange(len(self.words)))
        high = np.searchsorted(
            places[:-1][order], np.arange(len(self.words)), side="right"
        )
        self._n = high - self._low
        self._chance = np.random.default_rng(seed)
        self._ends = np.array([w.endswith((".", "!", "?")) for w in self.words])

    def articles(self, n: int, n_words: tuple[int, int]) -> list[list[str]]:
        """Articles, each a list of paragraphs."""
        chance = self._chance
        lengths = chance.integers(*n_words, size=n)
        grid = np.empty((n, int(lengths.max())), np.int32)
        now = chance.choice(self._any, n)
        for step in range(grid.shape[1]):
            grid[:, step] = now
            follow = self._low[now] + (chance.random(n) * self._n[now]).astype(np.int64)
            follow = self._next[np.minimum(follow, len(self._next) - 1)]
            anew = (chance.random(n) < _ANY_WORD) | (self._n[now] == 0)
            now = np.where(
                anew, self._any[chance.integers(0, len(self._any), n)], follow
            )
        return [
            self._paragraphs(row[:length])
            for row, length in zip(grid, lengths.tolist(), strict=True)
        ]

    def _paragraphs(self, row: np.ndarray) -> list[str]:
        """The words as paragraphs, broken where a sentence ends."""
        ends = np.flatnonzero(self._ends[row]) + 1
        cuts, last = [], 0
        for end in ends.tolist():
            if end - last >= _PARAGRAPH_WORDS:
                cuts.append(end)
                last = end
        words = self.words[row].tolist()
        bounds = [0, *cuts, len(words)]
        return [
            " ".join(words[low:high])
            for low, high in pairwise(bounds)
            if high - low > 4
        ]


def _texts() -> tuple[list[str], list[str]]:
    """Names of what was read, and texts."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(_STORIES.glob("*.txt"))]
    names = ["our stories"]
    where = Path(os.environ.get("SYNOPTIC_DATA", HERE.parents[2] / "shared"))
    data = where / "data" if (where / "data").is_dir() else where
    for name in _CORPORA:
        path = data / f"{name}.jsonl.gz"
        if not path.exists():
            continue
        names.append(name)
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                texts.append(row.get("text") or "\n".join(row["sentences"]))
    return names, texts
