"""BCubed and pairwise scores of a grouping, and the baseline to beat.

BCubed after Bagga and Baldwin (1998). The baseline is TF-IDF (log counts, English stop
words) with average linkage, cut at a fixed cosine distance of 0.80.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from synoptic.read import read

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from pathlib import Path

    from synoptic.model import Report, Story

BASELINE_DISTANCE = 0.80


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, 0.0 to 1.0."""

    precision: float
    recall: float
    f: float


class Gold(NamedTuple):
    """A set of reports with the story of each."""

    reports: list[Report]
    stories: list[str]


def read_gold(data: Path, name: str, field: str) -> Gold:
    """A development set whose rows say in `field` which story they belong to."""
    path = data / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        stories = [str(json.loads(line)[field]) for line in lines]
    reports = read([str(path)]).reports
    assert len(reports) == len(stories)
    return Gold(list(reports), stories)


def labels_of(stories: Sequence[Story], reports: Sequence[Report]) -> list[str]:
    """The id of each report's story, in the order of the reports."""
    of = {report: story.id for story in stories for report in story.reports}
    return [of[report.id] for report in reports]


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """BCubed: how much of each report's own company is right, and how much is there."""
    in_gold, in_found, in_both = defaultdict(int), defaultdict(int), Counter()
    for right, given in zip(gold, found, strict=True):
        in_gold[right] += 1
        in_found[given] += 1
        in_both[right, given] += 1
    pairs = [*zip(gold, found, strict=True)]
    precision = sum(in_both[g, f] / in_found[f] for g, f in pairs) / len(pairs)
    recall = sum(in_both[g, f] / in_gold[g] for g, f in pairs) / len(pairs)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def pairwise(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Over pairs of reports that are of one story, in the gold and as found."""

    def pairs(items: Counter) -> int:
        return sum(n * (n - 1) // 2 for n in items.values())

    both = pairs(Counter(zip(gold, found, strict=True)))
    precision = both / max(1, pairs(Counter(found)))
    recall = both / max(1, pairs(Counter(gold)))
    return Score(
        precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
    )


def baseline(reports: Sequence[Report]) -> list[int]:
    """The story of each report by TF-IDF and average linkage."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{report.headline or ''}\n{report.text}" for report in reports]
    words = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(
        texts
    )
    distance = (1 - (words @ words.T).toarray()).clip(0)
    found = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=BASELINE_DISTANCE,
    ).fit_predict(distance)
    return found.tolist()
