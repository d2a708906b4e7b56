from __future__ import annotations

import pytest

from synoptic.text.headlines import WIRE_MARK


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("UPDATE 1-Hillside falls", "Hillside falls"),
        ("CORRECTED-UPDATE 4-Nine dead", "Nine dead"),
        ("Update your phone, says Brandt", "Update your phone, says Brandt"),
        ("LEADERS MEET IN OSLO", "LEADERS MEET IN OSLO"),
    ],
)
def test_marks_of_wires_are_no_words_of_the_headline(headline, words):
    assert WIRE_MARK.sub("", headline) == words
