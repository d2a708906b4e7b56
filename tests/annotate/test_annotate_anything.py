"""No text, however broken, stops the annotation; every span stays in the text."""

import pytest
from annotate.quotation_cases import make_report
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.annotate import annotate_all

WORDS = st.sampled_from(
    "said says told , . : ; ? “ ” \" ' ‘ ’ '' „ « » ( ) [ ] … — that he She who "
    "Olga Brandt Mr. Putin U.S. Minister according to the asked if not called it "
    "It they accused confirmed of hiding "
    "very \n \n\n , but and adding 1,300 \u00a0 \u2028 😀 é".split(" ")
)


@pytest.mark.parametrize("language", ["en", "de", "xx"])
@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=60))
def test_any_text_is_annotated_by_rules(language, words):
    check(" ".join(words), fast=True, language=language)


@settings(max_examples=25, deadline=None)
@given(words=st.lists(WORDS, max_size=60))
def test_any_text_is_annotated_by_the_parse(words):
    check(" ".join(words), fast=False, language="en")


def check(text: str, *, fast: bool, language: str) -> None:
    report = make_report(text, language=language)
    notes = annotate_all([report], fast=fast).annotations[0]
    again = annotate_all([report], fast=fast).annotations[0]
    assert notes.quotations == again.quotations
    spans = [s for q in notes.quotations or () for s in q.content]
    spans += [q.cue for q in notes.quotations or () if q.cue]
    spans += [n.span for n in notes.names or ()]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    for quotation in notes.quotations or ():
        assert quotation.content == tuple(sorted(quotation.content))
        teller = quotation.speaker.span
        assert teller is None or not any(teller.within(s) for s in quotation.content)


def test_two_whose_words_hold_each_other():
    check("It accused the bank of hiding it, it confirmed.", fast=False, language="en")
