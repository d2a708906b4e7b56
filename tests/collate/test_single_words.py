"""A single quoted word, and the sentence another report quotes it from."""

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
from synoptic.collate.entities import find_entities
from synoptic.collate.utterances import collate_utterances

LEAD = "Minister Olga Brandt met the pilot Tomas Vell at the harbour."
WHOLE = "“We asked for two tugs and they gave us nothing in the end,” Brandt said."


def members(*texts: str):
    reports = [make_report(f"{LEAD}\n\n{t}", name=f"r{n}") for n, t in enumerate(texts)]
    notes = annotate_all(reports, fast=False).annotations
    utterances = collate_utterances(reports, notes, find_entities(reports, notes))
    return sorted(len(u.members) for u in utterances)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt said the port had been given “nothing” by the owners.", WHOLE),
        (
            "Brandt said the tender was “preposterous” from its first page.",
            "“It is a preposterous piece of paper and I will not sign,” Brandt said.",
        ),
    ],
)
def test_word_of_the_same_person_joins_the_sentence_that_has_it(one, other):
    assert members(one, other) == [2]
    assert members(other, one) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another person
        ("Vell said the port had been given “nothing” by the owners.", WHOLE),
        # a common word
        ("Brandt said the tugs had come “in” before the storm.", WHOLE),
        # two sentences have it
        (
            "Brandt said the port had been given “nothing” by the owners.",
            f"{WHOLE}\n\n“There is nothing under that old pier,” Brandt said.",
        ),
    ],
)
def test_word_that_may_be_another_one_stays_apart(one, other):
    assert set(members(one, other)) == {1}
