import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.stems import near_stem, stem


@pytest.mark.parametrize(
    "forms",
    [
        "resume resumes resumed resuming",
        "stop stops stopped stopping",
        "company companies",
        "negotiate negotiator negotiators negotiation negotiating",
        "say said",
        "leave leaves left leaving",
        "ukraine ukrainian ukrainians",
        "organise organisation organizing",
        "use used using",
        "two 2",
        "oct october",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["police policy", "iran iraq", "austria australia", "new news"],
)
def test_different_words_keep_different_stems(words: str) -> None:
    a, b = words.split()
    assert stem(a) != stem(b)


def test_words_put_for_one_another_are_near_and_not_the_same() -> None:
    assert stem("attack") != stem("raid")
    assert near_stem("attack") == near_stem("raid")


@given(st.text(max_size=15))
def test_every_word_has_a_stem_unless_it_is_empty(word: str) -> None:
    assert bool(stem(word)) == bool(word)
