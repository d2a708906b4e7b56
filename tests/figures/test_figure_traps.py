"""Numbers that once were read wrongly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import body_report

from synoptic.annotate.english.figures import find_figures
from synoptic.text.split import split_sentences


def read(text):
    found = find_figures(body_report("r", text), split_sentences(text), None, ())
    return [(f.low, f.high, f.unit) for f in found]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It is a 776-foot mast.", 776, "foot"),
        ("She is 5 feet 2 inches tall.", Decimal(62) / 12, "foot"),
        ("He is a 6-foot-2 guard.", Decimal(74) / 12, "foot"),
        ("It cost 3 dollars and 50 cents.", Decimal("3.5"), "dollar"),
        ("It has 3 million and a half trees.", 3500000, "tree"),
        ("A quarter million trees fell.", 250000, "tree"),
        ("It is 37m long.", 37, "m"),
        ("Some 1\u202f300 trees fell.", 1300, "tree"),
        ("Some 1 , 300 trees fell .", 1300, "tree"),
        ("It raised 280 million of the 1.5 billion euros.", 280000000, "EUR"),
        ("That one mile counts.", 1, "mile"),
        ("The margin is plus or minus 4.9 percent.", Decimal("4.9"), "%"),
        ("A three-judge panel met.", 3, "judge"),
        ("She was 43 when it sank.", 43, "year"),
        ("It came about a half hour late.", Decimal("0.5"), "hour"),
    ],
)
def test_a_figure_of_a_rarer_form_is_read(text, low, unit):
    first = read(text)[0]
    assert abs(first[0] - low) < Decimal("1e-9")
    assert first[2] == unit


@pytest.mark.parametrize(
    "text",
    [
        "A two-way race began.",
        "The forty-first boat sank.",
        "The twenty-second boat sank.",
        "UPDATE 1-Mayor shuts pier",
        "CORRECTED-UPDATE 2-Mayor shuts pier",
        "WRAPUP 3-Mayors shut piers",
        "The number is 1,5.",
        "Unit 3 at 16-18 Quay Street.",
        "See http://a.org/12/5.",
        "She is of two minds on the pier.",
        "It is the town where the couple lives.",
        "She put off the one-on-one talks.",
        "They asked the Group of Seven club of towns for a pier.",
        "He was doing a 180 and praising the pier.",
    ],
)
def test_what_is_no_figure_is_left(text):
    assert read(text) == []


def test_a_couple_of_boats_or_weeks_is_a_figure():
    assert [f[0] for f in read("A couple of boats sank.")] == [2]
    assert [f[0] for f in read("It rained for the past couple weeks.")] == [2]


@pytest.mark.parametrize(
    ("text", "high"),
    [("She handed over 36 boats.", 36), ("She counted over 36 boats.", None)],
)
def test_over_after_a_verb_of_giving_is_no_hedge(text, high):
    assert read(text)[0][1] == high
