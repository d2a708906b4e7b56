from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.collate.passages.paraphrase import PairScorer, Passage, Scores
from synoptic.collate.passages.resemblance import (
    FEATURES,
    fading,
    resemblance,
    weigh,
)
from synoptic.text.vectors import load_vectors

# One made-up story, two reports, sentence by sentence
BREAKWATER_A = [
    "The breakwater at Port Elmet gave way on Tuesday night, flooding 40 homes.",
    "Mayor Ana Quiros said the council would repair the wall before the winter.",
    "“We lost the wall, but nobody was hurt,” the mayor told reporters.",
    "Engineers had warned of cracks in the concrete as early as May.",
    "Fishing boats were moved to the northern harbour.",
]
BREAKWATER_B = [
    "Forty homes were flooded when the breakwater at Port Elmet collapsed on Tuesday.",
    "The council will rebuild the wall before winter, Mayor Ana Quiros said.",
    "“We lost the wall, but nobody was hurt,” Quiros said.",
    "The harbour festival is held each year in Port Elmet.",
    "A school in the next village stayed shut on Wednesday.",
]


@cache
def scorer(*, fast: bool) -> PairScorer:
    return PairScorer(None if fast else load_vectors())


def passages(texts: list[str]) -> list[Passage]:
    return [Passage.of(text) for text in texts]


def every_pair(n_a: int, n_b: int) -> np.ndarray:
    return np.argwhere(np.ones((n_a, n_b)))


def judged(
    scorer: PairScorer, a: list[Passage], b: list[Passage], pairs: np.ndarray
) -> Scores:
    return scorer.second_vote(scorer.first_vote(a, b, pairs))


@pytest.mark.parametrize("fast", [True, False])
def test_a_sentence_and_itself_say_the_same(*, fast: bool) -> None:
    a = passages(BREAKWATER_A)
    own = np.array([[i, i] for i in range(len(a))])
    assert judged(scorer(fast=fast), a, a, own).same.min() > 0.9


@pytest.mark.parametrize("fast", [True, False])
def test_reworded_sentences_stand_above_those_of_one_topic(*, fast: bool) -> None:
    a, b = passages(BREAKWATER_A), passages(BREAKWATER_B)
    scores = judged(scorer(fast=fast), a, b, every_pair(5, 5))
    same = scores.same.reshape(5, 5)
    partners = [same[i, i] for i in range(3)]
    others = same[~np.eye(5, dtype=bool)]
    assert min(partners) > 5 * others.max()
    assert max(same[3, 3], same[4, 4]) < 0.1


def test_sharing_a_point_is_at_least_as_likely_as_saying_the_same() -> None:
    a, b = passages(BREAKWATER_A), passages(BREAKWATER_B)
    scores = judged(scorer(fast=True), a, b, every_pair(5, 5))
    assert (scores.shares >= scores.same).all()


def test_candidates_hold_the_reworded_pairs_and_few_others() -> None:
    a, b = passages(BREAKWATER_A), passages(BREAKWATER_B)
    found = {tuple(pair) for pair in scorer(fast=True).candidates(a, b)}
    assert {(0, 0), (1, 1), (2, 2)} <= found
    assert len(found) < 13


def test_vectors_are_asked_only_in_the_grey_band() -> None:
    asked = PairScorer(load_vectors())
    a, b = passages(BREAKWATER_A), passages(BREAKWATER_B)
    judged(asked, a, b, every_pair(5, 5))
    assert BREAKWATER_B[4] not in asked._encoded
    assert BREAKWATER_A[1] in asked._encoded


def test_no_pairs_give_no_scores() -> None:
    none = np.zeros((0, 2), np.intp)
    assert judged(scorer(fast=True), [], [], none).same.shape == (0,)
    assert scorer(fast=True).candidates([], []).shape == (0, 2)


WORDS = st.lists(
    st.sampled_from(
        "Mayor Quiros said the wall fell 40 12 homes “we lost it” .".split()
    ),
    max_size=14,
).map(" ".join)


@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_a_pair_scores_the_same_both_ways(a: str, b: str, more: list[str]) -> None:
    left, right = passages([a, *more]), passages([b])
    pair = np.array([[0, 0]])
    there = judged(scorer(fast=True), left, right, pair)
    back = judged(scorer(fast=True), right, left, pair)
    assert there.same[0] == back.same[0]
    assert there.shares[0] == back.shares[0]


@given(WORDS, WORDS)
def test_features_are_finite_and_as_many_as_named(a: str, b: str) -> None:
    left, right = Passage.of(a), Passage.of(b)
    kept = fading([left], [right])
    values = resemblance(weigh(left, kept), weigh(right, kept))
    assert len(values) == len(FEATURES)
    assert np.isfinite(values).all()


def test_a_word_used_often_in_the_two_reports_weighs_less() -> None:
    often = passages(["The wall fell.", "The wall leaned.", "A wall is a wall."])
    kept = fading(often, passages(["The wall fell."]))
    assert kept["wall"] < 1.0
    assert "leaned" not in kept
