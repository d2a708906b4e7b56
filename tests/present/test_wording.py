from __future__ import annotations

import pytest

from synoptic.present.html.filters import isolated
from synoptic.present.wording import because, cell, percent


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@here", "'@here"),
        ("-5", "-5"),
        ("-2.5", "-2.5"),
        ("- we\nleft", "'- we left"),
        ("plain", "plain"),
    ],
)
def test_no_cell_is_a_formula_and_numbers_stay_numbers(words, shown):
    assert cell(words) == shown


def test_of_many_reasons_the_first_are_given_and_the_rest_counted():
    assert because(["one", "two"]) == "Reasons: one; two."
    assert because(["one", "two", "three"], 1) == "Reasons: one; and 2 more."


@pytest.mark.parametrize(("share", "shown"), [(0.951, "95 %"), (1, "100 %")])
def test_shares_are_whole_percents(share, shown):
    assert percent(share) == shown


def test_names_read_from_the_right_keep_their_order_in_a_list():
    first, second = "\u0627\u0644\u0628\u062d\u0631", "\u05d7\u05d5\u05e3"
    assert isolated(f"{first}, {second} and Osk print “9”.") == (
        f"<bdi>{first}</bdi>, <bdi>{second}</bdi> and Osk print “9”."
    )
