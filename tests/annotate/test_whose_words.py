"""Words whose speaker stands apart from them, or beside a cue of several words."""

import pytest
from annotate.quotation_cases import read

INTRO = "Mayor Ruth Abernathy met Joe Dorell in Merrow.\n\n"
CASES = [
    (
        "Abernathy made it clear around the table that the plan must go.",
        ("Ruth Abernathy", "that the plan must go"),
    ),
    (
        "Abernathy left no doubt that the plan must go.",
        ("Ruth Abernathy", "that the plan must go"),
    ),
    (
        "Abernathy issued a warning that the plan would fail.",
        ("Ruth Abernathy", "that the plan would fail"),
    ),
    (
        "In Abernathy's view, the plan is a mistake.",
        ("Ruth Abernathy", "the plan is a mistake"),
    ),
    (
        "As Abernathy put it, the plan is a mistake.",
        ("Ruth Abernathy", "the plan is a mistake"),
    ),
    (
        "Abernathy told the Gazette on the way out that the plan was a mistake.",
        ("Ruth Abernathy", "that the plan was a mistake"),
    ),
    (
        "Abernathy said she will veto the plan, and turned down two others.",
        ("Ruth Abernathy", "she will veto the plan"),
    ),
    (
        "The plan helped supporters like Joe Dorell, 52, of Ohio, who said it works.",
        ("Joe Dorell", "it works"),
    ),
    (
        "A friend of former Mayor Ruth Abernathy said the plan works.",
        (None, "the plan works"),
    ),
    (
        "Palm County Supervisor of Elections Susan Bucher said the plan works.",
        ("Susan Bucher", "the plan works"),
    ),
    (
        "Abernathy summed up the plan as “bad,” turned it down and said it must go.",
        ("Ruth Abernathy", "it must go"),
    ),
    (
        "Abernathy in 2019 said the plan works.",
        ("Ruth Abernathy", "the plan works"),
    ),
    (
        "The union got a letter from Joe Dorell saying the plan works.",
        ("Joe Dorell", "the plan works"),
    ),
    (
        "Tuesday, on the trail for his wife, former mayor Joe Dorell said it works.",
        ("Joe Dorell", "it works"),
    ),
    (
        "Abernathy was clear about where she stands.\n“The plan is a mistake.”",
        ("Ruth Abernathy", "“The plan is a mistake.”"),
    ),
    (
        "“I hoped for more,” Abernathy wrote. “I am obliged to end it” until May.",
        (
            "Ruth Abernathy",
            "“I hoped for more,” | “I am obliged to end it”",
        ),
    ),
    (
        "“We know,” Dorell said. “The goal is to sink the plan” and “to think again.”",
        (
            "Joe Dorell",
            "“We know,” | “The goal is to sink the plan” and “to think again.”",
        ),
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_the_words_go_to_whoever_said_them(text, told):
    found = read(INTRO + text, fast=False)
    assert told in [(speaker, words) for _, speaker, words in found]


def test_what_could_be_made_clear_was_not_said():
    text = "Abernathy could make it clear that the plan must go."
    assert read(INTRO + text, fast=False) == []


def test_words_without_a_cue_go_to_no_body():
    text = "The harbour was shut on Monday.\n“The plan is a mistake.”"
    assert read(INTRO + text, fast=False) == []


def test_a_body_with_something_of_his_own_is_somebody():
    text = "Dorell resigned. Vell lost his seat. “I will fight on,” Vell said."
    assert ("direct", "Vell", "“I will fight on,”") in read(INTRO + text, fast=False)


HEADLINES = {
    "Toll plan is a disaster - Abernathy": "Toll plan is a disaster",
    "Toll plan is a disaster, mayor says": "Toll plan is a disaster",
    "Mayor: Toll plan is a disaster": "Toll plan is a disaster",
}


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_tells_whose_words_it_prints(headline):
    text = f"{headline}\nMayor Ruth Abernathy met Joe Dorell."
    found = read(text, fast=False, headline=headline)
    assert [words for _, _, words in found] == [HEADLINES[headline]]


def test_an_outlet_behind_a_headline_says_nothing():
    headline = "Toll plan is a disaster - Merrow Gazette"
    text = f"{headline}\nMayor Ruth Abernathy wrote to the Merrow Gazette on Monday."
    assert read(text, fast=False, headline=headline) == []
