"""The paraphrase scorer on pairs that it was not fitted on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from eval.paraphrase_pairs import GOLD, Pair, msr_pairs, news_pairs

from synoptic.collate.passages.agreement import disagreements
from synoptic.collate.passages.paraphrase import PairScorer, Passage
from synoptic.text.vectors import Vectors, load_vectors

pytestmark = pytest.mark.eval

ONE = np.array([[0, 0]])


@pytest.fixture(scope="module")
def scorers() -> dict[str, PairScorer]:
    return {"fast": PairScorer(None), "full": PairScorer(load_vectors())}


def encode(scorer: PairScorer, pairs: Sequence[Pair]) -> np.ndarray:
    """Encode all passages at once, which is quicker; give the cosines of the pairs."""
    texts = sorted({t for p in pairs for t in (p.a, p.b)})
    assert isinstance(scorer.vectors, Vectors)
    scorer._encoded.update(zip(texts, scorer.vectors.encode(texts), strict=True))
    return np.array([float(scorer._encoded[p.a] @ scorer._encoded[p.b]) for p in pairs])


def judged(scorer: PairScorer, pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Scores of pairs, each among all the sentences of its two reports."""
    of = cache(Passage.of)
    scores = [
        scorer.second_vote(
            scorer.first_vote(
                [of(p.a), *(of(s) for s in p.report_a if s != p.a)],
                [of(p.b), *(of(s) for s in p.report_b if s != p.b)],
                ONE,
            )
        )
        for p in pairs
    ]
    return (
        np.array([float(s.same[0]) for s in scores]),
        np.array([float(s.shares[0]) for s in scores]),
    )


def average_precision(score: np.ndarray, truth: np.ndarray) -> float:
    ranked = truth[np.argsort(-score, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1))[ranked].mean())


def accuracy(
    score: np.ndarray, truth: np.ndarray, dev: np.ndarray, dev_truth: np.ndarray
) -> float:
    """Accuracy at the threshold that is best on the dev part."""
    cuts = np.unique(dev)
    best = max(cuts, key=lambda cut: ((dev >= cut) == dev_truth).sum())
    return float(((score >= best) == truth).mean())


def test_msr_pairs_without_vetoes(development_data: Path, scorers, board) -> None:
    pairs = [p for p in msr_pairs(development_data) if p.split != "fit"]
    held = np.array([p.split == "held" for p in pairs])
    truth = np.array([p.label == 2 for p in pairs])
    scores = {"vectors_alone": encode(scorers["full"], pairs)}
    scores["words_alone"], _ = judged(scorers["fast"], pairs)
    scores["ours"], _ = judged(scorers["full"], pairs)
    measures = {}
    for name, score in scores.items():
        measures[f"ap_{name}"] = average_precision(score[held], truth[held])
        measures[f"accuracy_{name}"] = accuracy(
            score[held], truth[held], score[~held], truth[~held]
        )
    board("msr", **measures)


def test_news_pairs_at_the_thresholds_in_use(
    development_data: Path, scorers, board
) -> None:
    pairs = [p for p in news_pairs(development_data) if p.split == "held"]
    label = np.array([p.label for p in pairs])
    stands_for = np.array([p.stands_for for p in pairs])
    agree = np.array([not disagreements(p.a, p.b) for p in pairs])
    encode(scorers["full"], pairs)
    measures = {}
    for name, scorer in scorers.items():
        same, shares = judged(scorer, pairs)
        reworded = (same >= scorer.reworded_p) & agree
        partly = (shares >= scorer.partly_p) & agree
        for question, taken, truth in (
            ("reworded", reworded, label == 2),
            ("partly", partly, label >= 1),
        ):
            measures[f"{question}_{name}_precision"] = float(truth[taken].mean())
            measures[f"{question}_{name}_weighted_precision"] = float(
                np.average(truth[taken], weights=stands_for[taken])
            )
            measures[f"{question}_{name}_recall"] = float(
                (taken & truth).sum() / truth.sum()
            )
    board("news_pairs", **measures)


def test_agreement_seldom_speaks_up_where_readers_saw_the_same(
    development_data: Path, board
) -> None:
    same = [p for p in news_pairs(development_data) if p.label == 2]
    quiet = [not disagreements(p.a, p.b) for p in same]
    board("agreement", quiet_on_same=float(np.mean(quiet)))


def test_the_weights_belong_to_the_gold() -> None:
    weights = (
        Path(PairScorer.__init__.__globals__["__file__"]).parent / "paraphrase.json"
    )
    gold = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    assert gold in weights.read_text(encoding="utf-8")
