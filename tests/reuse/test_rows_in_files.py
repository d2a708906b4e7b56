"""Passages that do not fit in memory are put in order in files."""

from __future__ import annotations

import pytest
from pyarrow import parquet
from reuse_corpora import as_jsonl, planted

from synoptic.app import reuse as command
from synoptic.app import reuse_files


@pytest.mark.parametrize("ending", [".parquet", ".jsonl", ".csv"])
def test_they_are_written_in_parts_and_come_out_the_same(tmp_path, monkeypatch, ending):
    rows, truth = planted(300)
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(as_jsonl(rows))
    monkeypatch.setattr(reuse_files, "_GROUP_ROWS", 40)
    pairs_of, sizes = command.pairs_of, []

    def watched(rows):
        sizes.append(rows.num_rows)
        return pairs_of(rows)

    monkeypatch.setattr(command, "pairs_of", watched)
    made = {}
    for memory in (1 << 30, 10_000):
        folder = tmp_path / str(memory)
        folder.mkdir()
        sizes.clear()
        done = command.reuse(
            [str(corpus)], folder / f"o{ending}", memory=memory, clusters=True
        )
        made[memory] = {p.name: p.read_bytes() for p in sorted(folder.iterdir())}
        assert sum(sizes) == done.counts["passages"] >= len(truth)
    assert made[1 << 30] == made[10_000]
    assert len(sizes) == command._RUNS
    assert max(sizes) < sum(sizes) / 10
    if ending == ".parquet":
        groups = parquet.ParquetFile(tmp_path / "10000" / f"o{ending}").metadata
        assert groups.row_group(0).num_rows == 40
