"""A story taken out of the workspace is whole, and finds its words again."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from lxml import etree

from synoptic.app import workspace as desk
from synoptic.app.corrections import read_correction
from synoptic.app.workspace_stories import place_reports
from synoptic.errors import DocumentError, NotForPublication, UsageError
from synoptic.model import Target
from synoptic.store import open_workspace

HERE = "examples/merrow-lagoon"
T = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def story(tmp_path_factory, request):
    """A workspace with the example story, the story's id, and its comparison."""
    folder = request.config.rootpath / HERE
    with open_workspace(tmp_path_factory.mktemp("export") / "desk.db") as workspace:
        (name,) = desk.add_sources(workspace, str(folder), fast=True).stories
        yield workspace, name, desk.show_story(workspace, name, fast=True)


def exported(story, form, **more):
    workspace, name, _ = story
    return desk.export(workspace, name, form, fast=True, **more)


def runs(text, n=3):
    words = re.findall(r"\w+", text)
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


@pytest.mark.parametrize("form", [f for f in desk.export_forms() if f != "corrections"])
def test_every_form_is_the_same_each_time(story, form):
    assert exported(story, form) == exported(story, form) != b""


def test_json_is_the_result_itself(story):
    assert exported(story, "json").decode() == story[2].to_json()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_table_has_every_reading(story, form):
    data = exported(story, form)
    if form == "csv":
        rows = [*csv.DictReader(io.StringIO(data.decode()))]
    else:
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
    collation = story[2].collation
    found = {(r["unit"], r["report"], int(r["start"]), int(r["end"])) for r in rows}
    assert found == {
        (u.id, r.report, s.start, s.end)
        for u in collation.units
        for r in u.readings
        for s in r.spans
    }
    kinds = {"verbatim", "edited", "reworded", "one-point", "only-here"}
    assert {r["kind"] for r in rows} <= kinds
    if form == "parquet":
        for row in rows:
            text = collation.report(row["report"]).text
            assert text[row["start"] : row["end"]] == row["text"]


def said(element, witness):
    """The words of one witness in a piece of an apparatus."""
    out = element.text or ""
    for child in element:
        if child.tag == T + "app":
            for reading in child:
                if f"#{witness}" in reading.get("wit").split():
                    out += said(reading, witness)
        out += child.tail or ""
    return out


def test_the_apparatus_is_well_formed_and_gives_every_reading_word_for_word(story):
    root = etree.fromstring(exported(story, "tei"))
    collation = story[2].collation
    names = {
        w.find(f".//{T}idno[@type='synoptic']").text: w.get(XML_ID)
        for w in root.iter(f"{T}witness")
    }
    assert set(names) == {r.id for r in collation.reports}
    passages = {ab.get(XML_ID): ab for ab in root.iter(f"{T}ab")}
    assert len(passages) == len(collation.units)
    for unit in collation.units:
        for reading in unit.readings:
            report = collation.report(reading.report)
            words = " ".join(report.quote(span) for span in reading.spans)
            assert said(passages[f"u{unit.id}"], names[report.id]) == words
    pointers = [p.get("target") for p in root.iter(f"{T}ptr") if p.get("type")]
    assert len(pointers) == sum(
        len(r.spans) for u in collation.units for r in u.readings
    )


def test_annotations_resolve_by_place_and_by_words(story):
    page = json.loads(exported(story, "web-annotation"))
    collation = story[2].collation
    assert page["total"] == len(page["first"]["items"])
    assert len({item["id"] for item in page["first"]["items"]}) == page["total"]
    for item in page["first"]["items"]:
        assert item["type"] == "Annotation"
        for target in item["target"]:
            text = collation.report(target["source"].rsplit(":", 1)[1]).text
            place, words = target["selector"]
            assert text[place["start"] : place["end"]] == words["exact"]
            around = words["prefix"] + words["exact"] + words["suffix"]
            assert around in text


@pytest.mark.parametrize("form", ["json", "csv", "parquet", "tei", "web-annotation"])
def test_without_text_no_three_words_of_a_report_are_left(story, form):
    data = exported(story, form, text=False)
    if form == "parquet":
        data = json.dumps(pq.read_table(io.BytesIO(data)).to_pylist()).encode()
    held = set().union(*(runs(r.text) for r in story[2].reports))
    # Outlets, times and file names are no words of the text, though they stand there.
    for report in story[2].reports:
        held -= runs(f"{report.outlet} {report.published_at} {report.path}")
    left = runs(data.decode()) & held
    assert not {run for run in left if not all(word.isdigit() for word in run)}


def test_words_are_joined_again_from_local_copies(story, request):
    places = exported(story, "json", text=False).decode()
    folder = str(request.config.rootpath / HERE)
    whole, missing, rejected = desk.join(places, folder)
    assert (whole, missing, rejected) == (story[2].to_json(), (), ())
    assert desk.join(places, [], workspace=story[0])[0] == whole


def test_a_copy_that_is_not_at_hand_is_named(story, request):
    places = exported(story, "json", text=False).decode()
    one = request.config.rootpath / HERE / "norden.txt"
    _, missing, _ = desk.join(places, str(one))
    assert len(missing) == len(story[2].reports) - 1
    with pytest.raises(DocumentError, match="without-text"):
        desk.join(story[2].to_json(), str(one))


def test_a_page_without_words_is_refused(story):
    with pytest.raises(UsageError, match="made of the words"):
        exported(story, "html", text=False)
    with pytest.raises(UsageError, match="no form"):
        exported(story, "pdf")


@pytest.mark.parametrize(
    "stated",
    [
        {"embargoed_until": "2999-01-01T06:00:00+00:00"},
        {"embargoed_until": "next week"},
        {"status": "withheld"},
        {"status": "canceled"},
    ],
)
def test_what_is_held_back_is_exported_only_when_asked_for(workspace, story, stated):
    for n, report in enumerate(story[2].reports[:2]):
        workspace.add(replace(report, **stated) if n else report)
    (name, *_) = place_reports(workspace, [r.id for r in workspace.reports()])
    with pytest.raises(NotForPublication, match="include-held"):
        desk.export(workspace, name, "json", fast=True)
    assert desk.export(workspace, name, "json", fast=True, include_held=True)


def test_an_embargo_that_has_ended_holds_nothing_back(workspace, story):
    report = story[2].reports[0]
    workspace.add(replace(report, embargoed_until="2001-01-01T00:00:00"))
    (name,) = place_reports(workspace, [report.id])
    assert desk.export(workspace, name, "json", fast=True)


def test_corrections_are_exported_as_the_records_they_are(workspace, story):
    report = story[2].reports[0]
    workspace.add(report)
    (name,) = place_reports(workspace, [report.id])
    made = desk.correct(workspace, "outlet", Target(report.id), "Norden")
    (line,) = desk.export(workspace, name, "corrections").decode().splitlines()
    assert read_correction(json.loads(line)) == made
