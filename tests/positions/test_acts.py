"""Formal and public acts as stances: courts, chambers, executives, firms, groups."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from positions.made import known, made, told

CAST = "Ruth Abernathy is the mayor of Merrow. Tom Castellano is the governor."
LINES = (Path(__file__).parent / "acts.txt").read_text(encoding="utf-8").splitlines()
CASES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in LINES
    if line.strip() and not line.startswith("#")
]


@cache
def all_told() -> list[list[tuple[str, str, str]]]:
    reports = [
        made(f"{CAST}\n\n{sentence}", outlet=f"Gazette {n}")
        for n, (sentence, *_) in enumerate(CASES)
    ]
    return [told(r, a) for r, a in zip(reports, known(*reports), strict=True)]


@pytest.mark.parametrize("n", range(len(CASES)), ids=[c[0][:60] for c in CASES])
def test_an_act_is_a_stand_the_right_way_round(n):
    _, actor, thing, stance = CASES[n]
    found = {
        row[2]
        for row in all_told()[n]
        if actor.lower() in row[0].lower() and thing in row[1]
    }
    assert found == (set() if stance == "-" else {stance}), all_told()[n]
