"""`synoptic omissions`: in words, as CSV and as JSON."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

DEAL = (
    "The port of Torhaven has handed the union a list of demands for a new contract "
    "before the summer"
)


@pytest.fixture
def paths(tmp_path):
    texts = {
        "a.txt": f"Port hands over demands\n\n{DEAL}, according to two people familiar "
        "with the talks.\n\nThe old quay stays closed.",
        "b.txt": f"Port hands over pay demands\n\n{DEAL}.\n\nNobody was at work on "
        "Sunday.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def run(*args):
    result = CliRunner().invoke(app, ["omissions", *args, "--fast"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_lines_stand_under_the_report_that_lacks_the_thing(paths):
    said = " ".join(run(*paths).split())
    assert "Not in B: 1 source Source: Printed without its source, which A has." in said


def test_csv_has_a_row_a_thing(paths):
    (row,) = csv.DictReader(io.StringIO(run(*paths, "--csv")))
    assert (row["not_in"], row["kind"], row["in"]) == ("B", "attribution", "A")


def test_json_is_the_whole_document(paths):
    document = json.loads(run(*paths, "--json"))
    (omission,) = document["omissions"]
    assert omission["kind"] == "attribution"
    assert document["wording"] is not None


def test_headlines_are_set_beside_each_other(paths):
    said = run(*paths, "--wording")
    assert "Port hands over demands" in said
    assert said.count("only in this headline") == 1


def test_two_forms_at_once_are_refused(paths):
    result = CliRunner().invoke(app, ["omissions", *paths, "--json", "--csv"])
    assert result.exit_code == 2
