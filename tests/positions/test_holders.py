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
    "Former Governor Ada Collis spoke. The governor opposes the ferry plan.": {
        "The governor"
    },
    "Former Governor Ada Collis spoke. The former governor opposes the ferry plan.": {
        "Ada Collis"
    },
    "Rep. Joe Dorell (R-Ohio) met Sen. Ada Collis (D-Fla.). It rained for a week. The "
    "fair was shut. The Ohio Republican opposes the ferry plan.": {"Joe Dorell"},
    "Sen. Ada Collis of Florida met Rep. Joe Dorell of Ohio. The Florida senator "
    "opposes the ferry plan.": {"Ada Collis"},
    "The Ohio Republican and likely contender opposes the ferry plan.": {
        "The Ohio Republican and likely contender"
    },
    "The Harbour Institute, a group that opposes the ferry plan, met.": {
        "Harbour Institute"
    },
    "Joe Dorell of the Harbour Institute, a group that opposes the ferry plan, met.": {
        "Harbour Institute"
    },
    "About 34.8 percent oppose the ferry plan.": set(),
    "About 34 percent of voters oppose the ferry plan.": {"About 34 percent of voters"},
    "Ada Collis and Joe Dorell said the ferry plan must be scrapped.": {
        "Ada Collis",
        "Joe Dorell",
    },
    "Governor Joe Dorell rested. Tom Vell came. The governor said that he would veto "
    "the ferry plan, according to one of the aides.": {"Joe Dorell"},
    "The tribunal blocked the ferry plan.": {"tribunal"},
    "Joe Dorell of the Harbour Institute, which opposes the ferry plan, met farmers.": {
        "Harbour Institute"
    },
    "It was unfair for the mayor to delay the ferry plan.": set(),
    "The council does not require a ferry plan.": set(),
    "“Many residents think the ferry plan is a disgrace,” Ada Collis said.": {
        "Many residents"
    },
    "“The union says that our ferry plan is a disgrace,” Ada Collis said.": {
        "The union"
    },
    "“Officials have stressed that the ferry plan is a disgrace,” Ada Collis said.": {
        "Ada Collis"
    },
    "“He told me that the ferry plan is a disgrace,” Ada Collis said.": set(),
    "Two officials briefed on the matter said the ferry plan must be scrapped.": {
        "Two officials"
    },
    "Ada Collis, Joe Dorell and Tom Vell oppose the ferry plan.": {
        "Ada Collis",
        "Joe Dorell",
        "Tom Vell",
    },
    "“It rains,” Ada Collis said. Joe Dorell, an aide to Tom Vell, said it did not. "
    "“The ferry plan is a disgrace,” he said.": {"Joe Dorell"},
    "Ada Collis arrived. The supervisor opposes the ferry plan.": {"Ada Collis"},
    "Earlier floods prompted officials to call for a ferry plan.": {"officials"},
    "Farmers who said that the ferry plan was unfair left.": {"Farmers"},
    "The Harbour Department opposes the ferry plan.": {"Harbour Department"},
    "Young lawmakers, such as Ada Collis, oppose the ferry plan.": {
        "Young lawmakers",
        "Ada Collis",
    },
    "Ada Collis left. Her campaign opposes the ferry plan.": {"Ada Collis’s campaign"},
    "Ada Collis left. Collis’s lawyers oppose the ferry plan.": {
        "Ada Collis’s lawyers"
    },
    "The farmers met. Their leaders oppose the ferry plan.": {"farmers’ leaders"},
    "Merrow Bank met. Its directors oppose the ferry plan.": {
        "Merrow Bank’s directors"
    },
    "Two dozen farmers met, with some denouncing the ferry plan.": {"some farmers"},
    "Some farmers came. Others oppose the ferry plan.": {"other farmers"},
    "Others oppose the ferry plan.": set(),
    "The Harbour Department met. The department opposes the ferry plan.": {
        "Harbour Department"
    },
    "The Department of Harbours met. The department opposes the ferry plan.": {
        "Department of Harbours"
    },
    "The Harbour Department met a department of the county. The department opposes the "
    "ferry plan.": {"department"},
    "Two dozen farmers sent a letter to the mayor. “We oppose the ferry plan,” the "
    "letter read.": {"Two dozen farmers"},
    "The letter, signed by 47 farmers, calls the ferry plan a mistake.": {"47 farmers"},
    "Teachers wrote a letter to the mayor. “The ferry plan is a disgrace,” it read.": {
        "Teachers"
    },
    "A letter came. “The ferry plan is a disgrace,” the letter read.": {"letter"},
    "Ada Collis’s statement called the ferry plan a mistake.": {"Ada Collis"},
    "Fishermen stormed the hall where lawmakers had met, as they opposed the ferry "
    "plan.": {"Fishermen"},
    "Ada Collis will “leave soon,” Joe Dorell said, and said the ferry plan must be "
    "scrapped.": {"Joe Dorell"},
    "The boy’s aunt, Kerrin Reed, met his uncle, Rowan Ashe. She opposes the ferry "
    "plan.": {"Kerrin Reed"},
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


def test_those_who_speak_for_somebody_named_before_keep_his_name():
    report = made("Joe Dorell spoke. His lawyers said the ferry plan was unfair.")
    (statement,) = known(report)[0].statements
    assert statement.speaks_for == "Joe Dorell"


def test_a_lawyer_of_a_place_speaks_for_nobody():
    report = made("Ada Collis, the U.S. attorney here, opposes the ferry plan.")
    (statement,) = known(report)[0].statements
    assert statement.speaks_for is None


def test_what_is_told_inside_a_quotation_keeps_its_teller():
    report = made("“The union says that our plan is a disgrace,” Ada Collis said.")
    (statement,) = known(report)[0].statements
    assert statement.teller.entity == "Ada Collis"
