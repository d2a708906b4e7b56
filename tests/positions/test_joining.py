"""What statements are about: which phrases are one thing, and what it is called."""

from __future__ import annotations

import pytest
from positions.made import known, made

from synoptic.collate.entities import find_entities
from synoptic.collate.positions import find_positions
from synoptic.collate.positions import things as joined_things
from synoptic.collate.positions.naming import tidy
from synoptic.collate.positions.things import join_things


def things(*texts: str) -> dict[str, set[tuple[str, str]]]:
    """Who stands how on each thing, by its name."""
    reports = [made(text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    notes = known(*reports)
    told = find_positions(reports, notes, (), find_entities(reports, notes))
    found: dict[str, set[tuple[str, str]]] = {}
    for one in told.positions:
        found.setdefault(one.proposal, set()).add((one.actor, one.stance))
    return found


def test_the_owner_of_a_thing_is_not_the_thing():
    found = things(
        "Ruth Abernathy opposes Tom Castellano’s toll proposal. "
        "Alan Whitcombe endorsed Tom Castellano on Monday."
    )
    assert found["Tom Castellano"] == {("Alan Whitcombe", "for")}


def test_two_peoples_plans_are_two():
    found = things(
        "Alan Whitcombe supports Abernathy’s plan to widen the harbour. "
        "The union rejected Castellano’s plan to widen the harbour."
    )
    assert len(found) == 2


def test_a_thing_and_its_undoing_stay_two():
    found = things(
        "Ruth Abernathy supports the fishing levy. "
        "Tom Castellano supports a bill to repeal the fishing levy. "
        "Alan Whitcombe backs an anti-levy motion."
    )
    (levy,) = [who for name, who in found.items() if name == "fishing levy"]
    assert levy == {("Ruth Abernathy", "for")}


def test_the_bill_is_the_one_last_named_and_a_bill_is_a_new_one():
    found = things(
        "Ruth Abernathy supports the harbour bill. Tom Castellano opposes the bill. "
        "Alan Whitcombe vetoed a similar bill last year."
    )
    assert found["harbour bill"] == {
        ("Ruth Abernathy", "for"),
        ("Tom Castellano", "against"),
    }
    assert found["similar bill"] == {("Alan Whitcombe", "against")}


def test_what_one_actor_did_in_two_reports_is_one_thing():
    found = things(
        "Governor Tom Castellano vetoed the harbour bill on Monday.",
        "Governor Tom Castellano vetoed legislation on dredging on Monday.",
    )
    assert len(found) == 1


def test_a_deed_by_another_word_is_one():
    found = things(
        "Ruth Abernathy called for raising the ferry toll. "
        "The union opposes a ferry toll increase."
    )
    assert len(found) == 1


def test_the_fuller_form_is_the_name():
    found = things(
        "Ruth Abernathy supports the plan. Tom Castellano opposes the plan to dredge "
        "the harbour. The council backs the plan. The union rejects the plan."
    )
    assert set(found) == {"plan to dredge the harbour"}


def test_a_question_word_is_no_thing():
    assert things("Tom Castellano won't say how long he will stay.") == {}


def test_somebody_is_not_what_is_about_him():
    found = things(
        "Ruth Abernathy criticized Tom Castellano. The council backs the inquiry into "
        "Tom Castellano."
    )
    assert set(found) == {"Tom Castellano", "inquiry into Tom Castellano"}


def test_the_day_is_no_part_of_the_name():
    found = things("Tom Castellano signed an order to close the harbour on Monday.")
    assert set(found) == {"order to close the harbour"}


@pytest.mark.parametrize(
    ("said", "name", "stance"),
    [
        ("the ferry should not be sold", "ferry to be sold", "against"),
        ("the ferry should be sold", "ferry to be sold", "for"),
        ("the ferry should never be sold", "ferry to be sold", "against"),
        ("no ferry should be sold", "ferry to be sold", "against"),
        ("no one should blame the pilots", "blame the pilots", "against"),
    ],
)
def test_what_should_not_be_is_named_without_the_not(said, name, stance):
    found = things(f"Ruth Abernathy said that {said}.")
    assert found == {name: {("Ruth Abernathy", stance)}}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            "The council announced that it was replacing the ferry.",
            "replacing the ferry",
        ),
        ("Ruth Abernathy said ferries have to be free.", "ferries to be free"),
        (
            "Ruth Abernathy demanded that the harbour office publish the letter.",
            "harbour office to publish the letter",
        ),
        ("Ruth Abernathy demanded that fares be doubled.", "fares to be doubled"),
    ],
)
def test_what_is_done_or_due_is_named_as_the_deed(said, name):
    assert list(things(said)) == [name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the “harbour plan", "harbour plan"),
        ("a “clean” harbour plan", "“clean” harbour plan"),
        ("“harbour plan”", "harbour plan"),
        ("― the harbour plan", "harbour plan"),
        ("idea [behind the harbour plan", "idea behind the harbour plan"),
        ("harbour plan (with the pier", "harbour plan"),
        ("ferries) run by the town", "ferries run by the town"),
        ("their  harbour\nplan,", "harbour plan"),
    ],
)
def test_a_name_is_tidy(words, name):
    assert tidy(words) == name


