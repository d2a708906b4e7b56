"""Planted differences are found, harmless ones are not flagged."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from eval.planted import planted_pairs

from synoptic.annotate import annotate_all
from synoptic.collate.comparisons import find_comparisons
from synoptic.collate.passages import find_passages

FLOOR = tomllib.loads(
    (Path(__file__).parent / "comparisons.toml").read_text(encoding="utf-8")
)


@pytest.mark.eval
def test_planted_differences_are_found_and_harmless_ones_left(capsys):
    pairs = planted_pairs(FLOOR["n_pairs"])
    reports = [report for pair in pairs for report in pair.reports]
    known = annotate_all(reports, fast=True).annotations
    hits = {True: 0, False: 0}
    for k, pair in enumerate(pairs):
        two = known[2 * k : 2 * k + 2]
        units = find_passages(pair.reports, two, vectors=None).units
        found = find_comparisons(pair.reports, two, units)
        hits[pair.differs] += any(c.verdict == "conflict" for c in found)
    precision = hits[True] / max(hits[True] + hits[False], 1)
    recall = hits[True] / FLOOR["n_pairs"]
    with capsys.disabled():
        print(f"\nplanted: precision {precision:.3f} recall {recall:.3f}")
    assert precision >= FLOOR["floor"]["precision"]
    assert recall >= FLOOR["floor"]["recall"]
