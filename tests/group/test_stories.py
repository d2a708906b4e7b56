"""Reports of one event come together, whatever the order they come in."""

from __future__ import annotations

import random

import pytest
from builders import body_report as report

from synoptic.group import StoryStream, group_stories

FERRY = [
    (
        "The ferry Marisol ran aground off Pellworth harbour on Tuesday with "
        "212 people aboard. Harbour master Ines Dahl said nobody was hurt. Tugs "
        "pulled the Marisol free at the evening tide."
    ),
    (
        "Passengers spent six hours on a stranded ferry near Pellworth. The "
        "Marisol hit a sandbank on Tuesday morning, harbour master Ines Dahl "
        "said, and tugs freed it at high water."
    ),
]
STRIKE = [
    (
        "Bakers in Orlund walked out on Tuesday over night pay. The bakers' "
        "union, led by Tomas Reyk, wants a fifth more for shifts after ten. "
        "Mills said they would wait."
    ),
    (
        "A strike by Orlund bakers emptied the shelves on Tuesday. Union leader "
        "Tomas Reyk asked for a rise in night pay; the mills have made no "
        "offer."
    ),
]


@pytest.fixture
def reports():
    return [
        report("ferry-1", FERRY[0], headline="Ferry Marisol aground off Pellworth"),
        report("ferry-2", FERRY[1]),
        report("strike-1", STRIKE[0], published_at="2031-05-13"),
        report("strike-2", STRIKE[1], published_at="2031-05-14"),
    ]


def members(stories):
    return {story.reports for story in stories}


def test_reports_of_one_event_come_together(reports):
    assert members(group_stories(reports)) == {
        ("ferry-1", "ferry-2"),
        ("strike-1", "strike-2"),
    }


def test_the_order_of_the_reports_changes_nothing(reports):
    expected = group_stories(reports)
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        assert group_stories(reports) == expected


def test_a_settled_stream_has_the_stories_of_a_batch(reports):
    stream = StoryStream()
    for one in reversed(reports):
        stream.add(one)
    stream.settle()
    assert stream.stories() == group_stories(reports)


def test_adding_says_which_story_a_report_is_placed_in(reports):
    stream = StoryStream()
    placed = [stream.add(one) for one in reports]
    assert placed[0] == placed[1] != placed[2] == placed[3]
    assert placed[0] in {story.id for story in stream.stories()}


def test_no_two_reports_of_a_stream_have_one_id(reports):
    stream = StoryStream()
    stream.add(reports[0])
    with pytest.raises(ValueError, match="ferry-1"):
        stream.add(reports[0])


def test_a_report_without_words_is_a_story_of_its_own(reports):
    empty = report("empty", "...")
    assert ("empty",) in members(group_stories([*reports, empty]))


def test_nothing_gives_no_story():
    assert group_stories([]) == ()


def test_a_storys_title_goes_without_the_wires_mark():
    reports = [
        report("a", FERRY[0], headline="UPDATE 1-Ferry runs aground"),
        report("b", FERRY[1], headline="UPDATE 1-Ferry runs aground"),
    ]
    [story] = group_stories(reports)
    assert story.title == "Ferry runs aground"
