"""Parts of the evidence for which way a text went."""

from dataclasses import replace

import pytest
from copytrees import load_stories
from copytrees.drops import drop_and_reword
from copytrees.scribes import copy_by_hand
from descent.stories import LONG, OTHER, descent_of, report, weighed

from synoptic.collate.descent.direction import EDGE_PARTS, time_order
from synoptic.collate.descent.versions import is_later

KEEPER = "The keeper, Rolf Anders Sundby, said the door had been forced at night."
LATER = "Sundby found the brass fittings unscrewed with care and a lens was missing."


def parts(pairs, giver, taker):
    values = pairs.evidence.features[giver, taker].tolist()
    return dict(zip(EDGE_PARTS, values, strict=True))


def test_a_surname_without_its_introduction_speaks_for_the_one_that_introduces():
    full = report("full", (LONG[0], KEEPER, LATER, *LONG[3:]))
    cut = report("cut", (LONG[0], LATER, *LONG[3:]))
    pairs, _ = weighed(full, cut)
    assert parts(pairs, 0, 1)["introduced"] > 0
    assert parts(pairs, 1, 0)["introduced"] < 0


def test_the_name_of_a_day_comes_before_its_date():
    dated = LONG[0].replace("on Sunday", "on March 3")
    pairs, _ = weighed(report("day", LONG), report("date", (dated, *LONG[1:])))
    assert parts(pairs, 0, 1)["dated"] > 0
    assert parts(pairs, 1, 0)["dated"] < 0


def test_words_exchanged_count_as_edited_and_words_cut_do_not():
    other = LONG[4].replace("is expected to be flown in", "will be brought by air")
    short = LONG[4].replace(", the coast service announced,", "")
    for changed, edited in ((other, True), (short, False)):
        texts = (*LONG[:4], changed, LONG[5])
        pairs, _ = weighed(report("a", LONG), report("b", texts))
        assert (parts(pairs, 0, 1)["edited"] < 0) is edited


def test_a_report_drawn_from_two_strangers_has_both_for_parents():
    first = report("first", LONG, at="2024-03-03T08:00")
    second = report("second", OTHER, at="2024-03-03T08:30")
    both = report("both", (*LONG[:4], *OTHER[1:]), at="2024-03-03T15:00")
    edges = descent_of(first, second, both).edges
    assert {(e.parent, e.child) for e in edges} <= {
        ("first", "both"),
        ("second", "both"),
    }
    assert edges


@pytest.mark.parametrize("at", [None, "2024-03-03T15:00"])
def test_the_longer_of_two_versions_is_the_later_when_no_time_tells(at):
    short = report("short", LONG[:4], at=at)
    longer = replace(report("longer", LONG, at=at), series="short")
    pairs, _ = weighed(short, longer)
    assert parts(pairs, 0, 1)["version"] > parts(pairs, 1, 0)["version"] > 0


@pytest.mark.parametrize("process", [drop_and_reword, copy_by_hand])
def test_other_processes_are_seeded_and_their_truth_names_given_reports(process):
    story = load_stories()[2]
    first, second = process(story, seed=4), process(story, seed=4)
    assert (first.rows, first.truth) == (second.rows, second.truth)
    ids = {row["id"] for row in first.rows}
    for edge in first.truth["edges"]:
        assert {edge["parent"], edge["child"]} <= ids
    assert first.truth["edges"]


def headed(name, headline, byline):
    return replace(report(name, LONG), headline=headline, byline=byline, outlet=None)


@pytest.mark.parametrize(("byline", "later"), [("Ana Voss", True), ("Bo Lind", False)])
def test_a_signed_update_under_a_new_headline_is_a_later_version(byline, later):
    first = headed("first", "UPDATE 1-Lamp taken from Cape Orrin", "Ana Voss")
    second = headed("second", "CORRECTED-UPDATE 4-Two held in raid on tower", byline)
    assert is_later(first, second) is later
    assert not is_later(second, first)


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2024-03-03T09:00", "2024-03-03T09:30", 1.0),
        ("2024-03-03T09:30", "2024-03-03T09:00", -1.0),
        ("2024-03-03T09:00", "2024-03-03T09:00", 0.0),
        ("2024-03-03T12:00+03:00", "2024-03-03T10:00+00:00", 1.0),
        ("2024-03-03T23:00", "2024-03-04T01:00+00:00", 1.0),
        ("2024-03-03T23:00", "2024-03-03T01:00+00:00", 0.0),
        ("2024-03-03", "2024-03-03T09:00", 0.0),
        ("2024-03-03", "2024-03-04", 1.0),
        ("2024-03", "2024-03-04", 0.0),
        (None, "2024-03-04", 0.0),
    ],
)
def test_times_are_compared_as_far_as_both_are_stated(first, second, order):
    a, b = report("a", LONG, at=first), report("b", LONG, at=second)
    assert time_order(a, b) == order
    assert time_order(b, a) == -order
