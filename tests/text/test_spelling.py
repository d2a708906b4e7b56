import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.spelling import _table, fold_spelling


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("organised", "organized"),
        ("mobilisation", "mobilization"),
        ("neighbours", "neighbors"),
        ("labour", "labor"),
        ("kilometres", "kilometers"),
        ("centred", "centered"),
        ("travelling", "traveling"),
        ("defence", "defense"),
        ("fulfil", "fulfill"),
        ("zelenskyy", "zelenskiy"),
        ("kiev", "kyiv"),
        ("gadhafi", "qaddafi"),
        ("programmes", "programs"),
    ],
)
def test_two_spellings_of_one_word_fold_to_one(a: str, b: str) -> None:
    assert a != b
    assert fold_spelling(a) == fold_spelling(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("vladimir", "volodymyr"),
        ("rise", "rize"),
        ("four", "for"),
        ("tour", "tor"),
        ("filled", "filed"),
        ("analyses", "analyzes"),
        ("iran", "iraq"),
        ("revise", "revize"),
        ("advertised", "advertized"),
    ],
)
def test_different_words_stay_different(a: str, b: str) -> None:
    assert fold_spelling(a) != fold_spelling(b)


def test_every_entry_folds_to_a_form_that_folds_no_further() -> None:
    assert [k for k, v in _table().items() if _table().get(v, v) != v] == []


@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold_spelling(fold_spelling(word)) == fold_spelling(word)
