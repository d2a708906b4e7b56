"""Formal and public acts as stances: courts, chambers, executives, firms, groups."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import cases, told_of_each

CASES = cases("acts.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_an_act_is_a_stand_the_right_way_round(n):
    _, actor, thing, stance = CASES[n]
    found = {
        row[2]
        for row in all_told()[n]
        if actor.lower() in row[0].lower() and thing in row[1]
    }
    assert found == (set() if stance == "-" else {stance}), all_told()[n]
