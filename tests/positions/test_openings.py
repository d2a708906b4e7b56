"""What is left open, and short answers."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import cases, told_of_each

CASES = cases("openings.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


@pytest.mark.parametrize("n", range(len(CASES)), ids=range(len(CASES)))
def test_what_is_left_open_or_answered(n):
    _, actor, thing, stance = CASES[n]
    found = {
        row[2]
        for row in all_told()[n]
        if actor.lower() in row[0].lower() and thing in row[1]
    }
    assert found == (set() if stance == "-" else {stance}), all_told()[n]
