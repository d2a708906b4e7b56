"""What the reports call the same: words in one place, descriptions, headlines."""

from dataclasses import replace

import pytest
from stories import report

from synoptic.annotate import annotate_all
from synoptic.collate import collate
from synoptic.model import Block

TALKS = (
    "The union said on Friday that any {} would have to protect the jobs of the older "
    "dockers at the northern quay in Torhaven."
)


@pytest.fixture(scope="module")
def compared():
    def compared(*reports):
        return collate(reports, annotate_all(reports).annotations)

    return compared


def forms(found, *reports):
    """(kind, thing, words of each form)."""
    by_id = {r.id: r for r in reports}
    return [
        (w.kind, w.thing, [by_id[f.report].quote(f.span) for f in w.forms])
        for w in found.wording
    ]


def test_noun_phrases_in_one_place_are_set_beside_each_other(compared):
    a, b = report("a", TALKS.format("deal")), report("b", TALKS.format("settlement"))
    assert ("thing", "deal", ["deal", "settlement"]) in forms(compared(a, b), a, b)


def test_the_same_word_in_another_form_is_no_other_word(compared):
    a, b = report("a", TALKS.format("deal")), report("b", TALKS.format("deals"))
    assert not forms(compared(a, b), a, b)


def test_days_and_numbers_in_one_place_are_not_words_for_a_thing(compared):
    text = TALKS.format("deal")
    a, b = report("a", text), report("b", text.replace("Friday", "Tuesday"))
    assert not forms(compared(a, b), a, b)


def test_what_reports_say_of_a_person_is_set_beside_the_name(compared):
    a = report("a", "The dockers' hero Anna Brandt spoke at the quay on Friday.")
    b = report("b", "The union leader Anna Brandt spoke at the quay on Friday.")
    found = [f for f in forms(compared(a, b), a, b) if f[0] == "person"]
    assert [(thing, len(words)) for _, thing, words in found] == [("Anna Brandt", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "He pointed to a letter Brandt sent on Friday.",
        "The counsel to the President Anna Brandt spoke at the quay on Friday.",
        "The strikers blamed port policy, not Anna Brandt, for the quarrel.",
    ],
)
def test_words_that_only_stand_beside_a_name_describe_nobody(compared, text):
    a = report("a", "Anna Brandt came to the quay. " + text)
    b = report("b", "The union leader Anna Brandt spoke at the quay on Friday.")
    assert not [f for f in forms(compared(a, b), a, b) if f[0] == "person"]


def test_a_description_begins_behind_the_dateline(compared):
    a = report("a", "TORHAVEN - Dock foreman Anna Brandt spoke at the quay.")
    b = report("b", "The union leader Anna Brandt spoke at the quay on Friday.")
    (found,) = [f for f in forms(compared(a, b), a, b) if f[0] == "person"]
    assert found[2][0] == "Dock foreman"


def test_a_bare_address_describes_nobody(compared):
    a = report("a", "Mr. Anders Holm spoke at the quay on Friday.")
    b = report("b", "The union leader Anders Holm spoke at the quay on Friday.")
    assert not [f for f in forms(compared(a, b), a, b) if f[0] == "person"]


def headed(name, headline):
    body = TALKS.format("deal")
    plain = report(name, headline, body)
    blocks = (Block(0, len(headline), "headline"), plain.blocks[1])
    return replace(plain, blocks=blocks, headline=headline)


def test_headlines_come_first_with_what_each_puts_first(compared):
    a = headed("a", "Union weighs the new offer of the port")
    b = headed("b", "Port says the offer is its last")
    found = forms(compared(a, b), a, b)
    assert found[0][0] == "headline"
    assert found[1] == (
        "first",
        "What each headline puts first",
        ["Union", "Port"],
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The mayor's pick to be the town's new harbour master, Anna Brandt, left.",
            "the town's new harbour master",
        ),
        ("The republican Anna Brandt spoke at the quay on Friday.", "republican"),
        ("Many fear Anna Brandt — a view shared by all — at the quay.", "a view"),
        ("The film shows him as he lights Sen. Anna Brandt on fire.", "lights"),
        ("It was said by Lund and Sen. Anna Brandt on Friday.", "Lund and"),
        ("State senior Anna Brandt spoke at the quay on Friday.", "State senior"),
        ("They saw Anna Brandt, part of a show in a yard.", "part of a show in a yard"),
    ],
)
def test_words_that_do_not_say_who_somebody_is_are_left_out(compared, text, wrong):
    a = report("a", text)
    b = report("b", "The union leader Anna Brandt spoke at the quay on Friday.")
    told = [w for f in forms(compared(a, b), a, b) if f[0] == "person" for w in f[2]]
    assert not any(words.startswith(wrong) for words in told)


@pytest.mark.parametrize("opening", ["It is", "After the strike, Holm is", "He is"])
def test_a_headline_that_opens_with_no_thing_puts_none_first(compared, opening):
    a = headed("a", f"{opening} leaving the quay")
    b = headed("b", "Dockers win new contract")
    assert not [f for f in forms(compared(a, b), a, b) if f[0] == "first"]
