"""Pairs of reports that share passages, and clusters of near-duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from synoptic.engine import column

if TYPE_CHECKING:
    from numpy.typing import NDArray

RELATIONS = ("duplicate", "contained", "overlapping")
PAIRS = pa.schema(
    [
        ("a", pa.large_string()),
        ("b", pa.large_string()),
        ("a_share", pa.float64()),  # of the words of a, those that stand in b, too
        ("b_share", pa.float64()),
        ("passages", pa.int32()),
        ("words", pa.int32()),
        ("score", pa.float64()),
        ("relation", pa.string()),
        ("within", pa.large_string()),  # the report that holds the other; "": neither
    ]
)
CLUSTERS = pa.schema([("cluster", pa.large_string()), ("report", pa.large_string())])
_MOST = 0.8
_LEAST_OF_LARGER = 0.4


def pairs_of(rows: pa.Table) -> pa.Table:
    """One row for each pair that shares a passage, in order of (a, b).

    Args:
        rows: Of `ROWS`; furniture counts nothing.
    """
    keys = {n: column(rows, n) for n in ("a_doc", "b_doc", "a_first", "b_first")}
    order = np.lexsort((keys["b_first"], keys["a_first"], keys["b_doc"], keys["a_doc"]))
    rows = rows.take(pa.array(order))
    rows = rows.filter(pa.array(_kind_is_passage(rows)))
    if not rows.num_rows:
        return PAIRS.empty_table()
    key = (column(rows, "a_doc").astype(np.int64) << 32) | column(rows, "b_doc")
    begin = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    n_pairs = len(begin)
    of_pair = np.cumsum(np.concatenate([[0], (key[1:] != key[:-1]).astype(np.int64)]))
    shares = [
        _covered(rows, side, of_pair, n_pairs) / column(rows, f"{side}_words")[begin]
        for side in "ab"
    ]
    a_most, b_most = shares[0] >= _MOST, shares[1] >= _MOST
    relation = np.where(a_most & b_most, 0, np.where(a_most | b_most, 1, 2))
    first = rows.take(pa.array(begin))
    within = np.where(relation != 1, 0, np.where(a_most, 2, 1))
    names = [
        "" if w == 0 else (a if w == 1 else b)
        for w, a, b in zip(
            within.tolist(),
            first.column("a").to_pylist(),
            first.column("b").to_pylist(),
            strict=True,
        )
    ]
    columns: dict[str, Any] = {
        "a": first.column("a"),
        "b": first.column("b"),
        "a_share": np.round(shares[0], 4),
        "b_share": np.round(shares[1], 4),
        "passages": np.bincount(of_pair, minlength=n_pairs),
        "words": np.bincount(of_pair, column(rows, "words"), n_pairs).astype(np.int32),
        "score": np.round(np.bincount(of_pair, column(rows, "score"), n_pairs), 1),
        "relation": pa.array(np.array(RELATIONS)[relation]),
        "within": pa.array(names, pa.large_string()),
    }
    arrays = [
        columns[f.name]
        if isinstance(columns[f.name], pa.ChunkedArray | pa.Array)
        else pa.array(columns[f.name]).cast(f.type)
        for f in PAIRS
    ]
    return pa.table(arrays, schema=PAIRS)


def clusters_of(pairs: pa.Table) -> pa.Table:
    """Clusters of near-duplicates: reports of which one holds most of the other.

    What stands in a report more than twice its length does not join the two: a brief
    in two round-ups would make one cluster of both.

    Returns:
        One row for each report of a cluster of two or more, in order; a cluster is
        named by its least id.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    shares = ("a", "b", "a_share", "b_share", "relation")
    for pair in pairs.select(shares).to_pylist():
        alike = pair["relation"] == "duplicate" or (
            pair["relation"] == "contained"
            and min(pair["a_share"], pair["b_share"]) >= _LEAST_OF_LARGER
        )
        if alike:
            low, high = sorted((root(pair["a"]), root(pair["b"])))
            parent[high] = low
    named = sorted((root(name), name) for name in list(parent))
    return pa.table(
        [
            pa.array([cluster for cluster, _ in named], pa.large_string()),
            pa.array([name for _, name in named], pa.large_string()),
        ],
        schema=CLUSTERS,
    )


def _kind_is_passage(rows: pa.Table) -> NDArray[np.bool_]:
    kinds: NDArray[np.bool_] = np.asarray(rows.column("kind").to_pylist()) == "passage"
    return kinds


def _covered(
    rows: pa.Table, side: str, of_pair: NDArray[np.int64], n_pairs: int
) -> NDArray[np.float64]:
    """Words of one side that stand in some passage, for each pair."""
    first = column(rows, f"{side}_first").astype(np.int64)
    last = column(rows, f"{side}_last").astype(np.int64)
    order = np.lexsort((first, of_pair))
    first, last, pair = first[order], last[order], of_pair[order]
    # The farthest end before each passage, restarting with each pair.
    lifted = last + pair * (1 << 32)
    reached = np.concatenate([[-1], np.maximum.accumulate(lifted)[:-1]])
    begin = np.maximum(first + pair * (1 << 32), reached)
    new = np.maximum(lifted - begin, 0)
    covered: NDArray[np.float64] = np.bincount(pair, new, n_pairs).astype(np.float64)
    return covered
