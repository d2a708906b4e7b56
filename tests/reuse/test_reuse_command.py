"""`synoptic reuse`: from files to a file."""

from __future__ import annotations

import csv
import gzip
import json
import random

import pyarrow as pa
import pytest
from pyarrow import parquet
from reuse_corpora import as_jsonl, planted, sentence, text
from typer.testing import CliRunner

from synoptic.cli import app
from synoptic.read import read


def run(*args):
    return CliRunner().invoke(app, ["reuse", *map(str, args)])


@pytest.fixture
def rows():
    return planted(12)[0]


def test_passages_are_given_with_offsets_into_both_texts(tmp_path):
    rows, truth = planted(12)
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    done = run(tmp_path / "c.jsonl", "--out", tmp_path / "o.parquet")
    assert done.exit_code == 0, done.output
    found = parquet.read_table(tmp_path / "o.parquet")
    assert found.column_names[:7] == "a b a_start a_end b_start b_end score".split()
    texts = {row["id"]: row["text"] for row in rows}
    seen = {
        (
            r["a"],
            r["b"],
            texts[r["a"]][r["a_start"] : r["a_end"]],
            texts[r["b"]][r["b_start"] : r["b_end"]],
        )
        for r in found.to_pylist()
    }
    assert seen == {(a, b, p[:-1], p[:-1]) for a, b, p in truth}


def test_every_form_of_input_gives_the_same_rows(tmp_path, rows):
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(as_jsonl(rows).encode()))
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "c.parquet")
    split = [
        {**row, "text": None, "sentences": row["text"].split("\n")} for row in rows
    ]
    (tmp_path / "s.jsonl").write_text(as_jsonl(split), encoding="utf-8")
    tables = []
    for name in ("c.jsonl", "c.jsonl.gz", "c.parquet", "s.jsonl"):
        assert run(tmp_path / name, "--out", tmp_path / "o.parquet").exit_code == 0
        tables.append(parquet.read_table(tmp_path / "o.parquet"))
    assert tables[0].num_rows
    assert all(table.equals(tables[0]) for table in tables[1:])


def test_a_folder_gives_ids_and_texts_as_reading_does(tmp_path):
    chance = random.Random(3)
    shared = sentence(chance)
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("one", "two"):
        own = f"{text(chance)}\r\n\r\nCafe\u0301 {shared}\n{text(chance)}"
        (folder / f"{name}.txt").write_bytes(own.encode())
    assert run(folder, "--out", tmp_path / "o.jsonl").exit_code == 0
    (row,) = map(json.loads, (tmp_path / "o.jsonl").read_text().splitlines())
    reports = {report.id: report for report in read([str(folder)]).reports}
    for side in "ab":
        words = reports[row[side]].text[row[f"{side}_start"] : row[f"{side}_end"]]
        assert words == f"Cafe\u0301 {shared}"[:-1]


def test_csv_and_jsonl_hold_what_parquet_holds(tmp_path, rows):
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    for form in ("parquet", "jsonl", "csv"):
        assert run(tmp_path / "c.jsonl", "--out", tmp_path / f"o.{form}").exit_code == 0
    table = parquet.read_table(tmp_path / "o.parquet").to_pylist()
    lines = (tmp_path / "o.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == table
    with (tmp_path / "o.csv").open() as file:
        printed = list(csv.DictReader(file))
    assert [row["a"] for row in printed] == [row["a"] for row in table]


def test_settings_are_kept_with_the_result(tmp_path, rows):
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    run(tmp_path / "c.jsonl", "--out", tmp_path / "o.parquet", "--least-words", "9")
    run_kept = json.loads((tmp_path / "o.run.json").read_text())
    assert run_kept["settings"]["least_words"] == 9
    schema = parquet.read_schema(tmp_path / "o.parquet")
    assert json.loads(schema.metadata[b"synoptic"]) == run_kept


def test_a_bad_line_is_a_reject_and_the_others_are_compared(tmp_path, rows):
    lines = as_jsonl(rows) + '{"id": "x"}\nno json\n{"id": 7, "text": "Seven words."}\n'
    (tmp_path / "c.jsonl").write_text(lines, encoding="utf-8")
    done = run(tmp_path / "c.jsonl", "--out", tmp_path / "o.parquet", "--json")
    assert done.exit_code == 3
    assert "c.jsonl:13" in done.stderr
    shown = json.loads(done.stdout)
    assert shown["counts"]["reports"] == 13
    assert [r["code"] for r in shown["rejected"]] == ["bad-row", "bad-json"]


def test_what_is_not_read_is_told_as_by_every_command(tmp_path, rows):
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "long.txt").write_text("ferry " * 170_000, encoding="utf-8")
    inputs = [tmp_path / name for name in ("c.jsonl", "empty.txt", "long.txt")]
    done = run(*inputs, "--out", tmp_path / "o.csv")
    assert done.exit_code == 3
    assert "empty.txt: Holds no byte. Was it saved?" in done.stderr
    assert "long.txt: Holds 1,020,000 characters. Is it one report?" in done.stderr


def test_the_place_of_the_result_is_looked_at_before_the_work(tmp_path, rows):
    (tmp_path / "c.jsonl").write_text(as_jsonl(rows), encoding="utf-8")
    done = run(tmp_path / "gone.jsonl", "--out", tmp_path / "c.jsonl" / "o.csv")
    assert done.exit_code == 1
    assert "c.jsonl: cannot be written to. Is it a folder" in done.stderr
    assert "gone.jsonl" not in done.stderr
    done = run(tmp_path / "c.jsonl", "--out", tmp_path / "new" / "o.csv")
    assert done.exit_code == 0
    assert (tmp_path / "new" / "o.csv").exists()


def test_reports_of_one_id_are_told_apart(tmp_path):
    row = {"id": "same", "text": text(random.Random(5))}
    (tmp_path / "c.jsonl").write_text(as_jsonl([row, row]), encoding="utf-8")
    run(tmp_path / "c.jsonl", "--out", tmp_path / "o.jsonl", "--clusters")
    (found,) = map(json.loads, (tmp_path / "o.jsonl").read_text().splitlines())
    assert (found["a"], found["b"]) == ("same-1", "same-2")
    (pair,) = map(json.loads, (tmp_path / "o.pairs.jsonl").read_text().splitlines())
    assert (pair["relation"], pair["a_share"], pair["b_share"]) == ("duplicate", 1, 1)
    clusters = (tmp_path / "o.clusters.jsonl").read_text().splitlines()
    assert len(clusters) == 2
    reports = map(json.loads, (tmp_path / "o.reports.jsonl").read_text().splitlines())
    assert [(r["id"], r["path"][-9:]) for r in reports] == [
        ("same-1", "c.jsonl:1"),
        ("same-2", "c.jsonl:2"),
    ]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["none.jsonl", "--out", "o.parquet"], 1),
        (["none.jsonl", "--out", "o.xlsx"], 2),
        (["none.jsonl", "--out", "o.csv", "--memory", "much"], 2),
        (["none.jsonl", "--out", "o.csv", "--engine", "abacus"], 2),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(tmp_path, monkeypatch, args, code):
    monkeypatch.chdir(tmp_path)
    done = run(*args)
    assert done.exit_code == code
    assert done.stderr.splitlines()[-1].startswith("synoptic: ")
