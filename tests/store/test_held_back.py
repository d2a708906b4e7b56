"""Reports that are not for publication carry a banner, wherever they are shown."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import ferry_story
from rich.console import Console

from synoptic.present.held import is_held, notices
from synoptic.present.html import to_html
from synoptic.present.terminal import print_collation

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
REPORT = ferry_story().reports[0]


@pytest.mark.parametrize(
    ("stated", "held"),
    [
        ({}, False),
        ({"status": "usable"}, False),
        ({"status": "withheld"}, True),
        ({"status": "canceled"}, True),
        ({"embargoed_until": "2026-03-04T12:00:00+00:00"}, False),
        ({"embargoed_until": "2026-03-04T12:00:01"}, True),
        ({"embargoed_until": "2026-03-04T12:30:00+01:00"}, False),
        ({"embargoed_until": "tomorrow"}, True),
    ],
)
def test_a_report_is_held_back_by_what_its_publisher_states(stated, held):
    assert is_held(replace(REPORT, **stated), NOW) is held


def test_page_and_terminal_carry_a_banner():
    story = ferry_story()
    reports = list(story.reports)
    reports[0] = replace(reports[0], outlet="The <Quay>", status="withheld")
    reports[1] = replace(reports[1], embargoed_until="2026-03-05T06:00:00+00:00")
    story = replace(story, reports=tuple(reports))
    page, out = to_html(story), io.StringIO()
    print_collation(story, Console(file=out, width=200))
    assert page.count('class="held"') == 2
    assert "The &lt;Quay&gt;" in page
    for text in (page, out.getvalue()):
        assert "Withheld by its publisher, not for publication" in text
        assert "Under embargo until 2026-03-05T06:00:00+00:00" in text


def test_a_story_without_such_reports_has_none():
    assert notices(ferry_story().reports) == ()
    assert 'class="held"' not in to_html(ferry_story())
