"""Sentences inside one block."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.split import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        [
            "Mr. Smith met the U.S. President.",
            "He was in the U.S.",
            "The talks failed.",
        ],
        ["“Who will check it?” the mayor said.", "“Nobody will.”"],
        ["“Stop!”", "The crowd went home."],
        ["J. K. Holm and No. 5 were there.", "At 5 p.m. on Friday it was over."],
        ["It cost $4.5 million.", "Was it worth it?", "Nobody knew..."],
        ["“We agree.", "We always did.”", "“Do you?”"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@given(st.text())
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
