"""Fit the weights of the origins model and calibrate its two cut-offs.

    PYTHONPATH=benchmarks python -m copytrees.fit_origins

Weights: our own stories, the rules in `rules.FITTED`. Cut-offs: other seeds and the
rules in `rules.HELD_OUT`, which the weights have not seen; each is the loosest one
that keeps the share of units it gets wrong at or below `MISSED`.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from copytrees.fit import LN2, training_cases
from copytrees.grow import grow
from copytrees.score import Case, cases, unit_origins
from copytrees.stories import load_stories
from synoptic.collate import origins
from synoptic.collate.descent import weigh_pairs
from synoptic.collate.origins.same import SAME_PARTS, same_features

MISSED = 0.02
APART_P = 0.2
"""Two origins are never stated on less than four to one, however easy the stories."""
PENALTY = 1.0
CALIBRATION_SEEDS = range(40, 44)


def rows(case: Case) -> list[tuple[tuple[float, ...], bool]]:
    """Evidence and truth for each pair of readings of each unit."""
    pairs = weigh_pairs(case.reports, case.annotations, case.units)
    index = {r.id: k for k, r in enumerate(case.reports)}
    found = []
    for unit, truth in enumerate(unit_origins(case)):
        members = [index[r] for r in truth if pairs.has(index[r], unit)]
        for a, b in combinations(sorted(members), 2):
            same = truth[case.reports[a].id] == truth[case.reports[b].id]
            found.append((same_features(pairs, a, b, unit), same))
    return found


def fit(data: list[tuple[tuple[float, ...], bool]]) -> np.ndarray:
    x = np.array([(*features, 1.0) for features, _ in data])
    y = np.array([same for _, same in data], float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        value = np.logaddexp(0, z) - y * z
        grad = x.T @ (1 / (1 + np.exp(-z)) - y)
        penalty = PENALTY * w[:-1]
        return value.sum() + (penalty * w[:-1]).sum() / 2, grad + np.append(penalty, 0)

    bounds = [
        (None, None) if part == "speech" else (0, None) for part in SAME_PARTS
    ] + [(None, None)]
    return minimize(loss, np.zeros(x.shape[1]), jac=True, bounds=bounds).x / LN2


def cut_offs(
    data: list[tuple[tuple[float, ...], bool]], weights: np.ndarray
) -> tuple[float, float]:
    x = np.array([(*features, 1.0) for features, _ in data])
    same = np.array([same for _, same in data])
    p = 1 / (1 + 2.0 ** -(x @ weights))
    # surely: of the pairs that are two, no more than MISSED may be joined
    surely = float(np.quantile(p[~same], 1 - MISSED))
    # possibly: of the pairs that are one, no more than MISSED may be kept apart
    possibly = float(np.quantile(p[same], MISSED))
    return max(surely, 0.5), min(possibly, APART_P)


def write(weights: np.ndarray, surely: float, possibly: float) -> Path:
    path = Path(origins.__file__).with_name("weights.toml")
    names = (*SAME_PARTS, "start")
    lines = [
        "# Bits (log2 odds) that one unit of each part adds, and from which odds on",
        "# readings are joined. Made by benchmarks/copytrees/fit_origins.py.",
        "[same]",
        *(f"{n} = {w:.3f}" for n, w in zip(names, weights, strict=True)),
        "",
        "[limits]",
        f"surely = {surely:.3f}",
        f"possibly = {possibly:.3f}",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def main() -> None:
    weights = fit([row for case in training_cases() for row in rows(case)])
    unseen = cases(
        grow(story, setting=setting, seed=seed, held_out=True)
        for setting in ("medium", "hard")
        for seed in CALIBRATION_SEEDS
        for story in load_stories()
    )
    surely, possibly = cut_offs([row for case in unseen for row in rows(case)], weights)
    path = write(weights, surely, possibly)
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
