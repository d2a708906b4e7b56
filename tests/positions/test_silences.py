"""Who declines, evades or passes over: silent, and on what."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import cases, told_of_each

CASES = cases("silences.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


@pytest.mark.parametrize("n", range(len(CASES)), ids=range(len(CASES)))
def test_who_says_nothing_is_silent_on_it(n):
    _, actor, thing, stance = CASES[n]
    found = {
        row[2]
        for row in all_told()[n]
        if actor.lower() in row[0].lower() and thing in row[1]
    }
    assert found == (set() if stance == "-" else {stance}), all_told()[n]
