"""`compare` writes further forms beside its result; writers come in by a door."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint

import pytest
from lxml import etree
from typer.testing import CliRunner

import synoptic
from synoptic.cli import app
from synoptic.errors import UsageError
from synoptic.present import writers


@pytest.fixture(scope="module")
def inputs(request):
    folder = request.config.rootpath / "examples" / "merrow-lagoon"
    return [str(folder / name) for name in ("norden.txt", "harbour-daily.txt")]


@pytest.fixture(scope="module")
def result(inputs):
    return synoptic.compare(inputs, fast=True)


def test_compare_writes_tei_and_annotations(tmp_path, inputs):
    tei, notes = tmp_path / "a.xml", tmp_path / "a.json"
    asked = ["--write", f"tei={tei}", "--write", f"web-annotation={notes}"]
    done = CliRunner().invoke(app, ["compare", *inputs, "--fast", *asked])
    assert done.exit_code == 0
    assert f"tei written to {tei}" in done.stderr
    root = etree.fromstring(tei.read_bytes())
    assert len(root.findall(".//{*}witness")) == 2
    assert json.loads(notes.read_text())["total"] > 10


@pytest.mark.parametrize("given", ["tei", "tei=", "tie=a.xml", "=a.xml"])
def test_a_form_that_is_not_there_is_refused_before_reading(given):
    done = CliRunner().invoke(app, ["compare", "nowhere.txt", "--write", given])
    assert done.exit_code == 2
    assert "web-annotation" in done.stderr


def test_every_form_of_ours_is_written(result):
    ours = ("csv", "html", "json", "parquet", "prov", "tei", "web-annotation")
    assert set(ours) <= set(writers.writer_names())
    assert all(len(result.write(form)) > 1000 for form in ours)
    words = "Fisheries"
    assert words.encode() in result.write("json")
    assert words.encode() not in result.write("json", text=False)
    with pytest.raises(UsageError, match="made of the words"):
        result.write("html", text=False)


def test_a_writer_of_others_comes_in_by_the_door(result, monkeypatch):
    def doors(*, group, name=None):
        assert group == "synoptic.writers"
        door = EntryPoint("count", "builtins:str", group)
        monkeypatch.setattr(EntryPoint, "load", lambda _: _count)
        return [door] if name in (None, "count") else []

    monkeypatch.setattr(writers, "entry_points", doors)
    assert writers.writer_names() == ("count",)
    assert result.write("count") == b"2"


def _count(collation, *, text):
    assert text
    return str(len(collation.reports)).encode()
