"""Time expressions as print has them, and the values a reader gives them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.annotate.english.dates import find_dates
from synoptic.model import Block, Report
from synoptic.text.split import split_sentences

FRIDAY = "2025-03-14"


def made(text, published_at=FRIDAY, *, kinds=(), **more):
    blocks, end = [], 0
    for piece, kind in kinds or [(text, "body")]:
        start = text.index(piece, end)
        end = start + len(piece)
        blocks.append(Block(start, end, kind))
    return Report(
        id="r",
        series="r",
        path="r.txt",
        text=text,
        blocks=tuple(blocks),
        published_at=published_at,
        language="en",
        **more,
    )


def read(text, published_at=FRIDAY, **more):
    report = made(text, published_at, **more)
    sentences = [
        s
        for b in report.spans_of("headline", "body")
        for s in split_sentences(text, b.start, b.end)
    ]
    return [
        (text[d.span.start : d.span.end], d.type, d.value, d.earliest, d.latest)
        for d in find_dates(report, sentences, None)
    ]


def values(text, published_at=FRIDAY):
    return [found[2] for found in read(text, published_at)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It sank on March 3, 2021.", "2021-03-03"),
        ("It sank on 3 March 2021.", "2021-03-03"),
        ("It sank on the 3rd of March, 2021.", "2021-03-03"),
        ("It sank on Wednesday, March 3, 2021.", "2021-03-03"),
        ("It sank on 2021-03-03.", "2021-03-03"),
        ("It sank on 3/3/2021.", "2021-03-03"),
        ("It sank on 23/3/2021.", "2021-03-23"),
        ("It sank in March 2021.", "2021-03"),
        ("It sank in 1989.", "1989"),
        ("It sank in the 1980s.", "198"),
        ("It sank in the 19th century.", "18"),
        ("It sank in the summer of 2014.", "2014-SU"),
        ("It sank in the first quarter of 2019.", "2019-Q1"),
        ("It sank in mid-2024.", "2024"),
        ("It sank in 480 BC.", "BC0480"),
        ("It sank on New Year's Eve 2020.", "2020-12-31"),
        ("It sank on Thanksgiving Day 2016.", "2016-11-24"),
        ("It sank on the Fourth of July.", "2024-07-04"),
    ],
)
def test_a_full_date_is_read_in_every_form_of_print(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "2025-03-11"),
        ("They met on Friday.", "2025-03-14"),
        ("They will meet on Tuesday.", "2025-03-18"),
        ("They are due to meet on Tuesday.", "2025-03-18"),
        ("Sarre sees both parties again on Tuesday.", "2025-03-18"),
        ("She has invited everybody back for Tuesday.", "2025-03-18"),
        ("They were shut until Tuesday.", "2025-03-11"),
        ("It said it paid before the summer.", "2025-SU"),
        ("They met yesterday.", "2025-03-13"),
        ("They met last August.", "2024-08"),
        ("They met last summer.", "2024-SU"),
        ("They met last week.", "2025-W10"),
        ("They met earlier this week.", "2025-W11"),
        ("They meet next month.", "2025-04"),
        ("They met three years ago.", "2022"),
        ("They met two days ago.", "2025-03-12"),
        ("They met in December.", "2024-12"),
        ("They will meet in December.", "2025-12"),
        ("They met on Feb. 3.", "2025-02-03"),
        ("They met late on Tuesday.", "2025-03-11"),
        ("They met by year's end.", "2025"),
        ("They met over the weekend and parted.", "2025-W10-WE"),
        ("They met on June 16th of last year.", "2024-06-16"),
        ("It rose from last year's third quarter.", "2024-Q3"),
    ],
)
def test_a_relative_date_starts_from_the_publication(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They held on for seven months.", "DURATION", "P7M"),
        ("A 30-day truce was signed.", "DURATION", "P30D"),
        ("They held on for decades.", "DURATION", "PXDE"),
        ("It took two and a half years.", "DURATION", "P2.5Y"),
        ("It took 2 years and three months.", "DURATION", "P2Y3M"),
        ("It grew in the past decade.", "DURATION", "P1DE"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They meet twice a week.", "SET", "P1W"),
        ("They met on Tuesday night.", "TIME", "2025-03-11TNI"),
        ("They met at 8:30 p.m. on Tuesday.", "TIME", "2025-03-11T20:30"),
        ("They met at 1400 GMT on Tuesday.", "TIME", "2025-03-11T14:00+00:00"),
        ("They are now at home.", "DATE", "PRESENT_REF"),
        ("They met before dawn on Tuesday.", "TIME", "2025-03-11TMO"),
        ("They met a day after the storm.", "DURATION", "P1D"),
        ("Forty years later they met.", "DATE", "XXXX"),
    ],
)
def test_lengths_sets_and_times_keep_their_type(text, kind, value):
    assert [found[1:3] for found in read(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "Arnold May sang.",
        "She is 43 years old.",
        "A 43-year-old sang.",
        "In his late 30s he sang.",
        "Call 212-555-2010.",
        "About 2,000 people sang.",
        "The Arab Spring began.",
        "It fell off the wall.",
        "He read the Daily Mail.",
        "Super Tuesday decides.",
        "The fall of Saigon stunned them.",
    ],
)
def test_what_only_looks_like_a_date_is_left(text):
    assert values(text) == []


def test_the_next_day_follows_the_day_spoken_of():
    text = "The ferry sank on March 3. The next day divers found it. Two days later "
    assert values(text + "they left.") == ["2025-03-03", "2025-03-04", "2025-03-06"]


def test_without_an_anchor_expressions_stay_relative():
    found = read("They met on Tuesday, March 11, and again last week.", None)
    assert [(f[2], f[3]) for f in found] == [("XXXX-03-11", None), ("XXXX-WXX", None)]


def test_the_next_day_after_a_day_without_year_keeps_its_month():
    text = "It sank on March 3. The next day it was found."
    assert values(text, None) == ["XXXX-03-03", "XXXX-03-04"]


def test_a_caption_never_anchors_and_holds_no_body_date():
    text = "The quay on Oct. 19, 2022.\n\nIt sank on March 13."
    kinds = [
        ("The quay on Oct. 19, 2022.", "caption"),
        ("It sank on March 13.", "body"),
    ]
    assert [f[2] for f in read(text, None, kinds=kinds)] == ["XXXX-03-13"]


def test_a_dateline_with_a_year_anchors():
    text = "PORT MERROW, March 14, 2025\n\nIt sank on Tuesday."
    kinds = [(text[:27], "dateline"), ("It sank on Tuesday.", "body")]
    assert [f[2] for f in read(text, None, kinds=kinds)] == ["2025-03-11"]


def test_a_month_keeps_the_precision_it_was_printed_with():
    assert read("It sank in February 2024.")[0][3:] == ("2024-02-01", "2024-02-29")


def test_a_telling_of_the_past_takes_the_year_told_before():
    text = (
        "War came in 1864. In February the army crossed. On April 18 it won. In 1865 "
        "peace came. In March 1866 it broke, and by June 1866 all was over. In August "
        "1866 they signed."
    )
    assert values(text)[1:3] == ["1864-02", "1864-04-18"]


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2080, 12, 31))


@given(DAYS)
def test_a_rendered_day_is_read_back(day):
    for form in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        found = read(f"It sank on {form}.")
        assert [f[3:] for f in found] == [(day.isoformat(), day.isoformat())]


@given(DAYS, st.integers(1, 6))
def test_shifting_the_publication_day_shifts_relative_days(day, days):
    text = "They met yesterday, and two days ago they wrote."
    later = day + timedelta(days=days)
    before, after = (
        [date.fromisoformat(f[3]) for f in read(text, d.isoformat())]
        for d in (day, later)
    )
    assert [a - b for a, b in zip(after, before, strict=True)] == [
        timedelta(days=days)
    ] * 2


WORDS = st.sampled_from(
    """on in the of last next March 13 2025 Tuesday early mid - , . : / days ago two a
    half years 1980 s ' week weekend end fall at 8 p.m. GMT later before day every
    quarter first century BC Christmas to through Feb 30 29""".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_text_breaks_the_grammar_and_bounds_are_ordered(text):
    for published_at in (FRIDAY, None, "0001-01-01", "9999-12-31"):
        for *_, earliest, latest in read(text, published_at):
            assert (earliest is None) == (latest is None)
            assert earliest is None or earliest <= latest


@pytest.mark.parametrize(
    "text", ["It ran Feb. 27-29, 2023.", f"In {'9' * 5000} BC it sank.", "In 9999 BC."]
)
def test_dates_that_no_calendar_holds_break_nothing(text):
    read(text)
