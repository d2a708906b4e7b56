"""A survey of a small corpus, a blind sheet drawn from it, and coded sheets scored."""

from __future__ import annotations

import csv
import json

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

WIRE = (
    "The ferry Marisol ran aground off Pellworth harbour on Tuesday with 212 people "
    "aboard, harbour master Ines Dahl said. Tugs pulled the vessel free at the evening "
    "tide, and divers found no damage to her hull below the waterline."
)
OWN = (
    "A choir from Castra sang in the new hall of Ansel on Wednesday. Two hundred "
    "came to hear the old songs of the islands, and the conductor, Vera Lind, thanked "
    "the carpenters."
)
STRIKE = (
    "Bakers in Orlund walked out over night pay, union leader Tomas Reyk said. "
    "The mills of the valley have made no offer and the shelves of the town are empty."
)
ROWS = [
    ("wire", "Reuters", "2031-05-13", WIRE),
    ("post", "Lund Post", "2031-05-13", WIRE + " The line runs again on Wednesday."),
    ("sun", "Pellworth Sun", "2031-05-13", WIRE + " Nobody was hurt on board."),
    ("echo", "Echo", "2031-05-14", OWN),
    ("strike", "Echo", "2031-06-20", STRIKE),
]


def run(*words):
    return CliRunner().invoke(app, [*map(str, words)])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "reports.jsonl"
    rows = [
        {"id": i, "outlet": outlet, "published_at": day, "text": text}
        for i, outlet, day, text in ROWS
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def surveyed(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("survey")
    assert run("survey", corpus, "--out", folder).exit_code == 0
    return folder


def table(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_words_of_an_outlet_are_in_others_reworded_or_its_own(surveyed):
    rows = {row["outlet"]: row for row in table(surveyed, "outlets")}
    for row in rows.values():
        parts = [float(row[name]) for name in ("in_others", "reworded", "own")]
        assert sum(parts) == pytest.approx(1, abs=0.001)
    assert float(rows["Lund Post"]["in_others"]) > 0.8
    assert float(rows["Echo"]["own"]) > 0.8


def test_the_file_of_an_agency_is_agency_copy_and_its_prints_hold_it(surveyed):
    rows = {row["report"]: row for row in table(surveyed, "reports")}
    assert float(rows["wire"]["in_agency"]) == 1
    assert rows["post"]["story"] == rows["wire"]["story"] != rows["strike"]["story"]


def test_days_and_agencies_have_a_table_each(surveyed):
    assert [row["day"] for row in table(surveyed, "days")] == [
        "2031-05-13",
        "2031-05-14",
        "2031-06-20",
    ]
    assert "Reuters" in {row["agency"] for row in table(surveyed, "agencies")}


def test_plots_are_drawn(surveyed):
    for name in ("outlets", "agencies", "days"):
        assert (surveyed / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_the_place_of_the_tables_is_looked_at_before_the_work(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    done = run("survey", tmp_path / "gone.jsonl", "--out", tmp_path / "taken")
    assert done.exit_code == 1
    assert "taken: cannot be written to. Is it a folder" in done.stderr
    assert "gone.jsonl" not in done.stderr


def test_a_survey_can_be_repeated_from_its_own_record(surveyed, tmp_path):
    done = run("survey", "--repeat", surveyed / "survey.json", "--out", tmp_path)
    assert (done.exit_code, done.stdout) == (0, "the same\n")


def test_a_repeated_survey_says_which_table_is_not_the_same(surveyed, tmp_path):
    record = json.loads((surveyed / "survey.json").read_text(encoding="utf-8"))
    record["tables"]["days"] = "0"
    changed = tmp_path / "survey.json"
    changed.write_text(json.dumps(record), encoding="utf-8")
    done = run("survey", "--repeat", changed, "--out", tmp_path / "again")
    assert done.exit_code == 1
    assert "the table of days is not the same" in done.stdout


def test_parquet_holds_the_same_tables(corpus, surveyed, tmp_path):
    done = run("survey", corpus, "--out", tmp_path, "--parquet", "--no-plots")
    assert done.exit_code == 0
    then = json.loads((surveyed / "survey.json").read_text(encoding="utf-8"))
    now = json.loads((tmp_path / "survey.json").read_text(encoding="utf-8"))
    assert then["tables"] == now["tables"]
    assert not (tmp_path / "days.png").exists()


def test_a_sheet_shows_texts_and_nothing_of_what_the_program_says(surveyed, tmp_path):
    sheet = tmp_path / "sheet.csv"
    assert run("sample", surveyed, "--out", sheet, "-n", 5).exit_code == 0
    with sheet.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert rows[0].keys() == {"item", "question", "text_a", "text_b", "code", "note"}
    assert all(not row["code"] for row in rows)
    key = json.loads((tmp_path / "sheet.key.json").read_text(encoding="utf-8"))
    assert {row["item"] for row in rows} == key["items"].keys()
    again = tmp_path / "again.csv"
    run("sample", surveyed, "--out", again, "-n", 5)
    assert again.read_bytes() == sheet.read_bytes()


@pytest.mark.parametrize("of", ["stories", "ties"])
def test_pairs_of_reports_are_drawn_too(surveyed, tmp_path, of):
    sheet = tmp_path / "sheet.csv"
    done = run("sample", surveyed, "--of", of, "--out", sheet, "--controls", 1)
    assert done.exit_code == 0, done.stderr
    assert "Marisol" in sheet.read_text(encoding="utf-8")


def coded(sheet, path, codes):
    with sheet.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        for n, row in enumerate(rows):
            writer.writerow({**row, "code": codes[n % len(codes)]})
    return path


def test_sheets_of_two_coders_give_precision_and_agreement(surveyed, tmp_path):
    sheet = tmp_path / "sheet.csv"
    run("sample", surveyed, "--of", "stories", "--out", sheet)
    one = coded(sheet, tmp_path / "anna.csv", ["yes", "yes", "no"])
    other = coded(sheet, tmp_path / "ben.csv", ["Y", "yes", "NO"])
    found = json.loads(run("score", one, other, "--json").stdout)
    assert found["strata"][0]["size"] == 3
    assert found["precision"]["value"] == pytest.approx(2 / 3, abs=0.001)
    assert found["precision"]["low"] < 0.6667 < found["precision"]["high"]
    assert found["alpha"]["value"] == 1
    assert found["kappas"] == {"anna, ben": 1}
    shown = run("score", one, other).stdout
    assert "Krippendorff" in shown


def test_an_unknown_code_is_named_with_its_row(surveyed, tmp_path):
    sheet = tmp_path / "sheet.csv"
    run("sample", surveyed, "--of", "stories", "--out", sheet)
    done = run("score", coded(sheet, tmp_path / "anna.csv", ["maybe"]))
    assert done.exit_code == 1
    assert "row 2" in done.stderr


def test_a_sheet_that_nobody_coded_is_told(surveyed, tmp_path):
    sheet = tmp_path / "sheet.csv"
    run("sample", surveyed, "--of", "stories", "--out", sheet)
    done = run("score", sheet)
    assert done.exit_code == 1
    assert "no item is coded" in done.stderr


def test_shared_passages_of_reuse_can_be_judged_as_well(corpus, tmp_path):
    shared = tmp_path / "shared.parquet"
    assert run("reuse", corpus, "--out", shared).exit_code == 0
    sheet = tmp_path / "sheet.csv"
    assert run("sample", shared, "--out", sheet).exit_code == 0
    assert "Marisol" in sheet.read_text(encoding="utf-8")


def test_a_survey_takes_a_corpus_or_a_record(tmp_path):
    assert run("survey", "--out", tmp_path).exit_code == 2
