"""What speakers are said to find of a thing: found, leaning rightly or not at all."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import CAST, cases, known, made

CASES = cases("evaluations.txt")


@cache
def found() -> list[list[tuple[str, str, str, str | None]]]:
    reports = [
        made(f"{CAST}\n\n{sentence}", outlet=f"Gazette {n}")
        for n, (sentence, *_) in enumerate(CASES)
    ]
    return [
        [
            (
                s.actor.entity or report.quote(s.actor.span),
                report.quote(s.stands_for or s.object),
                s.stance,
                s.lean,
            )
            for s in notes.statements
        ]
        for report, notes in zip(reports, known(*reports), strict=True)
    ]


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_worth_is_told_with_its_lean_or_none(n):
    _, actor, thing, wanted = CASES[n]
    rows = {
        (stance, lean)
        for who, what, stance, lean in found()[n]
        if actor in who and thing.split()[-1] in what
    }
    expected = {
        "for": {("unstated", "for")},
        "against": {("unstated", "against")},
        "both": {("unstated", "for"), ("unstated", "against")},
        "open": {("unstated", None)},
        "yes": {("for", None)},
        "no": {("against", None)},
        "-": set(),
    }
    assert rows == expected[wanted]


def told(text: str):
    report = made(f"{CAST}\n\n{text}")
    [notes] = known(report)
    return report, notes.statements


def test_praise_and_a_reservation_about_one_thing_are_two_statements():
    report, found = told(
        "Castellano called the offer “very promising” but said it was not complete."
    )
    assert {s.lean for s in found} == {"for", "against"}
    assert {report.quote(s.stands_for or s.object) for s in found} == {"the offer"}


def test_an_earlier_demand_is_about_what_was_demanded():
    report, [one] = told(
        "In the past, Abernathy has demanded that Ostrey be barred from joining the "
        "league and that no foreign ship ever anchor in the bay."
    )
    assert one.stance == "for"
    assert report.quote(one.object).startswith("Ostrey be barred from joining")
    assert report.quote(one.when) == "In the past"
    assert one.conditions == ()


def test_somebody_kept_from_a_deed_is_no_thing():
    report, found = told("Castellano wants to bar Ostrey from joining the league.")
    assert [report.quote(s.object) for s in found] == ["joining the league"]
    assert [s.stance for s in found] == ["against"]


def test_such_that_is_a_condition_and_what_it_would_end_is_no_stand():
    report, [one] = told(
        "“I start from the fact that this truce should be such that it would lead to "
        "calm and would eliminate the causes of the quarrel,” Castellano said."
    )
    assert one.stance == "conditional"
    assert report.quote(one.object) == "this truce"
    assert "eliminate the causes" in report.quote(one.conditions[0])


def test_people_to_be_beaten_are_no_thing():
    _, found = told("Castellano vowed to defeat the rebels.")
    assert found == ()


def test_what_is_said_of_a_thing_in_two_sentences_is_told_twice():
    report, found = told(
        "The council passed the toll law. “It is a mistake,” Castellano said. “It is a "
        "disgrace,” he added."
    )
    own = [s for s in found if s.actor.entity == "Tom Castellano"]
    assert [report.quote(s.verb) for s in own] == ["mistake", "disgrace"]


def test_what_holds_of_any_such_thing_makes_no_proposal():
    _, [one] = told("“A long night’s watch deserves a warm bed,” Castellano said.")
    assert not one.firm
