"""The commands about a workspace, as a user meets them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

FERRY = """Ferry to Ness stops for a week

By Ada Lind

NESS, March 4, 2026 - The ferry to Ness stops for a week from Monday, the harbour office
said on Wednesday. Some 300 people cross every day.

"We have no second boat," said Jon Brandt, who runs the harbour.
"""
PAPER = FERRY.replace("Ferry to Ness stops", "No ferry to Ness").replace("Ada", "Eva")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Calls a command in a folder with two reports."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "echo.txt").write_text(FERRY)
    (folder / "mirror.txt").write_text(PAPER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SYNOPTIC_WORKSPACE", raising=False)

    def call(*words, code=0, typed=None):
        done = CliRunner().invoke(app, [*words], input=typed)
        assert done.exit_code == code, done.output
        return done

    return call


@pytest.fixture
def filled(run):
    run("add", "in", "--fast")
    return run


def rows(done, name):
    return json.loads(done.stdout)[name]


def test_nothing_but_add_makes_a_workspace(run, tmp_path):
    for command in (["list"], ["search", "x"], ["show", "x"], ["doctor"]):
        said = run(*command, code=1).stderr
        assert "there is no workspace at synoptic.db" in said
        assert "synoptic add" in said
    assert not (tmp_path / "synoptic.db").exists()


def test_the_environment_and_the_option_name_another(run, tmp_path, monkeypatch):
    run("add", "in/echo.txt", "--fast", "--workspace", "one.db")
    monkeypatch.setenv("SYNOPTIC_WORKSPACE", str(tmp_path / "two.db"))
    run("add", "in/mirror.txt", "--fast")
    reports = [
        rows(run("list", "--reports", "all", "--json", *more), "reports")
        for more in ([], ["--workspace", "one.db"])
    ]
    assert [[r["path"] for r in r] for r in reports] == [
        ["in/mirror.txt"],
        ["in/echo.txt"],
    ]


def test_add_says_what_came_of_each(run):
    first = run("add", "in", "nowhere.txt", "--fast", code=3)
    assert first.stdout.count("new: ") == 2
    assert "not read: nowhere.txt" in first.stderr
    again = run("add", "in", "--fast", "--json")
    assert {r["kind"] for r in rows(again, "added")} == {"known"}


def test_list_show_and_search_lead_to_one_another(filled):
    (story,) = rows(filled("list", "--json"), "stories")
    assert story["reports"] == 2
    assert story["story"] in filled("list").stdout
    assert "two reports" not in filled("list", "--csv").stdout
    hits = rows(filled("search", "second", "boat", "--json"), "hits")
    assert {h["story"] for h in hits} == {story["story"]}
    for name in (story["story"], hits[0]["report"]):
        assert "FINDINGS" in filled("show", name, "--fast").stdout
    assert "none of 0" in filled("search", "bridge").stdout
    assert len(rows(filled("search", "--speaker", "brandt", "--json"), "hits")) == 2


def test_show_writes_the_page(filled, tmp_path):
    (story,) = rows(filled("list", "--json"), "stories")
    said = filled("show", story["story"], "--fast", "--html", "p.html").stderr
    assert "page written to p.html" in said
    assert "<!doctype html>" in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_names_that_are_not_there_are_told(filled):
    assert "no story nobody" in filled("show", "nobody", code=1).stderr
    assert "no report nobody" in filled("remove", "nobody", "--yes", code=1).stderr


def test_versions_show_what_changed(filled, tmp_path):
    (tmp_path / "in" / "echo.txt").write_text(FERRY.replace("300", "400"))
    (row,) = rows(filled("add", "in/echo.txt", "--fast", "--json"), "added")
    assert (row["kind"], row["version"]) == ("version", 2)
    assert len(rows(filled("list", "--versions", row["id"], "--json"), "versions")) == 2
    shown = filled("show", row["id"], "--versions", "--fast").stdout
    assert "400" in shown


def test_remove_asks_first_and_then_leaves_nothing(filled, tmp_path):
    report = rows(filled("list", "--reports", "all", "--json"), "reports")[0]["report"]
    assert filled("remove", report, typed="n\n")
    assert len(rows(filled("list", "--reports", "all", "--json"), "reports")) == 2
    filled("backup", "b.db")
    said = filled("remove", report, typed="y\n")
    assert "1 report is gone" in said.stdout
    assert str(tmp_path / "b.db") in said.stderr
    again = filled("add", "in", "--fast")
    assert "removed before" in again.stdout
    filled("add", "in", "--fast", "--again")
    assert len(rows(filled("list", "--reports", "all", "--json"), "reports")) == 2


def test_backup_and_restore(filled):
    assert "backup written to" in filled("backup", "b.db").stdout
    said = filled("backup", "b.db", "--restore", "--workspace", "new.db").stdout
    assert "2 reports restored" in said
    assert filled("list", "--workspace", "new.db").stdout == filled("list").stdout


def test_export_and_join(filled, tmp_path):
    (story,) = rows(filled("list", "--json"), "stories")
    whole = filled("export", story["story"], "--fast").stdout
    filled("export", story["story"], "--fast", "--without-text", "--out", "p.json")
    assert "second boat" not in (tmp_path / "p.json").read_text(encoding="utf-8")
    assert filled("join", "p.json", "in").stdout == whole
    assert filled("join", "p.json").stdout == whole
    missing = filled("join", "p.json", "in/echo.txt", code=3).stderr
    assert "no copy of report" in missing
    assert "no form" in filled("export", story["story"], "--format", "x", code=2).stderr


def test_corrections_of_a_file_are_kept_and_given_back(filled, tmp_path):
    (story,) = rows(filled("list", "--json"), "stories")
    report = rows(filled("list", "--reports", "all", "--json"), "reports")[0]["report"]
    record = {"id": "c1", "at": "", "by": "desk", "kind": "outlet", "value": "Echo"}
    lines = [
        {**record, "target": {"report_id": report}},
        {**record, "id": "c2", "target": {"report_id": "nobody"}},
    ]
    fixes = tmp_path / "fixes.jsonl"
    fixes.write_text("\n".join(json.dumps(line) for line in lines))
    asked = ["add", "in", "--fast", "--corrections", str(fixes)]
    said = filled(*asked, code=3).stderr
    assert "1 correction kept" in said
    assert "correction c2 was not kept" in said
    assert "0 corrections kept" in filled(*asked, code=3).stderr
    kept = filled("export", story["story"], "--format", "corrections").stdout
    assert json.loads(kept)["value"] == "Echo"
    assert "Echo" in filled("show", story["story"], "--fast").stdout


def test_doctor_says_what_to_do(filled):
    said = filled("doctor").stdout
    assert "reports: 2" in said
    assert "no backup was ever made" in said
    found = json.loads(filled("doctor", "--json").stdout)
    assert found["workspace"]["stories"] == 1
    assert {t["grave"] for t in found["troubles"]} == {False}


def test_doctor_keeps_a_workspace_small(filled):
    kept = json.loads(filled("doctor", "--json", "--results-within", "0").stdout)
    assert kept["workspace"]["kept_results"] == 0
    gone = filled("doctor", "--remove-older-than", "30", "--mend").stderr
    assert "2 reports older than 30 days removed" in gone
    assert "no stories" in filled("list").stdout


def test_doctor_takes_the_schema_back(filled):
    assert "schema 0001" in filled("doctor", "--schema", "0001").stdout
    assert "schema: 0002" in filled("doctor").stdout  # opening brings it up again
    assert "no schema 7" in filled("doctor", "--schema", "7", code=1).stderr


def test_later_leaves_annotating_to_the_doctor(run):
    run("add", "in", "--later")
    said = run("search", "--speaker", "brandt").stderr
    assert "2 reports not looked at for speakers" in said
    assert "not annotated" in run("doctor").stdout
    assert "not annotated" not in run("doctor", "--annotate", "--fast").stdout
    assert "not looked at" not in run("search", "--speaker", "brandt").stderr
