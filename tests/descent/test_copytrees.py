"""The generator: seeded, and true to what it says."""

import json

import pytest
from copytrees import grow, load_stories
from copytrees.measure import interval_score
from copytrees.rules import FITTED, HELD_OUT

STORIES = load_stories()


def test_there_are_a_dozen_stories_by_two_writers_or_more():
    assert len(STORIES) >= 12
    assert all(len(s.tellings) >= 2 for s in STORIES)


@pytest.mark.parametrize("setting", ["easy", "medium", "hard"])
def test_one_seed_gives_one_story(setting):
    first = grow(STORIES[0], setting=setting, seed=3)
    second = grow(STORIES[0], setting=setting, seed=3)
    assert json.dumps(first.rows) == json.dumps(second.rows)
    assert first.truth == second.truth


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_truth_names_given_reports_and_has_no_circle(story):
    for seed in range(3):
        grown = grow(story, setting="hard", seed=seed)
        ids = {row["id"] for row in grown.rows}
        above = {}
        for edge in grown.truth["edges"]:
            assert {edge["parent"], edge["child"]} <= ids
            above.setdefault(edge["child"], []).append(edge["parent"])
        for lost in grown.truth["lost_parents"]:
            assert set(lost["children"]) <= ids
        for child in ids:
            seen, queue = set(), list(above.get(child, []))
            while queue:
                parent = queue.pop()
                assert parent != child
                if parent not in seen:
                    seen.add(parent)
                    queue += above.get(parent, [])


def test_passages_cover_the_words_they_name():
    grown = grow(STORIES[1], setting="medium", seed=1)
    texts = {row["id"]: row["text"] for row in grown.rows}
    for report, passages in grown.truth["passages"].items():
        end = 0
        for passage in passages:
            assert end <= passage["start"] < passage["end"] <= len(texts[report])
            end = passage["end"]


def test_rules_for_measuring_are_not_those_for_fitting():
    assert not set(FITTED) & set(HELD_OUT)


def test_interval_score_is_width_plus_a_fine_for_missing():
    assert interval_score(1, 3, 2) == 2
    assert interval_score(1, 2, 3) == 41
