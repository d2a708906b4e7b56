"""Statistics of coded sheets, against values worked out by hand or published."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.app.agreement import alpha, kappa, stratified, wilson

# Krippendorff's own example of two coders and ten yes-or-no items (2011, part A)
FIRST = "0 1 0 0 0 0 0 0 1 0".split()
SECOND = "1 1 1 0 0 1 0 0 0 0".split()


def test_alpha_is_that_of_the_published_example():
    found = alpha([*zip(FIRST, SECOND, strict=True)])
    assert found.value == pytest.approx(0.095, abs=0.0005)
    assert found.low < found.value < found.high


def test_alpha_is_one_where_coders_agree_and_codes_vary():
    assert alpha([("yes", "yes"), ("no", "no")]).value == 1.0


def test_alpha_is_not_to_be_had_where_all_codes_are_equal():
    assert math.isnan(alpha([("yes", "yes"), ("yes", "yes")]).value)
    assert math.isnan(alpha([("yes",)]).value)


def test_kappa_of_a_table_worked_out_by_hand():
    # 20 both yes, 15 both no, 5 and 10 apart: observed .70, by chance .50
    one = ["y"] * 25 + ["n"] * 25
    other = ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    assert kappa(one, other) == pytest.approx(0.4)


def test_wilson_of_all_right_does_not_reach_from_one_to_one():
    found = wilson(1.0, 10)
    assert (found.value, found.high) == (1.0, 1.0)
    assert found.low == pytest.approx(0.7225, abs=0.0005)


def test_strata_weigh_by_their_size():
    found = stratified([10, 0], [10, 10], [90, 10])
    assert found.value == pytest.approx(0.9)
    assert found.low < 0.9 < found.high


def test_a_stratum_that_nobody_judged_is_left_out():
    assert stratified([5, 0], [10, 0], [50, 50]).value == pytest.approx(0.5)


@given(st.integers(1, 500), st.data())
def test_wilson_holds_the_share(n, data):
    right = data.draw(st.integers(0, n))
    found = wilson(right / n, n)
    assert 0 <= found.low <= found.value <= found.high <= 1
