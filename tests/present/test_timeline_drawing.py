"""The timeline as a drawing with a table that says the same."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from synoptic.model import Block, Evidence, Happening, Report, Span
from synoptic.present.figure_table import as_csv, as_text, timeline_rows
from synoptic.present.timeline_svg import timeline_fragment
from synoptic.present.when import when

TEXT = "The <b>port</b> was closed & reopened."


def made(name, published_at=None):
    return Report(
        id=name,
        series=name,
        path=name,
        text=TEXT,
        blocks=(Block(0, len(TEXT), "body"),),
        published_at=published_at,
    )


def happened(first, last, value, reports=("a",), year_from=None):
    members = tuple(Evidence(r, Span(0, len(TEXT))) for r in reports)
    return Happening(first, last, value, members, ("d",) * len(reports), year_from)


REPORTS = made("a", "2025-03-14T08:39"), made("b")
TIMELINE = (
    happened("1989-01-01", "1989-12-31", "1989"),
    happened("2024-06-01", "2024-08-31", "2024-SU"),
    happened("2025-03-11", "2025-03-11", "2025-03-11", ("a", "b")),
    happened("2025-03-12", "2025-03-12", "2025-03-12", ("b",), "a"),
)


def test_the_drawing_is_well_formed_and_escapes_report_text():
    fragment = timeline_fragment(REPORTS, TIMELINE)
    root = ET.fromstring(fragment)
    assert len(root.findall(".//circle")) == 2
    assert "<b>port" not in fragment.replace('<b class="sg">', "")


def test_the_table_says_what_the_drawing_says():
    fragment = timeline_fragment(REPORTS, TIMELINE)
    for happening in TIMELINE:
        assert len(re.findall(re.escape(when(happening)), fragment)) >= 3
    assert "year taken from A" in fragment
    assert "published" in fragment


def test_everything_stays_inside_the_drawing():
    root = ET.fromstring(timeline_fragment(REPORTS, TIMELINE))
    width = float(root.find("svg").get("viewBox").split()[2])
    for mark in root.iter():
        x = mark.get("cx") or mark.get("x")
        assert x is None or 0 <= float(x) <= width


def test_nothing_dated_and_nothing_measured_are_told_apart():
    assert "not read" in timeline_fragment(REPORTS, None)
    assert "No report dates" in timeline_fragment(REPORTS, ())


def test_times_are_named_as_precisely_as_printed():
    assert [when(h) for h in TIMELINE] == [
        "1989",
        "summer 2024",
        "11 March 2025",
        "12 March 2025",
    ]


@pytest.mark.parametrize(
    ("first", "last", "value", "words"),
    [
        ("2031-01-01", "2031-07-02", "2031", "early 2031"),
        ("2031-04-02", "2031-10-01", "2031", "mid-2031"),
        ("2031-07-02", "2031-12-31", "2031", "late 2031"),
        ("2031-01-01", "2031-08-07", "2031", "2031, up to 7 August"),
        ("2031-08-07", "2031-12-31", "2031", "2031, from 7 August"),
        ("2031-04-01", "2031-04-15", "2031-04", "early April 2031"),
        ("2031-04-08", "2031-04-23", "2031-04", "mid-April 2031"),
        ("2031-02-01", "2031-02-28", "2031-02", "February 2031"),
        ("2031-02-01", "2031-02-06", "2031-02", "1 to 6 February 2031"),
    ],
)
def test_part_of_a_year_or_month_is_told_from_what_had_passed_of_it(
    first, last, value, words
):
    assert when(happened(first, last, value)) == words


def test_rows_become_csv_and_columns():
    rows = timeline_rows(REPORTS, TIMELINE)
    assert as_csv(rows).count("\n") == len(rows) + 1
    assert as_text(rows).splitlines()[0].split()[0] == "earliest"
    assert as_csv([]) == ""
