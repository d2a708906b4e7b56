"""`synoptic stories`: stories on the terminal, as JSON and CSV, and as they come in."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator, ValidationError
from typer.testing import CliRunner

from synoptic.cli import app

FERRY = "The ferry Marisol ran aground off Pellworth, harbour master Ines Dahl said."
STRIKE = "Bakers in Orlund walked out over night pay, union leader Tomas Reyk said."
ROWS = [
    {"id": "f1", "headline": "Ferry Marisol aground", "text": FERRY},
    {"id": "s1", "headline": "Orlund bakers walk out", "text": STRIKE},
    {"id": "f2", "outlet": "Post", "text": FERRY + " Tugs pulled the Marisol free."},
]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def run(*words, stdin=None):
    return CliRunner().invoke(app, ["stories", *map(str, words)], input=stdin)


def test_stories_as_json_name_their_reports(file):
    document = json.loads(run(file, "--json").stdout)
    assert sorted(map(sorted, (s["reports"] for s in document["stories"]))) == [
        ["f1", "f2"],
        ["s1"],
    ]
    assert document["stories"][0].keys() >= {"id", "reports", "follows", "title"}
    assert "text" not in document["reports"][0]


def validated(document):
    path = resources.files("synoptic.present") / "schema" / "synoptic-1.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)


def test_stories_as_json_satisfy_the_published_schema(file):
    document = json.loads(run(file, "--json", "--explain", "f2").stdout)
    validated(document)
    assert list(document) == [
        "schema",
        "run",
        "stories",
        "reports",
        "explained",
        "rejected",
    ]
    settled = run("-", "--follow", "--settle", "--json", stdin=file.read_text())
    validated(json.loads("{" + settled.stdout.split("\n{", len(ROWS))[-1]))


@pytest.mark.parametrize("section", ["stories", "explained", "reports"])
def test_a_section_of_stories_that_lacks_a_name_is_refused(file, section):
    document = json.loads(run(file, "--json", "--explain", "f2").stdout)
    del document[section][0]["story" if section == "explained" else "id"]
    with pytest.raises(ValidationError):
        validated(document)


def test_stories_as_csv_have_a_row_for_each_report(file):
    lines = run(file, "--csv").stdout.splitlines()
    assert lines[0].startswith("story,report,outlet")
    assert len(lines) == 1 + len(ROWS)


def test_the_terminal_names_stories_of_several_reports(file):
    shown = run(file, "--plain").stdout
    assert "3 reports in 2 stories" in shown
    assert "Ferry Marisol aground" in shown
    assert "1 report beside no other" in shown


def test_a_report_is_explained_by_the_words_it_shares(file):
    shown = run(file, "--explain", "f2", "--plain").stdout
    assert "Marisol" in shown
    assert "nearness" in shown


def test_a_report_alone_is_explained_too(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    shown = run(path, "--explain", "f1")
    assert shown.exit_code == 0
    assert "No other report shares a rare word" in shown.stdout


def test_explaining_a_report_that_is_not_there_is_wrong_usage(file):
    assert run(file, "--explain", "f9").exit_code == 2


def test_reports_are_placed_as_they_come_in(file):
    lines = run("-", "--follow", "--json", stdin=file.read_text()).stdout.splitlines()
    placed = [json.loads(line) for line in lines]
    assert [one["report"] for one in placed] == ["f1", "s1", "f2"]
    assert placed[0]["story"] == placed[2]["story"] != placed[1]["story"]
    assert placed[2]["n_reports"] == 2


def test_settling_at_the_end_says_what_was_placed_anew(file):
    shown = run(file, "--follow", "--settle").stdout
    assert "settled: 2 stories, 1 of several reports; 0 reports placed anew" in shown


def test_a_line_that_is_no_report_is_named_and_the_rest_is_placed(file):
    shown = run("-", "--follow", stdin='{"id": 1}\n' + file.read_text())
    assert shown.exit_code == 3
    assert len(shown.stdout.splitlines()) == len(ROWS)


def test_a_reader_can_put_reports_apart(file, tmp_path):
    records = tmp_path / "corrections.jsonl"
    record = {
        "id": "c1",
        "kind": "other-story",
        "target": {"report_id": "f2"},
        "value": "f1",
    }
    records.write_text(json.dumps(record) + "\n", encoding="utf-8")
    document = json.loads(run(file, "--json", "--corrections", records).stdout)
    assert all(len(story["reports"]) == 1 for story in document["stories"])
    assert document["run"]["degraded"] == []


def test_json_and_csv_exclude_each_other(file):
    assert run(file, "--json", "--csv").exit_code == 2
