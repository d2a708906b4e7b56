"""The other example stories read and compare as their sheets of the truth have them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

import synoptic
from synoptic.model import Collation, Report, Span
from synoptic.read import read

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("sarn-valley", "aune-water")
SHEETS = {
    name: tomllib.loads((EXAMPLES / name / "truth.toml").read_text(encoding="utf-8"))
    for name in STORIES
}
FILES = [(name, row["file"]) for name in STORIES for row in SHEETS[name]["report"]]


def _rows(table: str) -> list[tuple[str, dict]]:
    return [(name, row) for name in STORIES for row in SHEETS[name][table]]


def _label(value: object) -> str:
    if isinstance(value, str):
        return value
    words = value.get("start") or value["a_starts"][0]
    files = [value["file"]] if "start" in value else [value["a"], value["b"]]
    names = " ".join(name.removesuffix(".txt") for name in files)
    return f"{names}: {' '.join(re.findall('[A-Za-z0-9]+', words)[:4])}"


def _read(story: str, name: str) -> Report:
    (report,) = read([str(EXAMPLES / story / name)]).reports
    return report


@cache
def _compared(story: str) -> Collation:
    return synoptic.compare(str(EXAMPLES / story / "*.txt")).collation


def _report(collation: Collation, name: str) -> Report:
    (report,) = [r for r in collation.reports if Path(r.path).name == name]
    return report


@pytest.mark.parametrize(("story", "name"), FILES)
@pytest.mark.parametrize("field", ["headline", "byline", "published_at", "outlet"])
def test_stated_fields_of_the_story_are_read(story, name, field):
    (row,) = [row for row in SHEETS[story]["report"] if row["file"] == name]
    right = [row[field]] if isinstance(row[field], str) else row[field]
    assert (getattr(_read(story, name), field) or "") in right


@pytest.mark.parametrize(("story", "name"), FILES)
def test_credits_and_furniture_of_the_story_are_read(story, name):
    report = _read(story, name)
    (row,) = [row for row in SHEETS[story]["report"] if row["file"] == name]
    assert list(report.credits) == row["credits"]
    for part in SHEETS[story]["furniture"]:
        if part["file"] != name:
            continue
        kinds = {part["kind"]} if isinstance(part["kind"], str) else set(part["kind"])
        for line in part["lines"]:
            at = report.text.index(line)
            found = {
                b.kind for b in report.blocks if b.start < at + len(line) and b.end > at
            }
            assert found <= kinds, (line, found)


@pytest.mark.parametrize(("story", "row"), _rows("pair"), ids=_label)
def test_sentences_of_the_story_have_the_kind_on_its_sheet(story, row):
    collation = _compared(story)
    a, b = _report(collation, row["a"]), _report(collation, row["b"])
    places = {
        a.id: [a.text.index(s) + _lead(s) for s in row["a_starts"]],
        b.id: [b.text.index(s) + _lead(s) for s in row["b_starts"]],
    }
    kinds = {
        link.kind
        for unit in collation.units
        for link in unit.links
        if {link.a, link.b} == set(places)
        and _in(places[link.a], link.a_spans)
        and _in(places[link.b], link.b_spans)
    }
    kinds |= {
        p.kind or "partly"
        for p in collation.partly
        if {p.a.report, p.b.report} == set(places)
        and _in(places[p.a.report], p.a.spans)
        and _in(places[p.b.report], p.b.spans)
    }
    right = {row["kind"]} if isinstance(row["kind"], str) else set(row["kind"])
    assert (kinds or {"not-the-same"}) <= right


@pytest.mark.parametrize(("story", "row"), _rows("only_here"), ids=_label)
def test_own_passages_of_the_story_are_only_here(story, row):
    collation = _compared(story)
    report = _report(collation, row["file"])
    place = [report.text.index(row["start"]) + _lead(row["start"])]
    shared = [
        reading.report
        for unit in collation.units
        if any(r.report == report.id and _in(place, r.spans) for r in unit.readings)
        for reading in unit.readings
        if reading.report != report.id
    ] + [
        other.report
        for side, other in chain.from_iterable(
            ((p.a, p.b), (p.b, p.a)) for p in collation.partly
        )
        if side.report == report.id and _in(place, side.spans)
    ]
    assert not shared


def _lead(words: str) -> int:
    """What stands before the first word may be cut off."""
    return len(words) - len(words.lstrip("“\"‘' "))


def _in(places: list[int], spans: tuple[Span, ...]) -> bool:
    return any(span.start <= place < span.end for place in places for span in spans)
