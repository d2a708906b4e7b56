"""Reports go in once, come out as they were, and their versions stay together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from builders import ferry_story
from hypothesis import given
from hypothesis import strategies as st
from made_reports import made_report

from synoptic.errors import NotInWorkspace
from synoptic.model import Annotations, Figure, Report, Span, Syntax, report_id
from synoptic.store import codec

REPORT = ferry_story().reports[0]


def test_a_report_comes_out_as_it_went_in(workspace):
    for report in ferry_story().reports:
        assert workspace.add(report).kind == "new"
    for report in ferry_story().reports:
        assert workspace.report(report.id) == report


def test_the_same_report_is_known(workspace):
    workspace.add(REPORT)
    again = workspace.add(REPORT)
    assert (again.kind, again.id) == ("known", REPORT.id)
    assert workspace.n_reports() == 1


def test_another_text_under_one_id_is_a_version(workspace):
    workspace.add(REPORT)
    later = replace(REPORT, text=REPORT.text + "\n\nIt sailed on Monday.")
    added = workspace.add(later)
    assert (added.kind, added.number, added.series) == ("version", 2, REPORT.series)
    assert [r.text for r in workspace.versions(added.series)] == [
        REPORT.text,
        later.text,
    ]
    assert workspace.add(later) == replace(added, kind="known")
    assert workspace.add(REPORT).kind == "known"


def test_a_report_that_is_not_there_is_named(workspace):
    with pytest.raises(NotInWorkspace, match="nobody"):
        workspace.report("nobody")


def with_url(url, text):
    name = report_id(url, text.encode())
    report = made_report(1, text=text)
    return replace(report, id=name, series=name, url=url, path=url)


WIRE = "Ferry stops\n\nThe ferry to Ness stops for a week from Monday, they said."


def test_a_later_text_from_one_address_is_a_version(workspace):
    workspace.add(with_url("https://example.org/a?utm_source=x", WIRE))
    later = with_url("HTTPS://Example.org/a#top", WIRE + " Buses run instead.")
    assert workspace.add(later).kind == "version"


def test_the_same_text_from_one_address_is_known_whatever_its_bytes(workspace):
    first = with_url("https://example.org/a", WIRE)
    workspace.add(first)
    again = replace(first, id="other-bytes", series="other-bytes", sha256="1" * 64)
    assert workspace.add(again).kind == "known"


def test_another_report_at_one_address_is_no_version(workspace):
    for number in range(30):
        text = made_report(number).text
        assert workspace.add(with_url("https://example.org/", text)).kind == "new"


def test_the_same_text_at_two_addresses_is_two_reports(workspace):
    workspace.add(with_url("https://example.org/a", WIRE))
    assert workspace.add(with_url("https://example.net/a", WIRE)).kind == "new"


def test_versions_stand_in_the_order_of_their_times(workspace):
    late = replace(REPORT, modified_at="2026-03-05", text=REPORT.text + " Late.")
    early = replace(REPORT, modified_at="2026-03-04", text=REPORT.text + " Early.")
    workspace.add(late)
    workspace.add(early)
    assert [r.modified_at for r in workspace.versions(REPORT.series)] == [
        "2026-03-04",
        "2026-03-05",
    ]
    assert workspace.latest([REPORT.series]) == {REPORT.id}


@given(st.text())
def test_any_record_comes_back_bit_by_bit(text):
    report = replace(made_report(3), text=text, headline=text, credits=(text, ""))
    assert codec.unpack(Report, codec.pack(report)) == report


def test_annotations_come_back_with_their_syntax():
    syntax = Syntax(
        start=np.array([0, 4], np.int32),
        end=np.array([3, 9], np.int32),
        lemma=("the", "ferry"),
        pos=("DET", "NOUN"),
        tag=("DT", "NN"),
        relation=("det", "ROOT"),
        head=np.array([1, 1], np.int32),
        sentence=np.array([0, 0], np.int32),
    )
    figure = Figure("f", Span(4, 9), Decimal("0.1"), None, "person", kind="share")
    known = Annotations(
        report="r",
        language="en",
        sentences=(Span(0, 9),),
        syntax=syntax,
        figures=(figure,),
        names=(),
    )
    back = codec.unpack(Annotations, codec.pack(known))
    assert replace(back, syntax=None) == replace(known, syntax=None)
    for name in ("start", "end", "head", "sentence"):
        one, other = getattr(back.syntax, name), getattr(syntax, name)
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()
    assert back.syntax.lemma == syntax.lemma
