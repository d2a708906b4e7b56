"""`synoptic figures` and `synoptic timeline`: lists, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

ONE = "The port\n\nAt least 12 people drowned off Elsby on Tuesday, the council said.\n"
TWO = "The port\n\nThe council said 15 people drowned off Elsby on March 11.\n"


@pytest.fixture
def reports(tmp_path):
    paths = []
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def run(*args):
    result = CliRunner().invoke(app, [*args, "--fast"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_figures_are_listed_with_bounds_and_unit(reports):
    rows = list(csv.DictReader(io.StringIO(run("figures", reports[0], "--csv"))))
    assert [(r["low"], r["high"], r["unit"]) for r in rows] == [("12", "", "person")]


def test_figures_of_two_reports_stand_beside_each_other(reports):
    rows = json.loads(run("figures", *reports, "--json"))["figures"]
    assert {row["report"] for row in rows} == {"A", "B"}


def test_the_timeline_takes_a_stated_publication_time(reports):
    stated = ["--published-at", "2025-03-14"]
    rows = json.loads(run("timeline", reports[0], "--json", *stated))["timeline"]
    assert [row["earliest"] for row in rows] == ["2025-03-11"]


def test_nothing_dated_is_said(tmp_path):
    path = tmp_path / "plain.txt"
    path.write_text("The port\n\nNothing was said of the ferry.\n", encoding="utf-8")
    assert "nothing is dated" in run("timeline", str(path))
    assert "no figures" in run("figures", str(path))


def test_the_timeline_takes_corrections(reports, tmp_path):
    known = json.loads(run("annotate", reports[0], "--json"))["reports"][0]
    fix = {
        "id": "c1",
        "at": "2025-03-15T09:00:00+00:00",
        "by": "desk",
        "kind": "published_at",
        "target": {"report_id": known["id"]},
        "value": "2025-03-14",
    }
    fixes = tmp_path / "fixes.jsonl"
    fixes.write_text(json.dumps(fix) + "\n", encoding="utf-8")
    given = ["timeline", reports[0], "--json", "--corrections", str(fixes)]
    assert [row["earliest"] for row in json.loads(run(*given))["timeline"]] == [
        "2025-03-11"
    ]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("figures", "figures were not looked for"),
        ("timeline", "dates were not looked for"),
        ("quotes", "Quotations were not looked for in kaj.txt."),
    ],
)
def test_what_was_not_looked_for_is_not_called_absent(tmp_path, command, said):
    path = tmp_path / "kaj.txt"
    path.write_text("הרציף נפתח מחדש ביום שלישי אחרי 11 ימים.", encoding="utf-8")
    printed = run(command, str(path))
    assert printed.strip().splitlines()[0] == said
    assert "no figures" not in printed
    assert "No quotations were found" not in printed


def test_under_a_table_of_several_reports_their_letters_are_told(reports):
    assert run("figures", *reports).endswith("\nA is two.txt; B is one.txt\n")
    assert "B is" not in run("figures", reports[0])


@pytest.mark.parametrize("command", ["figures", "timeline"])
def test_two_forms_at_once_are_refused(command, reports):
    result = CliRunner().invoke(app, [command, *reports, "--json", "--csv"])
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_a_length_beside_a_date_is_no_figure_beside_one(tmp_path):
    printed = {
        "one.txt": "The troops of Ostrava entered Calder last August.\n",
        "two.txt": "The army of Ostrava has been in Calder for seven months.\n",
    }
    for name, text in printed.items():
        (tmp_path / name).write_text(text)
    asked = [*(str(tmp_path / n) for n in printed), "--published-at", "2025-03-14"]
    found = json.loads(run("compare", *asked, "--json"))["comparisons"]
    assert [c["kind"] for c in found] == ["date"]
    rows = json.loads(run("figures", *asked, "--json"))["figures"]
    assert [(r["words"], r["beside"]) for r in rows] == [("seven months", None)]


@pytest.mark.parametrize("command", ["quotes", "figures", "positions"])
def test_where_no_report_was_read_it_fails_and_says_so(tmp_path, command):
    (tmp_path / "empty.txt").write_bytes(b"")
    done = CliRunner().invoke(app, [command, str(tmp_path / "empty.txt"), "--fast"])
    assert done.exit_code == 1
    assert "empty.txt: Holds no byte" in done.stderr
    assert "synoptic: no report was found" in done.stderr
    assert done.stdout == ""
