"""Rows of shared passages, with offsets into the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from synoptic.engine import column
from synoptic.reuse.folding import folding
from synoptic.reuse.kernels.align import aligned
from synoptic.reuse.kernels.furniture import flagged
from synoptic.reuse.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from synoptic.reuse.settings import Settings
    from synoptic.reuse.tokens import Words

KINDS = ("passage", "furniture")
ROWS = pa.schema(
    [
        ("a", pa.large_string()),
        ("b", pa.large_string()),
        ("a_start", pa.int64()),
        ("a_end", pa.int64()),
        ("b_start", pa.int64()),
        ("b_end", pa.int64()),
        ("score", pa.float64()),  # bits that the words in common carry
        ("kind", pa.string()),
        ("words", pa.int32()),  # in common
        ("a_doc", pa.int32()),
        ("b_doc", pa.int32()),
        ("a_first", pa.int32()),  # words of a, from and to
        ("a_last", pa.int32()),
        ("b_first", pa.int32()),
        ("b_last", pa.int32()),
        ("a_words", pa.int32()),  # words of all of a
        ("b_words", pa.int32()),
    ]
)


def align_pairs(
    tables: Sequence[pa.Table], *, settings: Settings, compiled: bool
) -> pa.Table:
    """The passages that the pairs of some tasks share.

    Args:
        tables: `SEEDS`, sorted within each pair, and `TEXTS`, all rows of some tasks.
        settings: What counts.
        compiled: Whether the kernels are compiled.

    Returns:
        Rows of `ROWS`.
    """
    seeds, texts = tables
    if not seeds.num_rows:
        return ROWS.empty_table()
    made = [
        _one_task(seeds, texts, task, settings, compiled=compiled)
        for task in np.unique(column(seeds, "task")).tolist()
    ]
    return pa.concat_tables(made)


def _one_task(
    seeds: pa.Table, texts: pa.Table, task: int, settings: Settings, *, compiled: bool
) -> pa.Table:
    seeds = _of_task(seeds, task)
    texts = _of_task(texts, task)
    seed = {name: column(seeds, name) for name in ("a", "b", "a_at", "b_at")}
    key = (seed["a"].astype(np.int64) << 32) | seed["b"]
    if np.any(key[1:] < key[:-1]):  # a pair's own rows stay as they are
        order = np.lexsort((seed["b_at"], seed["a_at"], key))
        seed = {name: values[order] for name, values in seed.items()}
    docs = column(texts, "doc")
    by_doc = np.argsort(docs, kind="stable")
    one = by_doc[np.searchsorted(docs, seed["a"], sorter=by_doc)]
    two = by_doc[np.searchsorted(docs, seed["b"], sorter=by_doc)]
    words = words_of(texts.column("text").combine_chunks(), compiled=compiled)
    tables = folding()
    found = np.asarray(
        aligned.run(
            one,
            two,
            seed["a_at"],
            seed["b_at"],
            words.code,
            _shapes(words),
            words.first,
            _furniture(texts, words, settings, compiled=compiled),
            tables.known,
            tables.tenths,
            round(10 * settings.names_free_bits),
            settings.run_words,
            settings.gap_words,
            np.array([settings.least_words, round(10 * settings.least_bits)]),
            settings.loose_run,
            np.array([settings.loose_words, round(10 * settings.loose_bits)]),
            settings.least_identity,
            compiled=compiled,
        )
    ).reshape(-1, 8)
    if not settings.show_furniture:
        found = found[found[:, 7] == 0]
    places = one[found[:, 0]], two[found[:, 0]]
    return _rows(found, places, docs, texts, words)


def _of_task(table: pa.Table, task: int) -> pa.Table:
    of_task = column(table, "task") == task
    return (
        table if of_task.all() else table.filter(pa.array(of_task))
    ).combine_chunks()


def _rows(
    found: NDArray[np.int64],
    places: tuple[NDArray[np.int64], NDArray[np.int64]],
    docs: NDArray[np.int32],
    texts: pa.Table,
    words: Words,
) -> pa.Table:
    a, b = places
    ids = texts.column("id")
    first, last = words.first[:-1], words.first[1:]
    columns: dict[str, Any] = {
        "a": ids.take(pa.array(a)),
        "b": ids.take(pa.array(b)),
        "a_start": words.start[found[:, 1]],
        "a_end": words.end[found[:, 2] - 1],
        "b_start": words.start[found[:, 3]],
        "b_end": words.end[found[:, 4] - 1],
        "score": found[:, 6] / 10,
        "kind": pa.array(np.array(KINDS)[found[:, 7]]),
        "words": found[:, 5],
        "a_doc": docs[a],
        "b_doc": docs[b],
        "a_first": found[:, 1] - first[a],
        "a_last": found[:, 2] - first[a],
        "b_first": found[:, 3] - first[b],
        "b_last": found[:, 4] - first[b],
        "a_words": (last - first)[a],
        "b_words": (last - first)[b],
    }
    arrays = [
        values.combine_chunks()
        if isinstance(values, pa.ChunkedArray)
        else pa.array(values).cast(field.type)
        for field, values in ((f, columns[f.name]) for f in ROWS)
    ]
    return pa.table(arrays, schema=ROWS)


def _shapes(words: Words) -> NDArray[np.uint8]:
    short = words.end - words.start == 1
    shapes: NDArray[np.uint8] = short.astype(np.uint8) | (words.named << 1)
    return shapes


def _furniture(
    texts: pa.Table, words: Words, settings: Settings, *, compiled: bool
) -> NDArray[np.uint8]:
    """For each word whether it stands in furniture of its outlet."""
    lists = texts.column("furniture").combine_chunks()
    flags: NDArray[np.uint8] = np.asarray(
        flagged.run(
            words.first,
            np.asarray(lists.offsets),
            np.asarray(lists.values),
            settings.run_words,
            settings.run_words + settings.window,
            compiled=compiled,
        ),
        np.uint8,
    )
    return flags
