"""Lengths of time that still run, beside the date on which they began."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate import annotate_all
from synoptic.collate.comparisons import find_comparisons

MARCH = "2025-03-14"
BEGAN = "Rebels from Ostrava Vale entered the port of Calder last August."


def made(name, text, published_at):
    return body_report(name, text, published_at=published_at)


def told(one, other, published=(MARCH, MARCH)):
    reports = made("a", one, published[0]), made("b", other, published[1])
    known = annotate_all(reports, fast=True).annotations
    texts = {r.id: r.text for r in reports}
    spans = {(k.report, d.id): d.span for k in known for d in k.dates}
    return [
        (
            c.verdict,
            c.reason,
            *(texts[m.report][slice(*_ends(spans[m.report, m.id]))] for m in c.members),
        )
        for c in find_comparisons(reports, known, ())
    ]


def _ends(span):
    return span.start, span.end


@pytest.mark.parametrize(
    "lasting",
    [
        "Troops have been trying for seven months to push Ostrava out of Calder.",
        "The army of Ostrava has been in Calder for nearly seven months.",
    ],
)
def test_a_length_that_began_on_the_other_date_fits(lasting):
    [found] = told(BEGAN, lasting)
    assert found == ("agree", "one fits", "last August", "seven months")


@pytest.mark.parametrize(
    "lasting",
    [
        "Troops have been trying for three months to push Ostrava out of Calder.",
        "Ostrava held Calder for seven months in the war of 1902.",
        "Ostrava asked for a truce of seven months in Calder.",
        "Farmers have been waiting for seven months in Calder.",
    ],
)
def test_other_lengths_are_set_beside_nothing(lasting):
    assert told(BEGAN, lasting) == []


def test_a_report_without_a_day_tells_no_beginning():
    lasting = "Troops have been trying for seven months to push Ostrava out of Calder."
    assert told(BEGAN, lasting, (MARCH, None)) == []


def test_two_dates_that_would_do_leave_it_open():
    twice = f"{BEGAN} In August 2024 Ostrava shut Calder to ships."
    lasting = "Troops have been trying for seven months to push Ostrava out of Calder."
    assert told(twice, lasting) == []
