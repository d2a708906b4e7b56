"""Reading on several processors gives what reading on one gives."""

from __future__ import annotations

import gzip
import json

from synoptic.app import many
from synoptic.app.verbs import read
from synoptic.group import weigh


def silent(_step):
    pass


def test_parts_read_apart_are_what_is_read_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(many, "LARGE_BYTES", 0)
    monkeypatch.setattr(many, "_PART_BYTES", 300)
    rows = [
        json.dumps({"headline": f"Ferry {n}", "text": f"The Marisol sailed. No {n}."})
        for n in range(20)
    ]
    rows[3] = '{"id": "twin", "text": "One of two."}'
    rows[7] = "[not a row"
    rows[11] = ""
    rows[15] = '{"id": "twin", "text": "The other one."}'
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt") as file:
        file.write("\n".join(rows[:5]) + "\n")
    (tmp_path / "c.txt").write_text("A plain report of the ferry.", encoding="utf-8")
    (tmp_path / "d.jsonl").write_bytes(b"")
    intake, weighed = many.read_weighed([str(tmp_path)], processes=2, say=silent)
    plain = read([str(tmp_path)])
    assert intake.reports == plain.reports
    assert intake.rejected == plain.rejected
    assert weighed == tuple(weigh(report) for report in plain.reports)


def test_a_small_corpus_is_read_by_one_process(tmp_path, monkeypatch):
    monkeypatch.setattr(many, "in_processes", None)
    (tmp_path / "c.txt").write_text("A plain report of the ferry.", encoding="utf-8")
    intake, weighed = many.read_weighed([str(tmp_path)], processes=2, say=silent)
    assert len(intake.reports) == len(weighed) == 1
