from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.app.corrections import (
    as_record,
    correct,
    load_corrections,
    read_correction,
)
from synoptic.errors import CorrectionError
from synoptic.model import Block, Correction, Report, Span, Target

TEXT = "Tug sinks\n\nA tug sank off Varde.\nPicture: Lind\n\nAll were saved."
REPORT = Report(
    id="r",
    series="r",
    path="r.txt",
    text=TEXT,
    blocks=(Block(0, 9, "headline"), Block(11, 46, "body"), Block(48, 63, "body")),
    outlet="Varde Post",
)


def fix(name, kind, value, *, undoes=None, report="r", **target):
    return Correction(name, "", "", kind, Target(report, **target), value, undoes)


def applied(*corrections):
    (report,), missed = correct([REPORT], corrections)
    return report, missed


@pytest.mark.parametrize(
    ("kind", "value", "field", "then"),
    [
        ("outlet", "Varde News", "outlet", "Varde News"),
        ("outlet", None, "outlet", None),
        ("byline", "Ane Lind", "byline", "Ane Lind"),
        ("published_at", "2026-03-04T08:00", "published_at", "2026-03-04T08:00"),
        ("language", "da", "language", "da"),
        ("language", None, "language", "und"),
    ],
)
def test_fields_are_set_right(kind, value, field, then):
    report, missed = applied(fix("c", kind, value))
    assert getattr(report, field) == then
    assert missed == ()


def test_later_corrections_win():
    report, _ = applied(fix("c1", "outlet", "One"), fix("c2", "outlet", "Two"))
    assert report.outlet == "Two"


def test_a_correction_can_be_taken_back_and_that_again():
    first = fix("c1", "outlet", "One")
    back = fix("c2", "outlet", None, undoes="c1")
    again = fix("c3", "outlet", None, undoes="c2")
    assert applied(first, back)[0].outlet == "Varde Post"
    assert applied(first, back, again)[0].outlet == "One"


def test_lines_are_cut_out_as_a_block_of_their_own():
    report, missed = applied(fix("c", "block", "caption", exact="Picture: Lind"))
    assert missed == ()
    assert [(b.kind, report.quote(b.span)) for b in report.blocks] == [
        ("headline", "Tug sinks"),
        ("body", "A tug sank off Varde."),
        ("caption", "Picture: Lind"),
        ("body", "All were saved."),
    ]


@pytest.mark.parametrize(
    "target",
    [
        {"start": 33, "end": 46, "exact": "Picture: Lind"},
        {"start": 1, "end": 14, "exact": "Picture: Lind"},
        {"start": 900, "end": 913, "exact": "Picture: Lind"},
        {"exact": "Picture: Lind", "prefix": "Varde.\n", "suffix": "\n\nAll"},
        {"exact": "Picture: Lind", "prefix": "words since changed "},
        {"start": 33, "end": 46},
    ],
)
def test_target_is_found_at_its_offsets_or_by_its_words(target):
    report, _ = applied(fix("c", "block", "caption", **target))
    assert Block(33, 46, "caption") in report.blocks


@pytest.mark.parametrize(
    "correction",
    [
        fix("c", "outlet", "X", report="other"),
        fix("c", "block", "caption", exact="no such words"),
        fix("c", "block", "caption", exact="s"),
        fix("c", "block", "caption", start=3, end=2),
        fix("c", "block", "caption"),
        fix("c", "block", "advert", exact="Tug sinks"),
        fix("c", "block", None, exact="Tug sinks"),
        fix("c", "published_at", "yesterday"),
        fix("c", "colour", "red"),
        fix("c", "outlet", None, undoes="b"),
        fix("c", "outlet", None, undoes="c"),
    ],
    ids=lambda c: f"{c.kind}-{c.value}-{c.target.exact}",
)
def test_what_has_no_effect_is_reported_and_changes_nothing(correction):
    report, missed = applied(correction)
    assert report == REPORT
    assert len(missed) == 1
    assert missed[0].startswith(f"correction c ({correction.kind}) was not applied: ")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_blocks_stay_apart_and_lose_no_words(start, end):
    report, missed = applied(fix("c", "block", "caption", start=start, end=end))
    spans = [block.span for block in report.blocks]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(report.quote(span).strip() for span in spans) or missed
    kept = "".join("".join(report.quote(span)) for span in spans)
    assert "".join(kept.split()) == "".join(TEXT.split())


def test_records_are_read_as_they_are_written(tmp_path):
    given_ = (
        fix("c1", "block", "caption", start=1, end=3, exact="ug", prefix="T"),
        replace(fix("c2", "outlet", None, undoes="c1"), at="2026-01-01", by="desk"),
    )
    path = tmp_path / "fixes.jsonl"
    lines = [json.dumps(as_record(c)) for c in given_]
    path.write_text("\ufeff" + "\n\n".join(lines) + "\n", encoding="utf-8")
    assert load_corrections(path) == given_


@pytest.mark.parametrize(
    "record",
    [
        3,
        {},
        {"id": "c"},
        {"id": "c", "kind": "outlet", "target": "r"},
        {"id": "c", "kind": "outlet", "target": {}},
        {"id": "c", "kind": "outlet", "target": {"report_id": "r", "start": "1"}},
        {"id": "c", "kind": "outlet", "target": {"report_id": "r"}, "value": 4},
    ],
)
def test_what_is_no_record_is_refused(record):
    with pytest.raises(CorrectionError):
        read_correction(record)


def test_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CorrectionError, match="there is no such file"):
        load_corrections(tmp_path / "gone.jsonl")


def test_span_of_a_correction_is_half_open():
    report, _ = applied(fix("c", "block", "crosshead", start=0, end=9))
    assert report.spans_of("crosshead") == (Span(0, 9),)
