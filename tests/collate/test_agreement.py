from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.collate.passages.agreement import disagreements, edit_class

GOLDEN = Path(__file__).parents[1] / "golden" / "agreement"


def rows(name: str) -> list[list[str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [[p.strip() for p in row.split("|")] for row in lines if row[0] != "#"]


@pytest.mark.parametrize(("kind", "a", "b"), rows("apart.txt"))
def test_passages_that_differ_in_a_fact_disagree(kind: str, a: str, b: str) -> None:
    assert kind in [d.kind for d in disagreements(a, b)]


@pytest.mark.parametrize(("a", "b"), rows("alike.txt"))
def test_passages_that_say_the_same_agree(a: str, b: str) -> None:
    assert disagreements(a, b) == ()


TEXTS = [text for row in rows("apart.txt") for text in row[1:]]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_disagreement_is_the_same_both_ways(a: str, b: str) -> None:
    there, back = disagreements(a, b), disagreements(b, a)
    assert [(d.kind, d.a, d.b) for d in there] == [(d.kind, d.b, d.a) for d in back]


@given(st.text(max_size=60))
def test_a_passage_agrees_with_itself(text: str) -> None:
    assert disagreements(text, text) == ()


def test_a_disagreement_says_which_words_it_rests_on() -> None:
    a, b = "The storm took 40 homes.", "It took 60 homes, the storm."
    (found,) = disagreements(a, b)
    assert a[found.a.start : found.a.end] == "40"
    assert b[found.b.start : found.b.end] == "60"


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("cease-fire", "ceasefire", "style"),
        ("organised", "organized", "style"),
        ("Kiev", "Kyiv", "style"),
        ("Zelenskyy", "Zelensky", "style"),
        ("WALL", "wall", "style"),
        ("per cent", "percent", "style"),
        ("two", "2", "style"),
        ("11", "12", "number"),
        ("three people", "seven people", "number"),
        ("$3 million", "$3 billion", "number"),
        ("", "40", "number"),
        ("was", "was not", "negation"),
        ("can", "can't", "negation"),
        ("", "not", "negation"),
        ("said", "denied", "negation"),
        ("did not refuse", "agreed", "wording"),
        ("Ana Quiros", "Ines Duarte", "name"),
        ("Ana Quiros", "Mayor Quiros", "wording"),
        ("Russia", "Moscow", "wording"),
        ("fell", "collapsed", "wording"),
        ("", "the old wall", "wording"),
        ("Tuesday", "March 11", "wording"),
        ("", "a row of 40 houses near the harbour wall", "wording"),
    ],
)
def test_an_edit_is_classed_by_what_it_changes(a: str, b: str, kind: str) -> None:
    assert edit_class(a.split(), b.split()) == kind
    assert edit_class(b.split(), a.split()) == kind
