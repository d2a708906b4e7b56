"""Somebody who is criticised, praised, blamed or accused is what it is about."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import CAST, cases, known, made, told, told_of_each

CASES = cases("judged.txt")


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES])


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_who_judges_whom(n):
    _, actor, whom, stance = CASES[n]
    found = {s for a, thing, s in all_told()[n] if actor in a and whom in thing}
    assert found == (set() if stance == "-" else {stance}), all_told()[n]


def test_each_sentence_that_judges_somebody_is_told():
    report = made(
        f"{CAST}\n\nIda Brandt blamed Tom Castellano for the flood.\n\n"
        "Ida Brandt said Tom Castellano is a coward."
    )
    (notes,) = known(report)
    assert told(report, notes) == [
        ("Ida Brandt", "Tom Castellano", "unstated"),
        ("Ida Brandt", "Tom Castellano", "unstated"),
    ]


def test_the_charge_is_no_part_of_who_is_charged():
    report = made(
        f"{CAST}\n\nIda Brandt accused Tom Castellano’s followers of sexism.\n\n"
        "Ida Brandt described the move as a breach of trust."
    )
    (notes,) = known(report)
    assert [thing for _, thing, _ in told(report, notes)] == [
        "Tom Castellano’s followers",
        "the move",
    ]


def test_it_is_nobody_who_was_judged_before():
    report = made(
        f"{CAST}\n\nIda Brandt broke with Tom Castellano. “It is absurd,” she said."
    )
    (notes,) = known(report)
    assert [thing for _, thing, _ in told(report, notes)] == ["Tom Castellano"]
