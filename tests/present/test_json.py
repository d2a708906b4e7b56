from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from builders import Made, collation, ferry_story
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from measured import everything_measured

from synoptic.errors import DocumentError
from synoptic.model import (
    Collation,
    Comparison,
    DateMention,
    Descent,
    Entity,
    Figure,
    Finding,
    Happening,
    Link,
    Membership,
    Name,
    Omission,
    Origin,
    Partly,
    Quotation,
    Report,
    Run,
    Story,
    Unit,
    Utterance,
    Wording,
)
from synoptic.present.json import from_json, reports_to_json, to_json

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("synoptic-1-*.json"))
SECTIONS = [
    "schema",
    "run",
    "findings",
    "reports",
    "entities",
    "rejected",
    "units",
    "partly",
    "descent",
    "origins",
    "utterances",
    "comparisons",
    "timeline",
    "positions",
    "omissions",
    "wording",
]


def schema() -> dict:
    folder = resources.files("synoptic.present") / "schema"
    return json.loads((folder / "synoptic-1.schema.json").read_text(encoding="utf-8"))


def check(document: dict) -> None:
    Draft202012Validator(schema()).validate(document)


def test_document_has_the_sections_of_the_design_in_their_order():
    document = json.loads(to_json(ferry_story()))
    assert list(document)[: len(SECTIONS)] == SECTIONS


def test_what_was_not_measured_is_null_and_not_empty():
    document = json.loads(to_json(ferry_story()))
    assert document["entities"] is None
    assert document["descent"] is None
    assert document["wording"] is None
    assert document["reports"][0]["quotations"] is None
    assert document["rejected"] == []


def test_documents_satisfy_the_schema():
    for story in (ferry_story(), ferry_story(2), everything_measured()):
        check(json.loads(to_json(story)))


def test_annotated_reports_satisfy_the_schema_and_claim_no_comparison():
    story = everything_measured()
    text = reports_to_json(story.run, story.reports, story.annotations, story.rejected)
    document = json.loads(text)
    check(document)
    assert document["findings"] is None
    assert document["units"] is None
    with pytest.raises(DocumentError, match="not compared"):
        from_json(text)


def test_reading_back_gives_the_same_records():
    story = everything_measured()
    story = replace(story, findings=())  # their weights are rounded
    assert from_json(to_json(story)) == story


def test_writing_twice_gives_the_same_characters():
    written = to_json(everything_measured())
    assert to_json(from_json(written)) == written
    assert to_json(everything_measured()) == written


def test_edits_and_spans_are_written_as_the_design_names_them():
    document = json.loads(to_json(everything_measured()))
    edit = document["units"][0]["links"][0]["edits"][0]
    assert edit["class"] == "number"
    assert document["reports"][0]["sentences"] == [{"start": 0, "end": 37}]
    assert document["reports"][0]["figures"][0]["low"] == 1.4
    assert document["reports"][0]["names"][0].keys() >= {"start", "end", "entity"}
    assert document["reports"][0]["quotations"][0]["content"][0][0] > 0


def test_each_item_of_a_list_stands_on_a_line_of_its_own():
    lines = to_json(ferry_story()).splitlines()
    story = json.loads("\n".join(lines))
    assert sum(line.startswith('{"id"') for line in lines) == (
        len(story["findings"]) + len(story["reports"]) + len(story["units"])
    )


@given(st.text(min_size=1))
def test_any_text_comes_back_unchanged(text):
    story = collation([Made("a", [("headline", text)]), Made("b", [("body", text)])])
    written = to_json(story)
    written.encode()
    assert [r.text for r in from_json(written).reports] == [text, text]


def test_half_a_surrogate_pair_is_escaped():
    story = collation([Made("a", [("body", "a \ud83d b")]), Made("b", [("body", "c")])])
    assert json.loads(to_json(story).encode())["reports"][0]["text"] == "a \ud83d b"


def test_a_later_document_with_unknown_names_is_read():
    document = json.loads(to_json(everything_measured()))
    document["moods"] = [{"report": "wire", "mood": "calm"}]
    document["reports"][0]["mood"] = "calm"
    document["units"][0]["links"][0]["edits"][0]["mood"] = None
    check(document)
    assert from_json(json.dumps(document)) == from_json(to_json(everything_measured()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "synoptic/2"}',
        '{"schema": "synoptic/1", "units": []}',
        '{"schema": "synoptic/1", "units": 3, "reports": [], "run": null}',
        '{"schema": "synoptic/1", "units": [], "reports": [{}]}',
        '{"schema": "synoptic/1", "units": [], "reports": 7}',
    ],
)
def test_what_is_no_document_is_refused_with_our_error(text):
    with pytest.raises(DocumentError):
        from_json(text)


def _names(value: object, place: str = "") -> set[str]:
    if isinstance(value, dict):
        own = {f"{place}.{key}" for key in value}
        return own.union(*(_names(v, f"{place}.{k}") for k, v in value.items()))
    if isinstance(value, list):
        return set().union(*(_names(v, f"{place}[]") for v in value))
    return set()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_golden_documents_are_read_and_nothing_of_them_is_lost(path):
    """Each was written by a released version; later ones only add."""
    golden = json.loads(path.read_text(encoding="utf-8"))
    check(golden)
    again = json.loads(to_json(from_json(path.read_text(encoding="utf-8"))))
    options = f"{'.run'}.options"
    lost = {n for n in _names(golden) - _names(again) if not n.startswith(options)}
    assert not lost
    assert again["units"] == golden["units"]
    assert again["findings"] == golden["findings"]


def test_there_is_a_golden_document():
    assert GOLDEN


def test_every_name_of_the_schema_is_described():
    whole = schema()
    for part in (whole, *whole["$defs"].values()):
        assert part["description"]
        for name, value in part.get("properties", {}).items():
            assert value.get("description"), name


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (Quotation, "quotation"),
        (Name, "name"),
        (Figure, "figure"),
        (DateMention, "date"),
        (Report, "report"),
        (Entity, "entity"),
        (Finding, "finding"),
        (Unit, "unit"),
        (Link, "link"),
        (Partly, "partly"),
        (Descent, "descent"),
        (Origin, "origin"),
        (Utterance, "utterance"),
        (Comparison, "comparison"),
        (Happening, "moment"),
        (Omission, "omission"),
        (Wording, "wording"),
        (Run, "run"),
        (Story, "story"),
        (Membership, "membership"),
    ],
)
def test_schema_names_every_field_that_is_written(record, name):
    written = {field.name for field in dataclasses.fields(record)} - {"span"}
    assert written <= set(schema()["$defs"][name]["properties"])


def test_schema_names_every_section():
    sections = {field.name for field in dataclasses.fields(Collation)}
    assert sections - {"annotations"} <= set(schema()["properties"])