def test_what_is_only_praised_in_passing_is_no_proposal():
    assert things("Ruth Abernathy praised brave sailors.") == {}


def test_what_is_known_and_blamed_is_one():
    found = things("Ruth Abernathy criticized the council’s slow answer to the flood.")
    assert list(found.values()) == [{("Ruth Abernathy", "unstated")}]


def test_a_name_that_opens_a_sentence_is_known():
    found = things(
        "Tom Castellano came late. “He is corrupt,” Ruth Abernathy said of Castellano."
    )
    assert list(found.values()) == [{("Ruth Abernathy", "unstated")}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A bill to close the harbour is up. Ruth Abernathy opposes the bill.",
            "bill to close the harbour",
        ),
        (
            "The Flint agreement ends. Tom Castellano rejected the agreement.",
            "Flint agreement",
        ),
        (
            "Ruth Abernathy will vote against a bill that nobody has read.",
            "bill that nobody has read",
        ),
        (
            "Abernathy wants a fund that would pay for nets.",
            "fund that would pay for nets",
        ),
        ("Other bills failed. Ruth Abernathy opposes the bill.", "bill"),
    ],
)
def test_a_bare_name_is_told_in_the_words_that_bring_it_in(text, name):
    assert set(things(text)) == {name}


def test_a_request_for_a_thing_is_not_the_thing():
    found = things(
        "The agency rejected Tom Castellano’s ferry request. Ruth Abernathy backs the "
        "ferry plan."
    )
    assert len(found) == 2


def test_a_vote_on_a_thing_is_not_the_thing():
    found = things(
        "Tom Castellano opposes a vote on the harbour plan. "
        "Ruth Abernathy opposes the harbour plan."
    )
    assert len(found) == 2


def test_an_undoing_that_opens_a_sentence_is_one():
    found = things(
        "“Ending Merrow's fishing levy is the right idea,” said Ruth Abernathy. "
        "Tom Castellano supports the fishing levy."
    )
    (levy,) = [who for name, who in found.items() if name == "fishing levy"]
    assert levy == {("Tom Castellano", "for")}


def test_a_ruling_on_a_law_is_not_the_law():
    found = things(
        "Ruth Abernathy said the whole harbour law must be struck down. "
        "Tom Castellano urged the court to uphold the ruling against the whole harbour "
        "law."
    )
    stands = {(actor, stance) for who in found.values() for actor, stance in who}
    assert len(found) == 2
    assert stands == {("Ruth Abernathy", "against"), ("Tom Castellano", "for")}


def test_it_in_a_decision_is_not_the_decision():
    found = things(
        "Ruth Abernathy supported the council's decision to overturn it, saying the "
        "toll mandate was a mistake."
    )
    assert {actor for who in found.values() for actor, _ in who} == {"Ruth Abernathy"}


def test_a_comparison_is_no_part_of_the_name():
    found = things(
        "Ruth Abernathy opposes a toll bill as harsh as the one that failed."
    )
    assert set(found) == {"toll bill"}


@pytest.mark.parametrize(
    ("name", "n"), [("idea of ending the levy soon", 1), ("levy bill", 2)]
)
def test_what_goes_by_the_same_words_at_length_is_one_thing(name, n, monkeypatch):
    report = made(
        "Ruth Abernathy backs the ferry plan. Tom Castellano opposes the harbour toll.",
        outlet="Paper",
    )
    monkeypatch.setattr(joined_things, "name_of", lambda *_: name)
    found = join_things([report], known(report), ())
    assert len({proposal.id for proposal in found.values()}) == n
    assert {proposal.name for proposal in found.values()} == {name}
