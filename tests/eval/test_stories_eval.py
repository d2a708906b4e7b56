"""Stories on two sets, the threshold of each set on the other, beside a baseline."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from eval.story_score import baseline, bcubed, labels_of, pairwise, read_gold

from synoptic.group import GroupSettings, StoryStream, group_stories

pytestmark = pytest.mark.eval

SETS = {"seesaw": "story", "ecbplus": "event"}
THRESHOLDS = [step / 100 for step in range(21, 46, 3)]
MARGIN = 0.04
FARTHEST = 0.02  # BCubed distance of a stream that is not settled from the batch


@pytest.fixture(scope="module")
def gold(development_data):
    return {name: read_gold(development_data, name, SETS[name]) for name in SETS}


def grouped(reports, **settings):
    return labels_of(group_stories(reports, GroupSettings(**settings)), reports)


def undated(reports):
    return [replace(report, published_at=None) for report in reports]


@pytest.fixture(scope="module")
def best(gold):
    """By set, the middle of the three thresholds in a row that suit its texts best.

    Days are put aside. One threshold alone may do best by luck.
    """

    def score(name, threshold):
        reports, stories = gold[name]
        return bcubed(stories, grouped(undated(reports), one_event=threshold)).f

    chosen = {}
    for name in gold:
        scores = [score(name, threshold) for threshold in THRESHOLDS]
        rows = [sum(scores[n - 1 : n + 2]) for n in range(1, len(scores) - 1)]
        chosen[name] = THRESHOLDS[1 + rows.index(max(rows))]
    return chosen


@pytest.mark.parametrize(
    ("name", "other"), [("seesaw", "ecbplus"), ("ecbplus", "seesaw")]
)
def test_stories_beat_the_baseline_with_the_other_sets_threshold(
    gold, best, board, name, other
):
    reports, stories = gold[name]
    found = grouped(reports, one_event=best[other])
    shipped = grouped(reports)
    compared = baseline(reports)
    board(
        f"stories_{name}",
        threshold_of_the_other=best[other],
        bcubed_precision=bcubed(stories, found).precision,
        bcubed_recall=bcubed(stories, found).recall,
        bcubed_f=bcubed(stories, found).f,
        pairwise_f=pairwise(stories, found).f,
        shipped_bcubed_f=bcubed(stories, shipped).f,
        shipped_pairwise_f=pairwise(stories, shipped).f,
        undated_bcubed_f=bcubed(
            stories, grouped(undated(reports), one_event=best[other])
        ).f,
        baseline_bcubed_f=bcubed(stories, compared).f,
        baseline_pairwise_f=pairwise(stories, compared).f,
    )
    assert bcubed(stories, found).f >= bcubed(stories, compared).f + MARGIN


@pytest.mark.parametrize("name", SETS)
def test_a_stream_keeps_near_the_batch_and_settles_to_it(gold, board, name):
    reports = gold[name].reports
    batch = group_stories(reports)
    shuffled = [*reports]
    random.Random(17).shuffle(shuffled)
    farthest = 0.0
    for order in (reports, reports[::-1], shuffled):
        stream = StoryStream()
        for report in order:
            stream.add(report)
        before = labels_of(stream.stories(), reports)
        distance = 1 - bcubed(labels_of(batch, reports), before).f
        farthest = max(farthest, distance)
        stream.settle()
        assert stream.stories() == batch
        assert group_stories(order) == batch
    board(f"stories_{name}_stream", nearness=1 - farthest)
    assert farthest <= FARTHEST
