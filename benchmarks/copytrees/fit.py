"""Fit the weights of the descent model on grown stories; see README.md.

    PYTHONPATH=benchmarks python -m copytrees.fit

Only our own stories and the rules in `rules.FITTED` are used. All weights are in bits
(log2 odds). Most are held to the side on which their part must speak: a weight on the
other side fits the generator and not the news.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from copytrees.grow import VARIED, grow
from copytrees.score import Case, cases, linked_pairs
from copytrees.stories import load_stories
from synoptic.collate import descent
from synoptic.collate.descent.direction import EDGE_PARTS, ROOT_PARTS
from synoptic.collate.descent.evidence import LN2, Ground, field_of, ground_of
from synoptic.collate.descent.pairs import PAIR_PARTS
from synoptic.collate.descent.tree import edge_posteriors
from synoptic.collate.descent.weights import Weights

SEEDS = (
    *(("easy", seed) for seed in range(4)),
    *(("medium", seed) for seed in range(16)),
    *((VARIED, seed) for seed in range(20)),
)
PAIR_PENALTY = 1.0
EDGE_PENALTY = 1.0
FREE = ("own text",)
"""Parts that may speak for either side."""
AT_MOST = {"dated": 1.0}
"""Bits above which a part may not go: the rules trade a day for its date and never
back, and desks do both."""


def training_cases() -> list[Case]:
    stories = load_stories()
    return list(
        cases(
            grow(story, setting=setting, seed=seed)
            for setting, seed in SEEDS
            for story in stories
        )
    )


def no_weights() -> Weights:
    return Weights(
        (0.0,) * len(PAIR_PARTS),
        0.0,
        (0.0,) * len(EDGE_PARTS),
        (0.0,) * len(ROOT_PARTS),
    )


def fit_pairs(seen: list[tuple[Case, Ground]]) -> np.ndarray:
    """Weights of the pair parts, and last the bits without evidence."""
    rows, labels = [], []
    for case, ground in seen:
        true = linked_pairs(case)
        for (a, b), shared in field_of(ground, no_weights()).shared.items():
            rows.append((*shared.features, 1.0))
            labels.append(frozenset((case.reports[a].id, case.reports[b].id)) in true)
    x, y = np.array(rows), np.array(labels, float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        value = np.logaddexp(0, z) - y * z
        grad = x.T @ (1 / (1 + np.exp(-z)) - y)
        penalty = PAIR_PENALTY * w[:-1]
        return value.sum() + (penalty * w[:-1]).sum() / 2, grad + np.append(penalty, 0)

    bounds = [(0, None)] * len(PAIR_PARTS) + [(None, None)]
    return minimize(loss, np.zeros(x.shape[1]), jac=True, bounds=bounds).x / LN2


def fit_edges(problems: list[tuple]) -> tuple[np.ndarray, np.ndarray]:
    """Maximum likelihood of the true main parents over all trees, penalised."""
    k, r = len(EDGE_PARTS), len(ROOT_PARTS)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, grad = 0.0, np.zeros(k + r)
        for features, allowed, roots, parent in problems:
            score = np.where(allowed, features @ w[:k], -np.inf)
            p, top, log_total = edge_posteriors(score, roots @ w[k:])
            total += log_total
            grad[:k] += np.tensordot(np.where(allowed, p, 0), features, axes=2)
            grad[k:] += top @ roots
            for c, g in enumerate(parent):
                if g < 0:
                    total -= roots[c] @ w[k:]
                    grad[k:] -= roots[c]
                else:
                    total -= features[g, c] @ w[:k]
                    grad[:k] -= features[g, c]
        penalty = EDGE_PENALTY * w
        penalty[k] = 0.0  # the root's own weight is the base rate
        return total + (penalty * w).sum() / 2, grad + penalty

    bounds = [
        (None if part in FREE else 0, AT_MOST[part] * LN2 if part in AT_MOST else None)
        for part in EDGE_PARTS
    ]
    bounds += [(None, None)] * r
    found = minimize(loss, np.zeros(k + r), jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x[:k] / LN2, found.x[k:] / LN2


def edge_problem(case: Case, ground: Ground, pair: np.ndarray) -> tuple:
    nothing = no_weights()
    weights = Weights(tuple(pair[:-1]), pair[-1], nothing.edge, nothing.root)
    field = field_of(ground, weights)
    return (
        field.features,
        field.connected,
        field.roots,
        gold_parents(case, field.connected),
    )


def gold_parents(case: Case, allowed: np.ndarray) -> list[int]:
    """The parent with the largest share; -1: not given, or not to be seen."""
    index = {r.id: k for k, r in enumerate(case.reports)}
    best = [(-1, 0.0)] * len(index)
    for edge in case.truth["edges"]:
        p, c = index[edge["parent"]], index[edge["child"]]
        if edge["share"] > best[c][1] and allowed[p, c]:
            best[c] = (p, edge["share"])
    for lost in case.truth["lost_parents"]:
        for child in lost["children"]:
            c = index[child]
            if best[c][0] >= 0 and best[c][1] < 0.5:
                best[c] = (-1, 1.0)
    return [p for p, _ in best]


def write(pair: np.ndarray, edge: np.ndarray, root: np.ndarray) -> Path:
    path = Path(descent.__file__).with_name("weights.toml")

    def table(names: tuple[str, ...], weights: np.ndarray) -> list[str]:
        pairs = zip(names, weights, strict=True)
        return [f"{name.replace(' ', '_')} = {w:.3f}" for name, w in pairs]

    lines = [
        "# Bits (log2 odds) that one unit of each part adds. Made by",
        "# benchmarks/copytrees/fit.py; what each part is stands in pairs.py and",
        "# direction.py.",
        "[pair]",
        *table((*PAIR_PARTS, "start"), pair),
        "",
        "[edge]",
        *table(EDGE_PARTS, edge),
        "",
        "[root]",
        *table(ROOT_PARTS, root),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def main() -> None:
    seen = [
        (case, ground_of(case.reports, case.annotations, case.units))
        for case in training_cases()
    ]
    pair = fit_pairs(seen)
    edge, root = fit_edges([edge_problem(case, g, pair) for case, g in seen])
    path = write(pair, edge, root)
    print(f"{len(seen)} stories; wrote {path.name}")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
