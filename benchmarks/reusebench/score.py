"""Recall and precision in characters of copies that were planted."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

Span = tuple[int, int]
Found = dict[tuple[str, str], list[tuple[int, int, int, int]]]


def score(truth: Path, found: Found) -> dict[str, object]:
    """How much of what was planted was found, and of what was found, planted.

    Reports that hold copies of one source share its words with each other too: pairs
    of one family that were not planted count neither way.

    Args:
        truth: As `make_corpus` writes it.
        found: By pair of ids, the lesser first, the passages: from, to, from, to.
    """
    planted = [json.loads(line) for line in truth.open(encoding="utf-8")]
    family: dict[str, str] = {}

    def root(name: str) -> str:
        while family.setdefault(name, name) != name:
            name = family[name]
        return name

    kinds: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    right = given = 0
    pairs = set()
    for record in planted:
        copy, source = record["copy"], record["source"]
        family[root(copy)] = root(source)
        pair = (min(copy, source), max(copy, source))
        pairs.add(pair)
        own = [
            (r[0], r[1]) if pair[0] == copy else (r[2], r[3])
            for r in found.get(pair, ())
        ]
        theirs = [
            (r[2], r[3]) if pair[0] == copy else (r[0], r[1])
            for r in found.get(pair, ())
        ]
        want_own = [(s[0], s[1]) for s in record["spans"]]
        want_theirs = [(s[2], s[3]) for s in record["spans"]]
        counts = kinds[record["kind"]]
        hit = overlap(own, want_own) + overlap(theirs, want_theirs)
        counts[0] += hit
        counts[1] += length(want_own) + length(want_theirs)
        counts[2] += bool(own)
        counts[3] += 1
        right += hit
        given += length(own) + length(theirs)
    beside = [p for p in found if p not in pairs and root(p[0]) != root(p[1])]
    astray = sum(
        length([(r[0], r[1]) for r in found[p]])
        + length([(r[2], r[3]) for r in found[p]])
        for p in beside
    )
    total = [sum(c[k] for c in kinds.values()) for k in range(4)]
    return {
        "char_recall": round(total[0] / max(total[1], 1), 4),
        "pair_recall": round(total[2] / max(total[3], 1), 4),
        "char_precision": round(right / max(given, 1), 4),
        "char_precision_with_other_pairs": round(right / max(given + astray, 1), 4),
        "other_pairs": len(beside),
        "by_kind": {
            kind: {
                "char_recall": round(c[0] / max(c[1], 1), 4),
                "pair_recall": round(c[2] / max(c[3], 1), 4),
            }
            for kind, c in sorted(kinds.items())
        },
    }


def union(spans: list[Span]) -> list[Span]:
    """The spans, joined where they overlap."""
    out: list[Span] = []
    for low, high in sorted(spans):
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def length(spans: list[Span]) -> int:
    """Characters in any of the spans."""
    return sum(high - low for low, high in union(spans))


def overlap(one: list[Span], two: list[Span]) -> int:
    """Characters in both."""
    return length(one) + length(two) - length([*one, *two])
