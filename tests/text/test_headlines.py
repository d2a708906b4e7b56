from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.headlines import WIRE_MARK, as_a_sentence


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("UPDATE 1-Hillside falls", "Hillside falls"),
        ("CORRECTED-UPDATE 4-Nine dead", "Nine dead"),
        ("Update your phone, says Brandt", "Update your phone, says Brandt"),
        ("RECASTS UPDATE 2-Ferry aground", "Ferry aground"),
        ("LEADERS MEET IN OSLO", "LEADERS MEET IN OSLO"),
    ],
)
def test_marks_of_wires_are_no_words_of_the_headline(headline, words):
    assert WIRE_MARK.sub("", headline) == words


BODY = (
    "Mara Oduya said on Monday that the toll was fair. The House of Aldermen meets in "
    "June, and the aldermen want a say. It gives us time, said Oduya."
)


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Oduya Backs Toll in Part", "Oduya backs toll in part"),
        ("House Puts Off Vote on Toll", "House puts off vote on toll"),
        ("ODUYA BACKS TOLL", "Oduya backs toll"),
        ("Oduya Meets U.S. Envoy, US Firms", "Oduya meets U.S. envoy, US firms"),
        ("Why a Toll-Free Bridge Isn't Fair", "Why a toll-free bridge isn't fair"),
        ("Oduya backs the toll", "Oduya backs the toll"),
        ("Oduya", "Oduya"),
    ],
)
def test_a_headline_is_written_as_its_body_writes_it(headline, sentence):
    assert as_a_sentence(headline, BODY) == sentence


def test_a_headline_without_a_body_stays():
    assert as_a_sentence("Oduya Backs Toll", "") == "Oduya Backs Toll"


@given(st.text(), st.text())
def test_every_offset_of_a_headline_stays(headline, body):
    again = as_a_sentence(headline, body)
    assert len(again) == len(headline)
    assert again.casefold() == headline.casefold() or not headline.isascii()
