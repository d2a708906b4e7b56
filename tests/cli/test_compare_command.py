from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

import synoptic
from synoptic.cli import app

SCHEMA = json.loads(
    (
        Path(synoptic.__file__).parent / "present/schema/synoptic-1.schema.json"
    ).read_text(encoding="utf-8")
)
WIRE = """\
Harbour crane falls in Port Ilmen

PORT ILMEN, March 4 (Tidewater) - A loading crane fell across two empty barges in \
Port Ilmen on Tuesday, the harbour office said.

Nobody was hurt. "We heard it groan for an hour before it went," foreman Pelle Aske \
told reporters.

The crane was built in 1974 and had passed its last inspection in October.
"""
PAPER = """\
Crane topples at the docks

A loading crane fell across two empty barges in Port Ilmen on March 3, the harbour \
office said.

Traffic through the east lock stopped until the evening, and nine ships waited outside.

"We heard it groan for an hour before it went," foreman Pelle Aske told reporters.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args, **kwargs):
    return CliRunner().invoke(app, [*args], **kwargs)


def compared(*args) -> dict:
    done = run("compare", "wire.txt", "paper.txt", "--fast", "--json", *args)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_json_satisfies_the_schema_and_says_how_it_was_made(folder):
    document = compared()
    Draft202012Validator(SCHEMA).validate(document)
    assert document["run"]["options"]["fast"] is True
    assert {i["path"] for i in document["run"]["inputs"]} == {"wire.txt", "paper.txt"}
    assert document["run"]["pipeline"] is None
    assert document["run"]["vectors"] is None
    assert any("--fast" in line for line in document["run"]["degraded"])
    assert any(len(unit["readings"]) == 2 for unit in document["units"])


def test_order_of_the_arguments_changes_nothing(folder):
    first = run("compare", "wire.txt", "paper.txt", "--fast", "--json")
    second = run("compare", "paper.txt", "wire.txt", "--fast", "--json")
    assert first.stdout == second.stdout


def test_base_changes_what_is_read_along_and_not_the_result(folder):
    plain, along = compared(), compared("--base", "paper.txt")
    assert along["run"].pop("options")["base"] == "paper.txt"
    plain["run"].pop("options")
    assert plain == along


@pytest.mark.parametrize("args", [[], ["--plain"]])
def test_terminal_shows_findings_before_the_passages(folder, args):
    done = run("compare", "wire.txt", "paper.txt", "--fast", *args)
    assert done.exit_code == 0
    assert done.stdout.index("FINDINGS") < done.stdout.index("ONLY IN A")
    assert "passed its last inspection" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_page_is_written_beside_the_terminal_text(folder):
    done = run("compare", "wire.txt", "paper.txt", "--fast", "--html", "page.html")
    assert done.exit_code == 0, done.stderr
    assert "FINDINGS" in done.stdout
    assert "page written to page.html" in done.stderr
    assert "inspection" in (folder / "page.html").read_text(encoding="utf-8")


def test_excerpts_leave_out_what_is_not_shown_as_evidence(folder):
    args = ["compare", "wire.txt", "paper.txt", "--fast", "--json", "--html"]
    assert run(*args, "full.html").exit_code == 0
    assert run(*args, "cut.html", "--excerpts", "0").exit_code == 0
    full, cut = (folder / n for n in ("full.html", "cut.html"))
    assert cut.stat().st_size < full.stat().st_size


def test_page_that_cannot_be_written_is_told_in_one_line(folder):
    done = run("compare", "wire.txt", "paper.txt", "--fast", "--html", "no/page.html")
    assert done.exit_code == 1
    assert done.stderr.startswith("synoptic: no/page.html: cannot be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "args",
    [
        ["--open"],
        ["--excerpts", "3"],
        ["--excerpts", "-1", "--html", "x.html"],
        ["--max-size", "much"],
        ["--max-size", "0"],
        ["--base", "Z"],
        ["--outlet", "other.txt=News"],
        ["--outlet", ""],
        ["--outlet", "One", "--outlet", "Two"],
        ["--published-at", "tuesday"],
        ["--language", "english"],
        ["--no-such-option"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_no_traceback(folder, args):
    done = run("compare", "wire.txt", "paper.txt", "--fast", *args)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_input_that_cannot_be_read_is_named_and_the_rest_goes_on(folder):
    (folder / "empty.txt").write_bytes(b"")
    done = run("compare", "wire.txt", "paper.txt", "empty.txt", "gone.txt", "--fast")
    assert done.exit_code == 3
    assert "not read: empty.txt: " in done.stderr
    assert "not read: gone.txt: " in done.stderr
    assert "2 inputs not read" in done.stdout


@pytest.mark.parametrize("paths", [["gone.txt"], ["wire.txt", "gone.txt"]])
def test_less_than_two_reports_fail_with_the_reasons(folder, paths):
    done = run("compare", *paths, "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "not read: gone.txt: There is no such file" in done.stderr


def test_statements_hold_for_all_inputs_or_for_one(folder):
    document = compared(
        *("--outlet", "wire.txt=Tidewater", "--published-at", "2026-03-04"),
        *("--published-at", "paper.txt=2026-03-05T08:00"),
    )
    said = {r["path"]: (r["outlet"], r["published_at"]) for r in document["reports"]}
    assert said["wire.txt"] == ("Tidewater", "2026-03-04")
    assert said["paper.txt"][1] == "2026-03-05T08:00"
    assert said["paper.txt"][0] != "Tidewater"


def test_reports_stand_in_order_of_publication(folder):
    late = ["--published-at", "wire.txt=2026-03-05T08:00:00+02:00"]
    early = ["--published-at", "paper.txt=2026-03-05T06:30:00+01:00"]
    paths = [r["path"] for r in compared(*late, *early)["reports"]]
    assert paths == ["paper.txt", "wire.txt"]


def test_size_limit_refuses_a_larger_input(folder):
    (folder / "long.txt").write_text(WIRE * 40, encoding="utf-8")
    args = ["compare", "wire.txt", "paper.txt", "long.txt", "--fast"]
    done = run(*args, "--max-size", "2kB")
    assert done.exit_code == 3
    assert "long.txt" in done.stderr
    assert run(*args, "--max-size", "1.5MB").exit_code == 0


def test_size_limit_lets_a_larger_input_in(folder):
    (folder / "long.txt").write_text("words " * 200_000, encoding="utf-8")
    args = ["annotate", "long.txt", "--fast", "--json"]
    assert run(*args).exit_code == 3
    assert run(*args, "--max-size", "2MB").exit_code == 0


def test_page_is_opened_in_the_browser(folder, monkeypatch):
    opened = []
    monkeypatch.setattr("typer.launch", opened.append)
    args = ["compare", "wire.txt", "paper.txt", "--fast", "--html", "page.html"]
    assert run(*args, "--open").exit_code == 0
    assert opened == [(folder / "page.html").as_uri()]


def test_address_is_refused_when_offline(folder):
    done = run(
        *("compare", "wire.txt", "paper.txt", "https://example.invalid/story"),
        *("--offline", "--fast"),
    )
    assert done.exit_code == 3
    assert "https://example.invalid/story" in done.stderr


def test_standard_input_is_a_report(folder):
    done = run("compare", "-", "wire.txt", "--fast", "--json", input=PAPER)
    assert done.exit_code == 0, done.stderr
    assert {r["path"] for r in json.loads(done.stdout)["reports"]} == {"-", "wire.txt"}


def test_a_report_against_itself_is_the_same_everywhere(folder):
    (folder / "copy").mkdir()
    (folder / "copy/wire.txt").write_text(WIRE, encoding="utf-8")
    done = run("compare", "wire.txt", "copy/wire.txt", "--fast", "--json")
    document = json.loads(done.stdout)
    ids = sorted(report["id"] for report in document["reports"])
    assert ids[0].endswith("-1")
    assert ids[1].endswith("-2")
    kinds = {link["kind"] for unit in document["units"] for link in unit["links"]}
    assert kinds == {"verbatim"}


def test_corrections_are_applied_and_those_without_effect_are_named(folder):
    by_path = {report["path"]: report for report in compared()["reports"]}
    target = {"report_id": by_path["paper.txt"]["id"]}
    lines = [
        {"id": "c1", "kind": "outlet", "target": target, "value": "Ilmen Post"},
        {"id": "c2", "kind": "outlet", "target": {"report_id": "nobody"}, "value": "X"},
    ]
    text = "\n".join(json.dumps({**line, "at": "", "by": ""}) for line in lines)
    (folder / "fixes.jsonl").write_text(text, encoding="utf-8")
    document = compared("--corrections", "fixes.jsonl")
    outlets = {report["path"]: report["outlet"] for report in document["reports"]}
    assert outlets["paper.txt"] == "Ilmen Post"
    assert any("c2" in line for line in document["run"]["degraded"])
    shown = run(
        "compare", "wire.txt", "paper.txt", "--fast", "--corrections", "fixes.jsonl"
    )
    assert "correction c2 (outlet) was not applied" in shown.stdout


def test_corrections_that_cannot_be_read_fail_with_the_line(folder):
    (folder / "fixes.jsonl").write_text('\n{"id": 3}\n', encoding="utf-8")
    done = run("compare", "wire.txt", "paper.txt", "--corrections", "fixes.jsonl")
    assert done.exit_code == 1
    assert "fixes.jsonl, line 2: " in done.stderr


def test_annotate_prints_blocks_and_the_document(folder):
    shown = run("annotate", "wire.txt", "--fast")
    assert shown.exit_code == 0
    assert re.search(r"^  dateline +PORT ILMEN, March 4", shown.stdout, re.MULTILINE)
    document = json.loads(run("annotate", "wire.txt", "--fast", "--json").stdout)
    Draft202012Validator(SCHEMA).validate(document)
    assert document["findings"] is None
    assert document["reports"][0]["blocks"][0]["kind"] == "headline"


def test_annotate_without_any_report_ends_with_rejects(folder):
    done = run("annotate", "gone.txt", "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["rejected"][0]["code"] == "missing"


def test_report_text_cannot_steer_the_terminal(folder):
    evil = (
        PAPER + "\n\x1b[2J\x1b]0;gotcha\x07 A word \u202eturned round for the reader.\n"
    )
    (folder / "evil.txt").write_text(evil, encoding="utf-8")
    for args in (["compare", "wire.txt"], ["annotate"], ["figures"], ["timeline"]):
        done = run(*args, "evil.txt", "--fast")
        assert done.exit_code == 0
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout


def test_headlines_turn_nothing_and_speak_to_no_terminal(tmp_path):
    for name, headline in (
        ("a", "Harbour \u202edesolc\x1b[31m"),
        ("b", "Harbour open"),
    ):
        text = f"{headline}\n\nThe mayor opened the harbour on Tuesday.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["compare", str(tmp_path), "--fast"])
    assert "Harbour \u2039U+202E\u203adesolc" in done.stdout
    assert not {"\u202e", "\x1b"} & set(done.stdout)
