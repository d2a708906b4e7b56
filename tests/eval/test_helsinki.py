"""Real pages with credits masked: sixty pairs that were read, thirty of each kind."""

import gzip
import importlib.util
import json
import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DATA = Path(os.environ.get("SYNOPTIC_DATA", HERE.parents[2] / "shared"))
SCRIPT = HERE.parents[1] / "benchmarks" / "descent" / "helsinki.py"
PRECISION, RECALL = 0.95, 0.95

pytestmark = pytest.mark.eval


def load_script():
    spec = importlib.util.spec_from_file_location("helsinki_pages", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_pairs_that_were_read_are_told_apart():
    found = [p for p in (DATA, DATA / "data") if (p / "helsinki.jsonl.gz").exists()]
    if not found:
        pytest.skip("the development data is not here (SYNOPTIC_DATA)")
    script = load_script()
    with gzip.open(found[0] / "helsinki.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = {str(row["id"]): row for row in map(json.loads, lines)}
    gold = (HERE / "gold" / "helsinki-links.jsonl").read_text(encoding="utf-8")
    read_pairs = [json.loads(line) for line in gold.splitlines()]
    wanted = {pair[side] for pair in read_pairs for side in "ab"}
    pages = script.pages_of([rows[name] for name in sorted(wanted)])
    drawn = {
        (pair["a"], pair["b"])
        for pair in read_pairs
        if script.bits_of(pages[pair["a"]], pages[pair["b"]]) >= script.CONNECTED_BITS
    }
    true = {(p["a"], p["b"]) for p in read_pairs if p["label"] == "same text"}
    precision = len(drawn & true) / len(drawn)
    recall = len(drawn & true) / len(true)
    print(f"\n  {len(drawn)} linked: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= PRECISION
    assert recall >= RECALL
