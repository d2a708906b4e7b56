"""Follow-ups are linked and not merged; each place is explained."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from builders import body_report
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.group import GroupSettings, StoryStream, group_stories

CRASH = (
    "The ferry Marisol hit the breakwater of Pellworth on Tuesday and took in water, "
    "harbour master Ines Dahl said. Divers searched the hull of the Marisol all "
    "night while 212 passengers slept in the gymnasium of Pellworth."
)
TRIAL = (
    "Captain Jonas Reth of the ferry Marisol told a court in Pellworth on Monday that "
    "his radar had failed. Prosecutor Lena Voss asked for a fine of 4,000 crowns; "
    "harbour master Ines Dahl is to be heard as a witness against captain Reth."
)


def report(name, text, day=None):
    return body_report(name, text, published_at=day)


@pytest.fixture
def reports():
    return [
        report("crash-1", CRASH, "2031-05-13"),
        report("crash-2", CRASH + " Tugs stood by.", "2031-05-14"),
        report("trial-1", TRIAL, "2031-05-26"),
        report("trial-2", TRIAL + " The sea was calm.", "2031-05-26"),
    ]


def test_a_later_story_takes_an_earlier_one_further(reports):
    crash, trial = group_stories(reports, GroupSettings(follows=0.02))
    assert crash.reports == ("crash-1", "crash-2")
    assert trial.reports == ("trial-1", "trial-2")
    assert (crash.follows, trial.follows) == (None, crash.id)


def test_without_days_nothing_is_said_of_what_came_first(reports):
    undated = [replace(one, published_at=None) for one in reports]
    stories = group_stories(undated, GroupSettings(follows=0.02))
    assert {story.follows for story in stories} == {None}


def test_reports_beyond_the_window_are_not_one_story(reports):
    late = report("crash-3", CRASH, "2031-08-01")
    stories = group_stories([*reports, late])
    assert ("crash-3",) in {story.reports for story in stories}
    wide = group_stories([*reports, late], GroupSettings(window_days=100))
    assert len(wide) <= len(stories)


def test_two_versions_of_one_report_are_one_story():
    first = report("v1", "The ferry Marisol is late, the harbour office said.")
    second = report("v2", CRASH + " " + TRIAL)
    apart = group_stories([first, second], GroupSettings(one_event=0.9))
    assert len(apart) == 2
    versions = [first, replace(second, series="v1")]
    assert len(group_stories(versions, GroupSettings(one_event=0.9))) == 1


def test_a_place_is_explained_by_parts_that_add_up(reports):
    stream = StoryStream()
    for one in reports:
        stream.add(one)
    why = stream.explain("crash-2")
    assert why.beside == "crash-1"
    assert why.story == stream.story_of("crash-1")
    assert 0.5 < sum(why.parts.values()) <= 1.0
    assert why.with_story > why.needed > why.with_next
    assert why.next_story == stream.story_of("trial-1")
    assert "Marisol" in why.shared


def test_title_and_key_words_are_those_of_the_reports(reports):
    crash, _ = group_stories(reports)
    assert crash.title in CRASH
    assert "Marisol" in crash.keywords


def test_a_growing_story_keeps_its_id_until_settled(reports):
    stream = StoryStream()
    late, early = reports[1], reports[0]
    first = stream.add(late)
    assert stream.add(early) == first
    stream.settle()
    assert stream.stories()[0].id == group_stories([early, late])[0].id


WORDS = "Marisol Pellworth Dahl Orlund Reyk bakers tugs radar breakwater wages".split()
MADE = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=3, max_size=9),
        st.sampled_from([None, "2031-05-13", "2031-05-20", "2031-09-01"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40)
@given(MADE, st.integers(0, 5))
def test_any_order_gives_the_same_stories_and_each_report_stands_in_one(made, seed):
    reports = [
        report(f"r{n}", f"In {' '.join(words)}.", day)
        for n, (words, day) in enumerate(made)
    ]
    expected = group_stories(reports)
    random.Random(seed).shuffle(reports)
    stream = StoryStream()
    for one in reports:
        stream.add(one)
    placed = [name for story in stream.stories() for name in story.reports]
    assert sorted(placed) == sorted(one.id for one in reports)
    stream.settle()
    assert stream.stories() == expected
