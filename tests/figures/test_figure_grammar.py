"""Figures as print has them, and the bounds and units a reader gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import body_report
from hypothesis import given
from hypothesis import strategies as st

from synoptic.annotate.english.dates import find_dates
from synoptic.annotate.english.figures import find_figures
from synoptic.text.split import split_sentences


def read(text):
    report = body_report("r", text, published_at="2025-03-14")
    sentences = split_sentences(text)
    dates = find_dates(report, sentences, None)
    return find_figures(report, sentences, None, dates)


def one(text):
    figures = read(text)
    assert len(figures) == 1, [text[f.span.start : f.span.end] for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12 people drowned.", 12, 12, "person"),
        ("Twelve people drowned.", 12, 12, "person"),
        ("At least 12 people drowned.", 12, None, "person"),
        ("Up to 12 people drowned.", None, 12, "person"),
        ("About 1,300 homes stood empty.", 1300, 1300, "home"),
        ("One hundred and thirty-two ships left.", 132, 132, "ship"),
        ("Two and a half million voters stayed.", 2500000, 2500000, "voter"),
        ("Dozens of boats left.", 12, 120, "boat"),
        ("Hundreds of thousands of people left.", 100000, 1000000, "person"),
        ("A couple of boats left.", 2, 2, "boat"),
        ("Between 10 and 15 boats left.", 10, 15, "boat"),
        ("Some 10 to 15 boats left.", 10, 15, "boat"),
        ("It covers 200 square km.", 200, 200, "square km"),
        ("It covers 77 sq. miles of bog.", 77, 77, "square mile"),
        ("It sold 4.3M copies.", 4300000, 4300000, "copy"),
        ("It sold 37mm.", 37, 37, "mm"),
        ("It costs RM2.70.", Decimal("2.70"), Decimal("2.70"), "MYR"),
        ("It costs RM3.06mil.", 3060000, 3060000, "MYR"),
        ("It does 80 m.p.h. at most.", 80, 80, "mph"),
        ("It does 20 miles per gallon.", 20, 20, "mpg"),
        ("Men aged 18 to 34 came.", 18, 34, "year"),
        ("It lists two gas-only powertrain options.", 2, 2, "option"),
        ("A magnitude 6 quake struck.", 6, 6, "magnitude"),
        ("A 6.1-magnitude quake struck.", Decimal("6.1"), Decimal("6.1"), "magnitude"),
        ("It had a magnitude of 5.9.", Decimal("5.9"), Decimal("5.9"), "magnitude"),
        ("An AK 47 and 12 boats lay there.", 12, 12, "boat"),
        ("It cost $3.7 million.", 3700000, 3700000, "dollar"),
        ("It cost US$3.7m.", 3700000, 3700000, "USD"),
        ("It cost 15 million pounds.", 15000000, 15000000, "GBP"),
        ("It cost £1.5bn.", 1500000000, 1500000000, "GBP"),
        ("It costs $5 a share.", 5, 5, "dollar/share"),
        ("It fell 4.3 percent.", Decimal("4.3"), Decimal("4.3"), "%"),
        ("It fell 0.5 percentage points.", Decimal("0.5"), Decimal("0.5"), None),
        ("Winds of 60 mph blew.", 60, 60, "mph"),
        ("A 30-day truce was signed.", 30, 30, "day"),
        ("A 43-year-old sang.", 43, 43, "year"),
        ("Anna Lang, 27, sang.", 27, 27, "year"),
        ("Half of the voters stayed.", Decimal("0.5"), Decimal("0.5"), "share"),
        ("One in five voters stayed.", Decimal("0.2"), Decimal("0.2"), "share"),
        ("It was minus 12 degrees Celsius.", -12, -12, "°C"),
    ],
)
def test_a_figure_is_read(text, low, high, unit):
    figure = one(text)
    assert (figure.low, figure.high) == (low, high)
    assert figure.unit == (unit or "percentage point")


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 737 landed.",
        "The G7 and the F-16 met.",
        "Article 5 holds.",
        "World War Two ended.",
        "On day one they sang.",
        "The 2022 invasion began.",
        "It opens at 8:30 p.m. on March 3.",
        "Call 212-555-1234 now.",
        "He lives at 131 West 23rd Street.",
        "One of them sang.",
        "The 96th minute came.",
        "COVID-19 spread.",
        "The first half of 2019 went well.",
    ],
)
def test_what_only_looks_like_a_figure_is_left(text):
    assert read(text) == ()


def test_hedge_direction_and_event_are_kept():
    text = "More than 50 people were wounded and at least 12 killed."
    wounded, killed = read(text)
    assert (wounded.direction, wounded.event) == ("over", "injured")
    assert (killed.direction, killed.event) == ("at least", "killed")


def test_a_vote_keeps_both_sides_in_order_of_size():
    figure = one("The council voted 31-45 against it.")
    assert (figure.kind, figure.low, figure.high) == ("score", 31, 45)


def test_a_bracketed_conversion_points_at_its_figure():
    first, second = read("It covers 200 square km (77 square miles).")
    assert second.converts == first.id


def test_a_figure_that_was_left_points_at_what_came():
    first, second = read("Membership fell to 900 members from 1,200 members.")
    assert second.precedes == first.id


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("12 people died, three of them.", ["person", "person"]),
        ("It held eight million 250ml bottles.", ["bottle", "ml"]),
        ("6 million homes, including 1.5 million here.", ["home", "home"]),
    ],
)
def test_a_unit_is_found_beyond_the_next_word(text, units):
    assert [figure.unit for figure in read(text)] == units


def test_a_share_says_what_it_is_of():
    assert one("Nearly a fifth of the island burned.").of == "island"


NUMBERS = st.integers(2, 10**7)


@given(NUMBERS)
def test_a_rendered_number_is_read_back(number):
    for form in (f"{number:,}", str(number)):
        figures = read(f"Almost {form} people sang.")
        if 1000 <= number <= 2199 and "," not in form:
            continue  # may be a year
        assert [(f.high, f.unit) for f in figures] == [(number, "person")]


PIECES = st.sampled_from(
    """at least 12 1,300 5.5 million of a half third dozens people % percent $ £ - to
    and between ( ) square km miles one two hundred thousand up from fell or more year
    old per a share 217 213 voted double twice bn k m ½ / 2025 minus""".split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_text_breaks_the_grammar_and_bounds_are_ordered(text):
    for figure in read(text):
        assert figure.span.start < figure.span.end <= len(text)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        assert figure.low is not None or figure.high is not None
