"""Edge probabilities over all directed trees of a set of reports.

Matrix-Tree theorem for directed graphs (Tutte 1948), as used for dependency parsing
by Koo, Globerson, Carreras and Collins, "Structured prediction models via the
matrix-tree theorem", EMNLP 2007; several reports may hang from the root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def edge_posteriors(
    edge: NDArray[np.float64], root: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Return the probability of each edge when a tree counts by its summed scores.

    Args:
        edge: Scores (natural logs), n by n; `edge[p, c]` is of p as parent of c; the
            diagonal is not looked at, and -inf forbids an edge.
        root: Scores of standing at the root, n.

    Returns:
        Probabilities of the edges, n by n; of the root for each report, n; the log of
        the sum over all trees.

    Example:
        >>> import numpy as np
        >>> p, top, _ = edge_posteriors(np.zeros((2, 2)), np.zeros(2))
        >>> p.round(2).tolist(), top.round(2).tolist()
        ([[0.0, 0.33], [0.33, 0.0]], [0.67, 0.67])
    """
    n = len(root)
    if n == 0:
        return np.zeros((0, 0)), np.zeros(0), 0.0
    scores = np.array(edge, np.float64)
    np.fill_diagonal(scores, -np.inf)
    # each column is scaled by its best score: exact, and nothing overflows
    top = np.maximum(scores.max(axis=0), root)
    weight = np.exp(scores - top)
    start = np.exp(root - top)
    laplacian = np.diag(weight.sum(axis=0) + start) - weight
    _, log_total = np.linalg.slogdet(laplacian)
    inverse = np.linalg.inv(laplacian)
    p_edge = weight * (np.diag(inverse)[None, :] - inverse.T)
    p_root = start * np.diag(inverse)
    return (
        np.clip(p_edge, 0.0, 1.0),
        np.clip(p_root, 0.0, 1.0),
        float(log_total + top.sum()),
    )


def p_one_root(edge: NDArray[np.float64], root: NDArray[np.float64]) -> float:
    """Return the probability that a single report hangs from the root.

    Args:
        edge: As for `edge_posteriors`.
        root: As for `edge_posteriors`.

    Example:
        >>> import numpy as np
        >>> round(p_one_root(np.zeros((2, 2)), np.zeros(2)), 2)
        0.67
    """
    n = len(root)
    scores = np.array(edge, np.float64)
    np.fill_diagonal(scores, -np.inf)
    top = np.maximum(scores.max(axis=0), root)
    weight = np.exp(scores - top)
    start = np.exp(root - top)
    inner = np.diag(weight.sum(axis=0)) - weight
    total = float(np.linalg.det(inner + np.diag(start)))
    one = 0.0
    for r in range(n):
        rest = [k for k in range(n) if k != r]
        one += float(start[r] * np.linalg.det(inner[np.ix_(rest, rest)]))
    return min(max(one / total, 0.0), 1.0) if total > 0 else 1.0
