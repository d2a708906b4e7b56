"""Stories keep their ids, whatever the grouping makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_reports import made_report

from synoptic.errors import NotInWorkspace
from synoptic.model.story import Story

IDS = [made_report(n).id for n in range(8)]


@pytest.fixture
def filled(workspace):
    for number in range(8):
        workspace.add(made_report(number))
    return workspace


def story(name, *numbers, **more):
    return Story(name, tuple(IDS[n] for n in numbers), **more)


def held(workspace, name):
    return {IDS.index(report) for report in workspace.story(name).reports}


def test_a_story_that_grows_keeps_its_id(filled):
    assert filled.put_stories([story("a", 0, 1)]) == ("a",)
    assert filled.put_stories([story("b", 0, 1, 2)]) == ("a",)
    assert held(filled, "a") == {0, 1, 2}


def test_the_larger_part_of_a_split_keeps_the_id(filled):
    filled.put_stories([story("a", 0, 1, 2)])
    names = filled.put_stories([story("x", 0), story("y", 1, 2)])
    assert names == ("x", "a")


def test_the_id_of_a_story_that_went_into_another_leads_there_for_good(filled):
    filled.put_stories([story("a", 0, 1, 2), story("b", 3, 4), story("c", 5)])
    filled.put_stories([story("m", 0, 1, 2, 3, 4)])
    assert filled.story("b").id == "a"
    filled.put_stories([story("m", 0, 1, 2, 3, 4, 5)])
    assert filled.story("c").id == filled.story("b").id == "a"
    assert filled.n_stories() == 1
    with pytest.raises(NotInWorkspace):
        filled.story("m")


def test_an_id_is_given_once(filled):
    filled.put_stories([story("a", 0, 1)])
    assert filled.put_stories([story("a", 2, 3)]) == ("a-2",)


def test_what_another_process_placed_meanwhile_stays(filled):
    filled.put_stories([story("a", 0, 1)])
    filled.put_stories([story("a", 0, 1, 2)])  # one process
    filled.put_stories([story("a", 0, 1, 3)])  # another, that had not seen it
    assert held(filled, "a") == {0, 1, 2, 3}


def test_a_later_version_takes_the_place_of_the_one_before(filled):
    filled.put_stories([story("a", 0, 1)])
    later = filled.add(replace(made_report(1), text=made_report(1).text + " More."))
    filled.put_stories([Story("a", (IDS[0], later.id))])
    assert set(filled.story("a").reports) == {IDS[0], later.id}
    assert filled.story_of(IDS[1]) == "a"


def test_a_report_removed_meanwhile_is_passed_over(filled):
    filled.remove(IDS[1])
    filled.put_stories([story("a", 0, 1), story("b", 1)])
    assert held(filled, "a") == {0}
    assert filled.n_stories() == 1


def test_changes_tell_what_became_of_stories(filled):
    last = filled.last_change()
    filled.put_stories([story("a", 0, 1), story("b", 2)])
    filled.put_stories([story("a", 0, 1), story("b", 2)])  # nothing new
    filled.put_stories([story("a", 0, 1, 2)])
    told = [(e.kind, e.story, e.detail) for e in filled.changes(last)]
    assert told == [
        ("story-new", "a", None),
        ("story-new", "b", None),
        ("story-changed", "a", None),
        ("story-gone", "b", "a"),
    ]
    numbers = [event.number for event in filled.changes()]
    assert numbers == sorted(set(numbers))


def test_a_follow_up_names_the_story_before_it_by_its_lasting_id(filled):
    filled.put_stories([story("a", 0, 1)])
    filled.put_stories([story("z", 0, 1, 2), story("b", 3, follows="z")])
    assert filled.story("b").follows == "a"


def test_stories_are_listed_by_time_and_outlet(filled):
    filled.put_stories([story("a", 0, 1), story("b", 5)])
    assert [s.id for s in filled.stories()] == ["b", "a"]
    assert [s.id for s in filled.stories(until="2026-03-02")] == ["a"]
    assert [s.id for s in filled.stories(outlet="outlet 5")] == ["b"]
    assert [s.id for s in filled.stories(limit=1, offset=1)] == ["a"]
    (first, _) = filled.stories()
    assert (first.n_reports, first.outlets) == (1, ("Outlet 5",))
