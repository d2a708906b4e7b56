"""What the timeline prints beside a day, and which dates it leaves out."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate import annotate_all
from synoptic.collate.timeline import find_timeline

FRIDAY = "2025-03-14"


def labels(text, **how):
    report = body_report("a", text, published_at=FRIDAY)
    known = annotate_all([report], **how).annotations
    return [
        (h.value, report.quote(h.members[0].span))
        for h in find_timeline([report], known, ())
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The council criticised the Norden Line, which bought the ferry in 2019.",
            "the Norden Line, which bought the ferry in 2019.",
        ),
        (
            "Asked about the strike, Mayor Ada Holm resigned on Tuesday.",
            "Mayor Ada Holm resigned on Tuesday.",
        ),
        (
            "The harbour was quiet, but Mayor Ada Holm resigned on Tuesday.",
            "Mayor Ada Holm resigned on Tuesday.",
        ),
        (
            "The council met on Tuesday, which surprised the keepers of the pier.",
            "The council met on Tuesday",
        ),
        (
            "Trade has fallen since the Norden Line sold the ferry in 2019.",
            "the Norden Line sold the ferry in 2019.",
        ),
    ],
)
def test_a_label_is_the_clause_of_its_date_with_its_own_subject(text, label):
    assert [words for _, words in labels(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Police said that Harl Bry burned the mill after he sold it on Tuesday.",
        "Harl Bry burned the mill on Tuesday after a quarrel, the police said.",
        "If Ada Holm wins the seat in 2027, the ferry will be sold.",
        "Ada Holm praised the plan on Tuesday but stopped short of a signature.",
        "Harl Bry — a clerk of 26 — has been charged, the court announced on Tuesday.",
        "Every day of closure costs 400,000 crowns, a study of the port found in 2019.",
        "The lagoon held more eels in 2019, when it was deepened, researchers say.",
    ],
)
def test_who_says_so_and_under_what_condition_stays(text):
    assert [words for _, words in labels(text)] == [text]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Ahead of Monday's vote on the levy, Ada Holm told reporters to leave.",
            "Monday's vote on the levy",
        ),
        (
            "Ada Holm was asked about the February 3 call with the ferry owners.",
            "the February 3 call with the ferry owners",
        ),
    ],
)
def test_a_thing_with_its_day_stands_without_the_clause_around_it(text, label):
    assert [words for _, words in labels(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Shots were heard around 1 p.m. near the pier, keepers said.",
        "“We are not safe in our harbours today,” Ada Holm said.",
        "The ferry sails again! — Olga Brandt (@obrandt) March 3, 2025",
        "“They are nearer today than at any time this year,” Ada Holm said.",
        "Updated March 3, 2025",
        "Catches were up nine percent from a year earlier.",
        "Mayor Per Holm (1989-1993) was followed by his sister.",
        "Her posters kept the look of 1950s jazz in the cafés of the harbour.",
        "The levy may not add to the debt over the coming decade.",
    ],
)
def test_what_does_not_say_when_something_happened_is_left_out(text):
    assert labels(text) == []


def test_a_time_of_a_day_told_in_the_sentence_stays():
    told = labels("The pier reopened at 5 a.m. Tuesday.", fast=True)
    assert [value for value, _ in told] == ["2025-03-11T05:00"]


def test_a_paragraph_printed_twice_is_told_once():
    text = "Mayor Ada Holm resigned on Tuesday."
    assert len(labels(f"{text}\n\nThe pier was closed.\n\n{text}")) == 1
