"""From fingerprints to seeds: places where two reports may share a passage.

No fingerprint is dropped for being frequent: the story printed most often would lose
its evidence. Where more than a few reports have one, a pair is linked only when its
words agree for longer; where even those are a crowd, each report is linked to its
neighbours in time and to the first, which keeps the crowd connected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from synoptic.engine import column
from synoptic.reuse.kernels.join import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from synoptic.reuse.settings import Settings

SEEDS = pa.schema(
    [
        ("task", pa.int32()),  # pairs of one task are worked on together
        ("a", pa.int32()),
        ("b", pa.int32()),  # above a; a itself: the word at `a_at` is furniture
        ("a_at", pa.int32()),
        ("b_at", pa.int32()),
        ("sure", pa.int8()),  # 1: the words beside agree, too
    ]
)


def find_seeds(
    tables: Sequence[pa.Table],
    *,
    settings: Settings,
    outlets: NDArray[np.int64],
    task_docs: int,
    compiled: bool,
) -> pa.Table:
    """The seeds of some fingerprints.

    Args:
        tables: One table: all rows of `PRINTS` that have these fingerprints.
        settings: How many are a crowd.
        outlets: Codes of the outlets with enough reports, rising, and behind them in
            the same order the number of reports that make a text theirs.
        task_docs: Reports `a` of one task.
        compiled: Whether the kernels are compiled.

    Returns:
        Rows of `SEEDS`.
    """
    (table,) = tables
    prints = column(table, "print")
    order, shift = _by_print(prints)
    found = joined.run(
        order,
        shift,
        prints,
        column(table, "doc"),
        column(table, "at"),
        column(table, "beside"),
        column(table, "about"),
        outlets,
        max(settings.least_run - settings.run_words, 0),
        settings.few,
        settings.crowd,
        settings.neighbours,
        0 if settings.furniture_reports is None else settings.furniture_reports,
        settings.show_furniture,
        compiled=compiled,
    )
    a, b, a_at, b_at, sure = (np.asarray(part) for part in found)
    return pa.table(
        [
            pa.array((a // task_docs).astype(np.int32)),
            pa.array(a),
            pa.array(b),
            pa.array(a_at),
            pa.array(b_at),
            pa.array(sure),
        ],
        schema=SEEDS,
    )


def _by_print(prints: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """Places of the prints in the order of their highest bits, and how many are not.

    The place is packed below the highest bits of the print and both are sorted as one
    number, thirteen times as fast as sorting places by their prints.
    """
    n_bits = max(len(prints).bit_length(), 1)
    packed = (prints >> np.int64(n_bits)) << np.int64(n_bits)
    packed |= np.arange(len(prints), dtype=np.int64)
    packed.sort()
    order: NDArray[np.int64] = packed & np.int64((1 << n_bits) - 1)
    return order, n_bits
