"""Who holds a stance: pronouns, pairs, titles, those joined and those unnamed."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import known, made

CASES = {
    "The fishermen met on Monday. They oppose the ferry plan.": {"fishermen"},
    "Merrow Bank met on Monday. It opposes the ferry plan.": {"Merrow Bank"},
    "The union met the mayor. It opposes the ferry plan.": {"union"},
    "Ada Collis and Joe Dorell met. Both oppose the ferry plan.": {
        "Ada Collis",
        "Joe Dorell",
    },
    "Ada Collis and Joe Dorell met. The two senators oppose the ferry plan.": {
        "Ada Collis",
        "Joe Dorell",
    },
    "The bill is sponsored by Sens. Ada Collis and Joe Dorell.": {
        "Ada Collis",
        "Joe Dorell",
    },
    "Two senators, Ada Collis and Joe Dorell, oppose the ferry plan.": {
        "Ada Collis",
        "Joe Dorell",
    },
    "Ada Collis spoke on Monday. The lawmaker opposes the ferry plan.": {"Ada Collis"},
    "Governor Ada Collis spoke on Monday. The senator opposes the ferry plan.": {
        "The senator"
    },
    "Ada Collis met with union leaders and they urged her to reject the ferry plan.": {
        "union leaders"
    },
    "Vice President Joe Dorell spoke. The president opposes the ferry plan.": {
        "The president"
    },
    "“The ferry plan is a mistake,” the petition reads.": {"petition"},
    "The American people oppose the ferry plan.": set(),
    "Most people oppose the ferry plan.": {"Most people"},
    "“My administration opposes the ferry plan,” said Ada Collis.": {"Ada Collis"},
    "“Our children oppose the ferry plan,” said Ada Collis.": set(),
    "Liberal Democrats oppose the ferry plan.": {"Liberal Democrats"},
}


@cache
def actors() -> dict[str, set[str]]:
    reports = [made(text, outlet=f"Gazette {n}") for n, text in enumerate(CASES)]
    return {
        text: {s.actor.entity or report.quote(s.actor.span) for s in notes.statements}
        for text, report, notes in zip(CASES, reports, known(*reports), strict=True)
    }


@pytest.mark.parametrize("text", CASES)
def test_the_holder_is_who_is_meant(text):
    words = {name.lower() for name in CASES[text]}
    found = {name.lower().removeprefix("the ") for name in actors()[text]}
    assert found == {name.removeprefix("the ") for name in words}
