"""Which pairs of reports are worth aligning, and the texts they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from synoptic.engine import column
from synoptic.reuse.kernels.choose import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WANTED = pa.schema([("doc", pa.int32()), ("task", pa.int32())])
MARKS = pa.schema([("doc", pa.int32()), ("at", pa.int32())])
TEXTS = pa.schema(
    [
        ("task", pa.int32()),
        ("doc", pa.int32()),
        ("id", pa.large_string()),
        ("text", pa.large_string()),
        ("furniture", pa.list_(pa.int32())),  # words that a run of furniture begins at
    ]
)
_FURNITURE = 2


def choose_pairs(tables: Sequence[pa.Table], *, compiled: bool) -> pa.Table:
    """The seeds of the pairs that are worth aligning, in order, none twice.

    One short run that two reports share is chance as a rule. A pair is kept for a
    run that goes on beyond its fingerprint, or for two close to one diagonal.

    Args:
        tables: One table: all rows of `SEEDS` of some tasks.
        compiled: Whether the kernels are compiled.
    """
    (table,) = tables
    a, b = column(table, "a"), column(table, "b")
    order = _by_pair(a, b)
    found = kept.run(
        order,
        a,
        b,
        column(table, "a_at"),
        column(table, "b_at"),
        column(table, "sure"),
        compiled=compiled,
    )
    return table.take(pa.array(np.asarray(found)))


def wanted(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Which reports each task needs, from rows of `SEEDS`."""
    task = column(batch, "task").astype(np.int64) << 32
    both = np.concatenate([task | column(batch, "a"), task | column(batch, "b")])
    once = np.unique(both)
    return pa.record_batch(
        [
            pa.array((once & 0xFFFFFFFF).astype(np.int32)),
            pa.array((once >> 32).astype(np.int32)),
        ],
        schema=WANTED,
    )


def marks(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Where the furniture of reports stands, from rows of `SEEDS`."""
    of_furniture = column(batch, "sure") == _FURNITURE
    return pa.record_batch(
        [
            pa.array(column(batch, "a")[of_furniture]),
            pa.array(column(batch, "a_at")[of_furniture]),
        ],
        schema=MARKS,
    )


def attach_texts(tables: Sequence[pa.Table]) -> pa.Table:
    """The texts that tasks need.

    Args:
        tables: `WANTED`, `REPORTS` and `MARKS`, all rows of some reports.

    Returns:
        Rows of `TEXTS`.
    """
    needed, reports, furniture = tables
    pairs = np.unique(
        (column(needed, "doc").astype(np.int64) << 32) | column(needed, "task")
    )
    doc = (pairs >> 32).astype(np.int32)
    docs = column(reports, "doc")
    by_doc = np.argsort(docs, kind="stable")
    place = by_doc[np.searchsorted(docs, doc, sorter=by_doc)]
    taken = reports.select(["id", "text"]).take(pa.array(place)).combine_chunks()
    return pa.table(
        [
            pa.array((pairs & 0xFFFFFFFF).astype(np.int32)),
            pa.array(doc),
            taken.column("id"),
            taken.column("text"),
            _marks_of(doc, furniture),
        ],
        schema=TEXTS,
    )


def _marks_of(doc: NDArray[np.int32], furniture: pa.Table) -> pa.ListArray:
    keys = np.unique(
        (column(furniture, "doc").astype(np.int64) << 32) | column(furniture, "at")
    )
    of, at = keys >> 32, (keys & 0xFFFFFFFF).astype(np.int32)
    low, high = np.searchsorted(of, doc), np.searchsorted(of, doc, side="right")
    counts = high - low
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    places = np.arange(offsets[-1]) - np.repeat(offsets[:-1] - low, counts)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(at[places]))


def _by_pair(a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.int64]:
    """Places in order of (a, b)."""
    n = len(a)
    if not n:
        return np.empty(0, np.int64)
    low = int(a.min())
    b_bits = int(b.max()).bit_length()
    n_bits = n.bit_length()
    key = ((a.astype(np.int64) - low) << b_bits) | b
    if int(key.max()).bit_length() + n_bits > 63:
        order: NDArray[np.int64] = np.argsort(key, kind="stable")
        return order
    packed = (key << n_bits) | np.arange(n, dtype=np.int64)
    packed.sort()
    packed &= (1 << n_bits) - 1
    return packed
