"""Statements of one report: stances the right way round, whoever says what of whom."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import CAST, cases, known, made, told_of_each

CASES = cases("stances.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


def about(n: int) -> list[tuple[str, str, str]]:
    _, actor, thing, _ = CASES[n]
    return [
        row
        for row in all_told()[n]
        if (
            actor.lower() in row[0].lower()
            or row[0].split()[-1].lower() in actor.lower()
        )
        and thing.split()[-1] in row[1]
    ]


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_stance_is_read_the_right_way_round(n):
    stance = CASES[n][3]
    found = {row[2] for row in about(n)}
    assert found == (set() if stance == "-" else {stance})


def statements(text: str):
    report = made(text)
    return report, known(report)[0].statements


def test_conditions_stand_in_the_words_of_the_report():
    report, (one,) = statements(
        "Ruth Abernathy said she would back the plan only if the reefs were spared."
    )
    assert one.stance == "conditional"
    assert [report.quote(c) for c in one.conditions] == [
        "only if the reefs were spared"
    ]


def test_a_need_that_the_thing_must_meet_is_a_condition():
    report, found = statements(
        "Ruth Abernathy said that any truce would have to protect the islands."
    )
    (one,) = found
    assert one.stance == "conditional"
    assert "protect the islands" in report.quote(one.conditions[0])


def test_if_the_house_passes_it_is_no_condition_of_the_actor():
    _, found = statements(
        "Tom Castellano said he would veto the bill if it passes the senate."
    )
    assert [s.stance for s in found] == ["against"]


@pytest.mark.parametrize(
    ("verb", "stances"),
    [("condemned", {"unstated"}), ("rejected", {"against"}), ("backed", {"for"})],
)
def test_a_decision_that_is_judged_is_not_the_judges(verb, stances):
    report, found = statements(f"Ruth Abernathy {verb} the decision to scrap the toll.")
    decision = {s.stance for s in found if "decision" in report.quote(s.object)}
    toll = {s.stance for s in found if report.quote(s.object) == "the toll"}
    assert decision == stances
    assert toll == ({"against"} if verb == "backed" else set())


def test_a_spokesman_speaks_in_his_own_name_and_for_another():
    _, found = statements(
        "A spokesman for Tom Castellano, Alan Whitcombe, opposed the plan."
    )
    (one,) = found
    assert one.actor.entity == "Alan Whitcombe"
    assert one.speaks_for == "Tom Castellano"


def test_who_says_so_of_another_is_kept():
    report, found = statements(
        "Alan Whitcombe is an aide.\n\nAlan Whitcombe said the union opposes the plan."
    )
    one = next(s for s in found if s.stance == "against")
    assert one.teller is not None
    assert one.teller.entity == "Alan Whitcombe"
    assert report.quote(one.source).endswith("said")


def test_two_people_joined_are_two_rows():
    _, found = statements("Ruth Abernathy and Tom Castellano oppose the plan.")
    assert {s.actor.entity for s in found} == {"Ruth Abernathy", "Tom Castellano"}
    assert {s.stance for s in found} == {"against"}


def test_it_stands_for_the_thing_last_spoken_of():
    report, found = statements(
        "The council debated the plan for hours.\n\nRuth Abernathy opposes it."
    )
    one = next(s for s in found if s.stance == "against")
    assert report.quote(one.stands_for) == "the plan for hours"


def test_the_report_s_own_reading_is_kept_apart():
    _, found = statements(
        "Ruth Abernathy backed the plan. Her support looked designed to win votes."
    )
    voices = {s.voice for s in found}
    assert voices == {"actor", "report"}


def test_an_undoing_is_told_from_what_is_undone():
    _, found = statements("Ruth Abernathy supports a bill to repeal the tax.")
    assert [s.undoing for s in found] == [True]


def test_rules_alone_measure_nothing():
    from synoptic.annotate import annotate_all

    (notes,) = annotate_all(
        [made("Ruth Abernathy opposes the plan.")], fast=True
    ).annotations
    assert notes.statements is None


def test_spans_lie_in_the_text_and_hold_the_verb():
    report = made("\n\n".join(case[0] for case in CASES[:40]))
    (notes,) = known(report)
    for one in notes.statements:
        assert 0 <= one.span.start < one.span.end <= len(report.text)
        assert one.span.start <= one.verb.start < one.span.end
        assert all(c.start < c.end <= len(report.text) for c in one.conditions)


def test_what_stands_in_a_condition_is_nobodys_position():
    text = (
        f"{CAST}\n\nCastellano said any toll plan would have to repair the bridges "
        "before the county would agree to close the ferry."
    )
    report = made(text)
    [notes] = known(report)
    assert [s.stance for s in notes.statements] == ["conditional"]
    assert "toll plan" in report.quote(notes.statements[0].object)


def test_what_is_asked_in_return_is_a_demand():
    text = f"{CAST}\n\nAbernathy agreed to the ferry deal in return for ten new boats."
    report = made(text)
    [notes] = known(report)
    [statement] = notes.statements
    assert statement.stance == "conditional"
    assert [report.quote(d) for d in statement.demands] == ["ten new boats"]


def test_an_office_speaks_for_none_but_itself():
    text = f"{CAST}\n\nThe Merrow Office of Harbours backed the toll plan."
    report = made(text)
    (one,) = known(report)[0].statements
    assert report.quote(one.actor.span).endswith("Merrow Office of Harbours")
    assert one.speaks_for is None


def test_a_condition_goes_on_behind_and():
    report = made(
        f"{CAST}\n\nThe Merrow Fishers' Cooperative said it would lift the blockade "
        "only if Orrin Dredging paid 36 crowns before the summer season and an outside "
        "survey of the lagoon floor was ordered."
    )
    (one,) = known(report)[0].statements
    (condition,) = one.conditions
    assert report.quote(condition).endswith("survey of the lagoon floor was ordered")
