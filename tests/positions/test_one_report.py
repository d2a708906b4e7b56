"""One report alone: who stands where in it."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from synoptic.cli import app

TEXT = """Council split over the harbour toll

Mayor Ines Varga said on Tuesday that she supports the harbour toll.

Senator Paul Lindqvist said he opposes the harbour toll.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments):
    done = CliRunner().invoke(app, ["positions", *arguments, "--plain"])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_who_stands_where_in_it(report):
    said = run(report)
    assert "Ines Varga: for it; in A" in said
    assert "Paul Lindqvist: against it; in A" in said
    assert "not looked at" not in said
    assert run(report, "--csv").count("harbour toll") >= 2


def test_its_document_says_that_nothing_was_compared(report):
    document = json.loads(run(report, "--json"))
    schema = resources.files("synoptic.present") / "schema/synoptic-1.schema.json"
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(document)
    assert {position["stance"] for position in document["positions"]} == {
        "for",
        "against",
    }
    assert document["units"] is document["findings"] is document["partly"] is None


def test_what_only_several_can_answer_names_what_one_can(report):
    done = CliRunner().invoke(app, ["omissions", report])
    assert done.exit_code == 1
    assert "positions take one" in done.stderr


def test_what_was_not_done_is_said_of_it_too(report, tmp_path):
    assert "Who stands where was not looked at." in run(report, "--fast")
    record = {"id": "1", "kind": "outlet", "target": {"report_id": "gone"}}
    fixes = tmp_path / "fixes.jsonl"
    fixes.write_text(json.dumps(record))
    assert "is not among these" in run(report, "--corrections", str(fixes))


def test_corrections_hold_for_it_too(report, tmp_path):
    (entry,) = json.loads(run(report, "--json"))["reports"]
    start = entry["text"].index("the harbour toll.")
    record = {
        "id": "1",
        "kind": "proposal-name",
        "value": "the fee for boats",
        "target": {"report_id": entry["id"], "start": start, "end": start + 16},
    }
    fixes = tmp_path / "fixes.jsonl"
    fixes.write_text(json.dumps(record))
    assert "the fee for boats" in run(report, "--corrections", str(fixes))
