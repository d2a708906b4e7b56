"""The labelled pairs that the paraphrase scorer is fitted and measured on.

Splits go by a hash of ids, so that they never change: MSR pairs into fit, dev and
held, news pairs (by story or by pair of reports) into fit and held.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from synoptic.text.split import split_sentences

GOLD = Path(__file__).parent / "gold" / "news-pairs.jsonl"


@dataclass(frozen=True)
class Pair:
    """Two passages and what a reader says of them.

    `label`: 2 the same statement, 1 shares a point, 0 only the topic. `stands_for`:
    how many pairs of the sampled reports this one stands for. `report_a`, `report_b`:
    all sentences of the two reports, where there are reports.
    """

    source: str
    split: str
    a: str
    b: str
    label: int
    stands_for: float
    report_a: tuple[str, ...] = ()
    report_b: tuple[str, ...] = ()


def msr_pairs(data: Path) -> list[Pair]:
    """The pairs of msr-paraphrase-train.tsv.gz."""
    path = data / "msr-paraphrase-train.tsv.gz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-8-sig").splitlines()[1:]
    out = []
    for line in lines:
        label, id_a, id_b, a, b = line.split("\t")
        part = _bucket(f"msr{id_a}-{id_b}")
        split = "fit" if part < 60 else "dev" if part < 75 else "held"
        out.append(Pair("msr", split, a, b, 2 * int(label), 1.0))
    return out


def news_pairs(data: Path) -> list[Pair]:
    """The hand-labelled pairs, their text put back from the shared data."""
    texts = {"seesaw": _seesaw(data), "helsinki": _helsinki(data)}
    labels = {"topic": 0, "shares": 1, "same": 2}
    out = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (id_a, *span_a), (id_b, *span_b) = row["a"], row["b"]
        seesaw = row["set"] == "seesaw"
        group = id_a.split(":")[0] if seesaw else "-".join(sorted((id_a, id_b)))
        out.append(
            Pair(
                row["set"],
                "fit" if _bucket(f"news{group}") < 55 else "held",
                texts[row["set"]][id_a][slice(*span_a)],
                texts[row["set"]][id_b][slice(*span_b)],
                labels[row["label"]],
                row["stands_for"],
                _sentences(texts[row["set"]][id_a]),
                _sentences(texts[row["set"]][id_b]),
            )
        )
    return out


@cache
def _sentences(text: str) -> tuple[str, ...]:
    out: list[str] = []
    for line in text.splitlines():
        out.extend(line[s.start : s.end] for s in split_sentences(line))
    return tuple(out)


def _bucket(key: str) -> int:
    return int(hashlib.blake2b(key.encode(), digest_size=8).hexdigest(), 16) % 100


def _rows(path: Path) -> list[dict]:
    return [
        json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()
    ]


def _seesaw(data: Path) -> dict[str, str]:
    """Each report is named `story:place`, its sentences joined by line feeds."""
    place: Counter[str] = Counter()
    texts: dict[str, str] = defaultdict(str)
    for row in _rows(data / "seesaw.jsonl.gz"):
        texts[f"{row['story']}:{place[row['story']]}"] = "\n".join(row["sentences"])
        place[row["story"]] += 1
    return texts


def _helsinki(data: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in _rows(data / "helsinki.jsonl.gz")}
