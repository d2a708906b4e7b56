"""What must hold of every result, checked on the example story."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import synoptic
from synoptic.model import Span

STORY = Path(__file__).parents[2] / "examples/merrow-lagoon"
PATHS = sorted(STORY.glob("*.txt"))


@pytest.fixture(scope="module", params=[True, False], ids=["fast", "whole"])
def result(request) -> synoptic.Comparison:
    return synoptic.compare(PATHS, fast=request.param)


def test_every_span_lies_in_its_report(result):
    for report, spans in _all_spans(result).items():
        text = result.collation.report(report).text
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_units_have_at_most_one_reading_a_report(result):
    for unit in result.units:
        reports = [reading.report for reading in unit.readings]
        assert len(reports) == len(set(reports))


def test_links_that_lead_out_of_their_unit_are_shared_points_as_well(result):
    shared = {(pair.a.report, pair.b.report) for pair in result.partly}
    for unit in result.units:
        reports = {reading.report for reading in unit.readings}
        for link in unit.links:
            ends = {link.a, link.b}
            assert ends & reports
            assert ends <= reports or (link.a, link.b) in shared


def test_links_go_from_the_earlier_report_to_the_later(result):
    place = {report.id: i for i, report in enumerate(result.reports)}
    for unit in result.units:
        for link in unit.links:
            assert place[link.a] < place[link.b]


def test_passages_stand_in_the_body_and_none_overlaps_another(result):
    spans: dict[str, list[Span]] = {report.id: [] for report in result.reports}
    for unit in result.units:
        for reading in unit.readings:
            spans[reading.report] += reading.spans
    for report in result.reports:
        body = report.spans_of("body")
        ordered = sorted(spans[report.id])
        assert all(a.end <= b.start for a, b in pairwise(ordered))
        assert all(any(span.within(block) for block in body) for span in ordered)
        in_units = sum(len(report.quote(span).split()) for span in ordered)
        in_body = sum(len(report.quote(block).split()) for block in body)
        assert in_units == in_body


def test_ids_are_given_once(result):
    for rows in (result.findings, result.units, result.reports):
        ids = [row.id for row in rows]
        assert len(ids) == len(set(ids))


def test_findings_come_heaviest_first(result):
    weights = [finding.weight for finding in result.findings]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "whole"])
def test_order_of_the_reports_given_changes_nothing(fast):
    forth = synoptic.compare(PATHS, fast=fast)
    back = synoptic.compare(PATHS[::-1], fast=fast)
    assert forth.to_json() == back.to_json()


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "whole"])
def test_a_third_report_does_not_change_how_two_compare(fast):
    intake = synoptic.read(PATHS)
    a, b, *others = intake.reports
    alone = _links(synoptic.compare([a, b], fast=fast), a.id, b.id)
    for other in others if fast else others[:2]:
        assert _links(synoptic.compare([a, b, other], fast=fast), a.id, b.id) == alone


def _links(result: synoptic.Comparison, a: str, b: str) -> set[tuple]:
    return {
        (link.kind, span_a, span_b)
        for unit in result.units
        for link in unit.links
        if (link.a, link.b) == (a, b)
        for span_a in link.a_spans
        for span_b in link.b_spans
    }


def _all_spans(result: synoptic.Comparison) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {report.id: [] for report in result.reports}
    for finding in result.findings:
        for place in finding.evidence:
            spans[place.report].append(place.span)
    for unit in result.units:
        for reading in unit.readings:
            spans[reading.report] += reading.spans
        for link in unit.links:
            spans[link.a] += link.a_spans
            spans[link.b] += link.b_spans
            spans[link.a] += [e.a for e in link.edits if e.a is not None]
            spans[link.b] += [e.b for e in link.edits if e.b is not None]
    for pair in result.partly:
        for reading in (pair.a, pair.b):
            spans[reading.report] += reading.spans
    for known in result.annotations:
        for name in known.names or ():
            spans[known.report].append(name.span)
        for quotation in known.quotations or ():
            spans[known.report] += quotation.content
        for figure in known.figures or ():
            spans[known.report].append(figure.span)
        for date in known.dates or ():
            spans[known.report].append(date.span)
    return spans
