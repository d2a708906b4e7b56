"""Groups by average linkage, each member held to the medoid."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from synoptic.group.partition import medoid, partition


def rows(links):
    found = defaultdict(dict)
    for (a, b), nearness in links.items():
        found[a][b] = nearness
        found[b][a] = nearness
    return found


def groups(ids, links):
    return partition(ids, rows(links), one_event=300, beside_medoid=100)


def test_a_chain_of_neighbours_makes_no_story():
    chain = {("a", "b"): 500, ("b", "c"): 500, ("c", "d"): 500, ("d", "e"): 500}
    assert max(map(len, groups("abcde", chain))) == 2


def test_reports_that_all_resemble_each_other_are_one_story():
    links = {("a", "b"): 400, ("a", "c"): 400, ("b", "c"): 400}
    assert groups("abc", links) == [("a", "b", "c")]


def test_a_member_far_from_the_medoid_is_put_out():
    links = {("a", "b"): 900, ("b", "c"): 900, ("b", "e"): 900}
    links |= {("a", "c"): 600, ("a", "e"): 600, ("c", "e"): 600}
    # d passes on the mean of the four, and not beside the one in the middle
    links |= {("a", "d"): 550, ("c", "d"): 550, ("d", "e"): 550}
    assert medoid("abcde", rows(links)) == "b"
    assert groups("abcde", links) == [("a", "b", "c", "e"), ("d",)]


def test_of_equals_the_medoid_is_the_one_of_the_smallest_id():
    assert medoid("ba", rows({("a", "b"): 500})) == "a"


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(
            lambda pair: pair[0] < pair[1]
        ),
        st.integers(-200, 1000),
    ),
    st.randoms(),
)
def test_the_order_of_ids_and_links_changes_nothing(links, random):
    ids = list("abcdefg")
    expected = groups(ids, links)
    random.shuffle(ids)
    shuffled = list(links.items())
    random.shuffle(shuffled)
    assert groups(ids, dict(shuffled)) == expected
    assert sorted("".join("".join(group) for group in expected)) == list("abcdefg")
