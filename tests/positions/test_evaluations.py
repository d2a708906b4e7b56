"""What speakers are said to find of a thing: found, leaning rightly or not at all."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from positions.made import known, made

CAST = "Ruth Abernathy is the mayor of Merrow. Tom Castellano is the governor."
LINES = (
    (Path(__file__).parent / "evaluations.txt").read_text(encoding="utf-8").splitlines()
)
CASES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in LINES
    if line.strip() and not line.startswith("#")
]


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
        "open": {("unstated", None)},
        "yes": {("for", None)},
        "-": set(),
    }
    assert rows == expected[wanted]
