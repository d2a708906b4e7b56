"""What speakers will do, want done, need and order, in their own words."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import CAST, cases, known, made, told_of_each

CASES = cases("intents.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_a_deed_that_is_wanted_is_told_of_who_says_so(n):
    _, actor, thing, stance = CASES[n]
    found = {
        row[2]
        for row in all_told()[n]
        if row[0].endswith(actor) and (stance == "-" or thing in row[1])
    }
    assert found == (set() if stance == "-" else {stance})


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        ("Ruth Abernathy said she wants to create a town for everyone.", True),
        ("Ruth Abernathy wants to create a town for everyone.", False),
        ("Ruth Abernathy vowed to stay in the race until June.", True),
        ("Ruth Abernathy said she would meet the governor.", True),
        ("Ruth Abernathy said she would bring a cake.", False),
        ("Ruth Abernathy said she would let the facts speak.", False),
    ],
)
def test_what_is_wanted_or_to_be_done_makes_a_proposal_of_what_is_known(words, firm):
    (notes,) = known(made(f"{CAST}\n\n{words}"))
    assert [s.firm for s in notes.statements] == [firm]
