"""Who takes which stand on what, one table a family of ways to say so."""

from __future__ import annotations

from functools import cache

import pytest
from positions.made import cases, told_of_each

TABLES = (
    "acts.txt",  # formal and public acts: courts, chambers, executives, firms
    "courts.txt",  # what courts find and parties argue of a law
    "denials.txt",  # against what others claim, for no side of a mere fact
    "idioms.txt",  # verbs with a noun of their own
    "openings.txt",  # what is left open, and short answers
    "owners.txt",  # nouns and small words, and whose stand they tell
    "papers.txt",  # who put a name to a letter or a petition
    "second_thoughts.txt",  # stands that are left, and how a thing is met
    "silences.txt",  # who declines, evades or passes over, and what
    "terms.txt",  # what is to be done if, unless, only with, not before
    "verbs.txt",  # verbs, with their particles, and what they are about
)
CASES = {table: cases(table) for table in TABLES}


@cache
def all_told(table: str) -> list[list[tuple[str, str, str]]]:
    return told_of_each([sentence for sentence, *_ in CASES[table]])


@pytest.mark.parametrize(
    ("table", "n"), [(t, n) for t, rows in CASES.items() for n in range(len(rows))]
)
def test_a_sentence_tells_the_stand_its_row_gives(table, n):
    _, actor, thing, stance = CASES[table][n]
    told = all_told(table)[n]
    found = {
        row[2] for row in told if actor.lower() in row[0].lower() and thing in row[1]
    }
    assert found == (set() if stance == "-" else {stance}), told
