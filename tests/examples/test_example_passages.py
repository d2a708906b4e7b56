"""What is said of the example story's passages agrees with the sheet of the truth."""

import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

import synoptic
from synoptic.model import Collation, Link, Report, Span

FOLDER = Path(__file__).parents[2] / "examples" / "merrow-lagoon"
SHEET = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))


def _label(row: dict) -> str:
    files = [row["file"]] if "start" in row else [row["a"], row["b"]]
    words = row["start"] if "start" in row else row["a_starts"][0]
    names = " ".join(name.removesuffix(".txt") for name in files)
    return f"{names}: {' '.join(re.findall('[A-Za-z0-9]+', words)[:5])}"


@cache
def _compared(*names: str) -> Collation:
    return synoptic.compare([str(FOLDER / name) for name in names]).collation


def _all_compared() -> Collation:
    return _compared(*(report["file"] for report in SHEET["report"]))


def _report(collation: Collation, name: str) -> Report:
    (report,) = [r for r in collation.reports if r.path.endswith(name)]
    return report


def _places(report: Report, starts: list[str]) -> list[int]:
    """Offsets of the first word of each start: what stands before it may be cut off."""
    return [
        report.text.index(start) + len(start) - len(start.lstrip("“\"‘' "))
        for start in starts
    ]


def _stands_in(place: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _links(collation: Collation, row: dict) -> list[Link]:
    """The links that join a place of one side with a place of the other."""
    a, b = _report(collation, row["a"]), _report(collation, row["b"])
    places = {a.id: _places(a, row["a_starts"]), b.id: _places(b, row["b_starts"])}
    return [
        link
        for unit in collation.units
        for link in unit.links
        if {link.a, link.b} == set(places)
        and any(_stands_in(p, link.a_spans) for p in places[link.a])
        and any(_stands_in(p, link.b_spans) for p in places[link.b])
    ]


def _found(collation: Collation, row: dict) -> set[str]:
    a, b = _report(collation, row["a"]), _report(collation, row["b"])
    places = {a.id: _places(a, row["a_starts"]), b.id: _places(b, row["b_starts"])}
    kinds: set[str] = {link.kind for link in _links(collation, row)}
    kinds |= {
        p.kind or "partly"
        for p in collation.partly
        if {p.a.report, p.b.report} == set(places)
        and any(_stands_in(place, p.a.spans) for place in places[p.a.report])
        and any(_stands_in(place, p.b.spans) for place in places[p.b.report])
    }
    return kinds or {"not-the-same"}


@pytest.mark.parametrize("row", SHEET["pair"], ids=_label)
def test_sentences_have_the_kind_on_the_sheet(row: dict) -> None:
    collation = _compared(row["a"], row["b"])
    right = {row["kind"]} if isinstance(row["kind"], str) else set(row["kind"])
    assert _found(collation, row) <= right


@pytest.mark.parametrize("row", SHEET["pair"], ids=_label)
def test_sentences_keep_their_kind_among_all_reports(row: dict) -> None:
    right = {row["kind"]} if isinstance(row["kind"], str) else set(row["kind"])
    assert _found(_all_compared(), row) <= right


@pytest.mark.parametrize(
    "row", [row for row in SHEET["pair"] if "edits" in row], ids=_label
)
def test_edits_are_listed_with_their_class(row: dict) -> None:
    collation = _compared(row["a"], row["b"])
    a = _report(collation, row["a"])
    listed = []
    for link in _links(collation, row):
        for edit in link.edits:
            sides = [
                _report(collation, name).quote(span) if span else ""
                for name, span in zip(
                    _paths(collation, link), (edit.a, edit.b), strict=True
                )
            ]
            listed.append((*(sides if link.a == a.id else sides[::-1]), edit.kind))
    for edit in row["edits"]:
        assert (edit["a"], edit["b"], edit["class"]) in listed


def _paths(collation: Collation, link: Link) -> list[str]:
    return [collation.report(link.a).path, collation.report(link.b).path]


@pytest.mark.parametrize("row", SHEET["only_here"], ids=_label)
def test_own_passages_are_only_here(row: dict) -> None:
    collation = _all_compared()
    report = _report(collation, row["file"])
    (place,) = _places(report, [row["start"]])
    shared = [
        collation.report(reading.report).path
        for unit in collation.units
        if any(
            r.report == report.id and _stands_in(place, r.spans) for r in unit.readings
        )
        for reading in unit.readings
        if reading.report != report.id
    ] + [
        collation.report(other.report).path
        for side, other in chain.from_iterable(
            ((p.a, p.b), (p.b, p.a)) for p in collation.partly
        )
        if side.report == report.id and _stands_in(place, side.spans)
    ]
    assert not shared
