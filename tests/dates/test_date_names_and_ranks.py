"""Dates by rank, by name, by what was said when; and names that are no dates."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate.english.dates import find_dates
from synoptic.text.split import split_sentences

THURSDAY, SUNDAY = "2025-03-13", "2025-03-16"


def values(text, day=THURSDAY):
    report = body_report("r", text, published_at=day)
    return [d.value for d in find_dates(report, split_sentences(text), None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The third Monday of January is kept free.", ["2025-01-20"]),
        ("The harbour feast is on the last Thursday in November.", ["2025-11-27"]),
        ("The 1st Monday in May 2024 was wet.", ["2024-05-06"]),
        ("The first weekend in April is free.", ["2025-W14-WE"]),
        ("The fifth Monday of February 2025 never came.", ["2025-02"]),
        ("Hearings begin the week of March 24.", ["2025-W13"]),
        ("The council meets every second Thursday.", ["XXXX-WXX-4"]),
        ("A vote is set for Tuesday week.", ["2025-03-25"]),
        ("Winter 2023-24 was mild.", ["2024-WI"]),
    ],
)
def test_a_rank_or_a_week_is_counted_out(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill closed two years ago this week.", ["2023-W10"]),
        ("A year ago Friday the bridge fell.", ["2024-W10"]),
        ("The mill burned a year ago this month.", ["2024-03"]),
    ],
)
def test_a_year_back_takes_the_week_or_month_printed_beside_it(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ferries were full over the Labor Day weekend.", ["2024-W35-WE"]),
        ("Ferries were full over Christmas weekend 2024.", ["2024-W52-WE"]),
    ],
)
def test_the_weekend_of_a_feast_lies_beside_it(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The family was Christmas shopping in Oldbridge.",
        "Their Thanksgiving turkey was frozen.",
        "The papers went to USA TODAY and others.",
        "She told the Today show so.",
        "The Sunday Herald had it first.",
        "They laughed at it on Saturday Night Live.",
        "They met on Super Bowl Sunday.",
        "The votes of Super Tuesday were counted.",
        "Room 2012 was locked.",
        "Highway 2010 is closed.",
        "They cited Resolution 1973 in full.",
        "The senate passed Senate Bill 1970 unread.",
    ],
)
def test_names_and_numbers_of_things_are_no_dates(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "That old wrong remains today.",
        "We must be as bold today as our mothers were.",
        "The town is poorer today than ever.",
    ],
)
def test_today_for_these_times_is_no_day(text):
    assert values(text) == ["PRESENT_REF"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Online Oct. 30, 2023, in print Oct. 31.", ["2023-10-30", "2023-10-31"]),
        ("OCTOBER 25: The harbour on October 25, 2021.", ["2021-10-25", "2021-10-25"]),
        ("Born June 3, 1956, she died on July 5.", ["1956-06-03", "2024-07-05"]),
        ("The September 11th Victim Fund pays.", ["2001-09-11"]),
        ("It shut 7 a.m. to 8 p.m. Tuesday.", ["2025-03-11T07:00", "2025-03-11T20:00"]),
    ],
)  # fmt: skip
def test_a_year_or_day_printed_once_serves_its_neighbour(text, told):
    assert values(text) == told


def test_last_week_on_a_sunday_is_the_one_that_ends():
    assert values("The dam burst last week.", SUNDAY) == ["2025-W11"]
    assert values("The dam burst last week.") == ["2025-W10"]


def test_a_weekday_with_its_thing_is_the_one_told_before():
    text = "The mayor will speak on Wednesday. Wednesday's speech was leaked."
    assert values(text) == ["2025-03-19", "2025-03-19"]
    text = "The union sued on Monday. Monday's suit comes late."
    assert values(text) == ["2025-03-10", "2025-03-10"]


def test_a_months_vote_is_the_nearest_one_unless_it_was_won_or_lost():
    assert values("They fought over May's election.") == ["2025-05"]
    assert values("They fought over January's election.") == ["2025-01"]
    assert values("She won May's election.") == ["2024-05"]


def test_what_one_is_ahead_of_or_ready_for_is_to_come():
    assert values("He spoke ahead of Tuesday's vote.") == ["2025-03-18"]
    assert values("The town braced for Monday's ruling.") == ["2025-03-17"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“It opens tomorrow,” Holt said on Tuesday.", ["2025-03-12", "2025-03-11"]),
        ("Holt said Tuesday he was leaving “today.”", ["2025-03-11", "2025-03-11"]),
        ("Holt said Tuesday that she leaves tomorrow.", ["2025-03-11", "2025-03-14"]),
        ("“I go tomorrow,” Holt said of Tuesday's vote.", ["2025-03-14", "2025-03-11"]),
    ],
)  # fmt: skip
def test_tomorrow_in_quotation_marks_counts_from_the_day_it_was_said(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brandt left at the end of the year.", ["2024"]),
        ("Brandt will leave at the end of the year.", ["2025"]),
        ("Brandt said they would go by the end of the year.", ["2025"]),
    ],
)
def test_who_left_at_the_end_of_the_year_did_so_in_the_last(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The details were likely to come out on Monday.", ["2025-03-17"]),
        ("They woo must-have voters on Election Day.", ["2024-11-05"]),
        ("The director said the November vote was a farce.", ["2024-11"]),
        ("They may get stuck with it if the November vote fails.", ["2025-11"]),
    ],
)
def test_the_tense_is_that_of_the_verb_the_date_goes_with(text, told):
    assert values(text) == told
