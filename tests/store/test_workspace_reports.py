"""Reports go in once, come out as they were, and their versions stay together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import ferry_story

from synoptic.errors import NotInWorkspace

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
