"""Tokens and their normal forms; the background table."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.rarity import bits
from synoptic.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Cease-fire, ceasefire", ("ceasefire", "ceasefire")),
        ("a 30-day truce", ("a", "30", "day", "truce")),
        (
            "The U.S. told us; US-backed",
            ("the", "u.s.", "told", "us", "u.s.", "backed"),
        ),
        ("Holm’s don't don’t", ("holm", "'s", "don't", "don't")),
        ("1,300 of 4.5 per cent", ("1300", "of", "4.5", "%")),
        ("CAFE\u0301 café Straße", ("cafe", "cafe", "strasse")),
        ("$5 3rd", ("$", "5", "3rd")),
        ("停火协议", ("停", "火", "协", "议")),
        ("a \U0001f469\u200d\U0001f469 b", ("a", "b")),
    ],
)
def test_tokens_have_one_normal_form(text: str, norms: tuple[str, ...]) -> None:
    assert tokenize(text).norm == norms


@given(st.text())
def test_tokens_lie_in_order_inside_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.start) == len(tokens.end) == len(tokens.norm)
    assert (tokens.start < tokens.end).all()
    assert (tokens.end[:-1] <= tokens.start[1:]).all()
    assert not len(tokens) or tokens.end[-1] <= len(text)
    assert all(tokens.norm)


@given(st.text(alphabet="abcé –-'’.1 "))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert tokenize(text).norm == tokenize(decomposed).norm


def test_rare_words_tell_more_than_common_ones() -> None:
    assert bits("the") < bits("water") < bits("ceasefire") <= bits("qwertzuio")
