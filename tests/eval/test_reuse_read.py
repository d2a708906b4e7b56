"""Passages found in real texts, where nothing is planted, that were read by hand."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from synoptic.app.reuse import reuse

GOLD = Path(__file__).parent / "gold" / "reuse.jsonl"
RIGHT = {"shared", "formula"}
SETS = {"h": "helsinki", "s": "seesaw", "p": "polnear-train"}

pytestmark = pytest.mark.eval


def rows_of(data):
    """The three sets as rows of one corpus, under the ids of the gold."""
    for letter, name in SETS.items():
        in_story = Counter()
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                own, text = row.get("id"), row.get("text")
                if letter == "s":
                    own = f"{row['story']}-{in_story[row['story']]}"
                    in_story[row["story"]] += 1
                    text = "\n".join(row["sentences"])
                yield {
                    "id": letter + own,
                    "outlet": row["outlet"],
                    "published_at": row.get("published_on"),
                    "text": text,
                }


@pytest.fixture(scope="module")
def given(development_data, tmp_path_factory):
    """The passages by pair, furniture marked so."""
    folder = tmp_path_factory.mktemp("reuse")
    corpus = folder / "corpus.jsonl"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows_of(development_data))
    out = folder / "shared.jsonl"
    reuse([str(corpus)], out, furniture=True)
    found = defaultdict(list)
    for line in out.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["a"], row["b"]].append(row)
    return found


def kind_of(row, found):
    """What the program says of a passage; None: it does not give it."""

    def covers(one):
        return all(
            2 * (min(one[f"{s}_end"], row[f"{s}_end"])
                 - max(one[f"{s}_start"], row[f"{s}_start"]))
            >= row[f"{s}_end"] - row[f"{s}_start"]
            for s in "ab"
        )  # fmt: skip

    return next((o["kind"] for o in found[row["a"], row["b"]] if covers(o)), None)


def test_passages_that_were_read_are_shared_words(given, board):
    rows = [json.loads(line) for line in GOLD.read_text().splitlines()]
    for row in rows:
        row["kind"] = kind_of(row, given)
    measures = {}
    for drawn, name in ((1, "looked_at"), (2, "fresh")):
        passages = [r for r in rows if r["drawn"] == drawn and r["kind"] == "passage"]
        for strata in ("pages", "rest"):
            part = [r for r in passages if r["stratum"].startswith(strata)]
            right = sum(r["weight"] for r in part if r["label"] in RIGHT)
            measures[f"precision_{name}_{strata}"] = right / sum(
                r["weight"] for r in part
            )
    shared = [r for r in rows if r["label"] == "shared"]
    measures["kept"] = sum(r["kind"] == "passage" for r in shared) / len(shared)
    standing = [r for r in rows if r["label"] == "standing"]
    measures["standing_told"] = sum(r["kind"] != "passage" for r in standing) / len(
        standing
    )
    board("reuse_read", **measures)
