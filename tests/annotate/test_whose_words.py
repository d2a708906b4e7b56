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
