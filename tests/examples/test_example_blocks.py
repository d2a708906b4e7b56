"""Reading the example story finds its furniture and fields, as the sheet has them."""

import tomllib
from pathlib import Path

import pytest

from synoptic.model import Report
from synoptic.read import read

FOLDER = Path(__file__).parents[2] / "examples" / "merrow-lagoon"
SHEET = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))
FILES = [row["file"] for row in SHEET["report"]]


def _read(name: str) -> Report:
    (report,) = read([str(FOLDER / name)]).reports
    return report


def _kinds(row: dict) -> set[str]:
    return {row["kind"]} if isinstance(row["kind"], str) else set(row["kind"])


def _places(text: str, line: str) -> list[int]:
    """Where the line stands at the start of a line, share of a longer one or not."""
    found, at = [], text.find(line)
    while at >= 0:
        alone = text[at + len(line) :].startswith("\n")
        if (at == 0 or text[at - 1] == "\n") and (alone or line.endswith("-")):
            found.append(at)
        at = text.find(line, at + 1)
    return found


@pytest.mark.parametrize("name", FILES)
def test_furniture_lines_have_their_kind(name: str) -> None:
    report = _read(name)
    wrong = []
    for row in SHEET["furniture"]:
        for line in row["lines"] if row["file"] == name else ():
            for at in _places(report.text, line):
                kinds = {
                    b.kind
                    for b in report.blocks
                    if b.start < at + len(line) and b.end > at
                }
                if not kinds <= _kinds(row):
                    wrong.append((line, sorted(kinds), sorted(_kinds(row))))
    assert not wrong


@pytest.mark.parametrize("name", FILES)
def test_all_else_is_body(name: str) -> None:
    report = _read(name)
    furniture = [
        (at, at + len(line))
        for row in SHEET["furniture"]
        if row["file"] == name
        for line in row["lines"]
        for at in _places(report.text, line)
    ]
    wrong = [
        (b.kind, report.quote(b.span))
        for b in report.blocks
        if b.kind != "body" and not any(s < b.end and b.start < e for s, e in furniture)
    ]
    assert not wrong


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("field", ["headline", "byline", "published_at", "outlet"])
def test_stated_fields_are_read(name: str, field: str) -> None:
    (row,) = [row for row in SHEET["report"] if row["file"] == name]
    right = [row[field]] if isinstance(row[field], str) else row[field]
    assert (getattr(_read(name), field) or "") in right


@pytest.mark.parametrize("name", FILES)
def test_credits_are_read(name: str) -> None:
    (row,) = [row for row in SHEET["report"] if row["file"] == name]
    assert list(_read(name).credits) == row["credits"]
