"""`synoptic quotes`, and what readers set right about quotations."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from synoptic.app import annotate
from synoptic.cli import app
from synoptic.model import Correction, Target

WIRE = """\
Ferry stays in port

PORT ANSEL, March 4 (Tidewater) - The ferry will not sail this week, Harbour Minister \
Olga Brandt said on Tuesday.

"We do not believe that the quay is safe for the crews tonight," Brandt told reporters.

"Nobody asked the pilots," said Tomas Vell, who has steered the ferry since 1998.
"""
PAPER = """\
No ferry before Monday

Harbour Minister Olga Brandt closed the quay on Tuesday.

"We do believe that the quay is safe for the crews tonight," Brandt told reporters.
"""
RECORD = """\
MINISTER BRANDT: We do not believe that the quay is safe for the crews tonight.
"""


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", WIRE), ("b.txt", PAPER), ("record.txt", RECORD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(app, ["quotes", *words, "--fast"])


def test_speakers_are_listed_with_their_words(story):
    shown = run("a.txt", "b.txt", "--plain").stdout
    assert "Olga Brandt" in shown
    assert "Tomas Vell" in shown
    assert "words inside the marks of one only (a negation or a number): “not”" in shown


def test_one_speaker_is_shown_alone(story):
    shown = run("a.txt", "b.txt", "--speaker", "vell", "--plain").stdout
    assert "Tomas Vell" in shown
    assert "Brandt" not in shown


def test_only_differing_words_are_shown(story):
    shown = run("a.txt", "b.txt", "--differing", "--plain").stdout
    assert "Olga Brandt" in shown
    assert "pilots" not in shown


def test_csv_has_a_row_a_print(story):
    rows = list(csv.DictReader(io.StringIO(run("a.txt", "b.txt", "--csv").stdout)))
    assert {r["speaker"] for r in rows} == {"Olga Brandt", "Tomas Vell"}
    assert [r["differs"] for r in rows if "crews" in r["words"]] == ["yes", "yes"]


def test_json_holds_utterances_with_both_prints(story):
    document = json.loads(run("a.txt", "b.txt", "--json").stdout)
    assert document["schema"] == "synoptic/1"
    assert document["units"] is None
    two = [u for u in document["utterances"] if len(u["members"]) == 2]
    assert [a["kind"] for u in two for a in u["alterations"]] == ["added"]
    assert two[0]["alterations"][0]["grave"] is True


def test_json_and_csv_exclude_each_other(story):
    assert run("a.txt", "--json", "--csv").exit_code == 2


def test_reports_are_held_against_a_record(story):
    result = run("a.txt", "b.txt", "--record", "record.txt", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    paths = {r["id"]: r["path"] for r in document["reports"]}
    joined = [
        {paths[m["report"]] for m in u["members"]} for u in document["utterances"]
    ]
    assert {"a.txt", "b.txt", "record.txt"} in joined


def test_csv_cell_is_no_formula(story):
    (story / "c.txt").write_text(
        WIRE.replace('"Nobody asked', '"Nobody asked').replace("Tomas", "=Tomas"),
        encoding="utf-8",
    )
    rows = csv.reader(io.StringIO(run("c.txt", "--csv").stdout))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def correction(kind: str, report: str, exact: str, value: str | None) -> Correction:
    return Correction(
        id=f"{kind}-1",
        at="2026-03-05",
        by="desk",
        kind=kind,
        target=Target(report_id=report, exact=exact),
        value=value,
    )


def test_reader_sets_the_speaker_right(story):
    first = annotate("a.txt", fast=True)
    fix = correction(
        "speaker", first.reports[0].id, "Nobody asked the pilots", "Una Ek"
    )
    again = annotate("a.txt", fast=True, corrections=[fix])
    speakers = [q.speaker.entity for q in again.annotations[0].quotations]
    assert "Una Ek" in speakers
    assert "Tomas Vell" not in speakers
    assert again.run.degraded == ()


def test_reader_says_that_it_is_no_quotation(story):
    first = annotate("a.txt", fast=True)
    fix = correction(
        "not-quotation", first.reports[0].id, "Nobody asked the pilots", None
    )
    again = annotate("a.txt", fast=True, corrections=[fix])
    n_first = len(first.annotations[0].quotations)
    assert len(again.annotations[0].quotations) == n_first - 1


def test_correction_that_finds_no_quotation_is_told(story):
    first = annotate("a.txt", fast=True)
    fix = correction("speaker", first.reports[0].id, "Ferry stays in port", "Una Ek")
    again = annotate("a.txt", fast=True, corrections=[fix])
    assert any("no quotation stands there" in line for line in again.run.degraded)
