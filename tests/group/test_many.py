"""Reading on several processors gives what reading on one gives."""

from __future__ import annotations

import gzip
import json

from synoptic.app import many
from synoptic.app.verbs import read
from synoptic.group import StoryStream, group_stories
from synoptic.read import row_parts


def silent(_step):
    pass


def test_parts_read_apart_are_what_is_read_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(many, "LARGE_BYTES", 0)
    monkeypatch.setattr(row_parts, "_PART_BYTES", 300)
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
    stream = StoryStream()
    intake = many.read_into(stream, [str(tmp_path)], processes=2, say=silent)
    plain = read([str(tmp_path)])
    assert intake == plain
    stream.settle()
    assert stream.stories() == group_stories(plain.reports)


def test_a_small_corpus_is_read_by_one_process(tmp_path, monkeypatch):
    monkeypatch.setattr(many, "in_processes", None)
    (tmp_path / "c.txt").write_text("A plain report of the ferry.", encoding="utf-8")
    stream = StoryStream()
    intake = many.read_into(stream, [str(tmp_path)], processes=2, say=silent)
    assert len(intake.reports) == len(stream) == 1
