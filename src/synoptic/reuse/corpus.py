"""A corpus as the steps take it, and the short way from a few reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from synoptic.engine import LocalEngine, column
from synoptic.reuse.passages import ROWS
from synoptic.reuse.prints import REPORTS
from synoptic.reuse.settings import Settings, settings_for
from synoptic.reuse.steps import find_reuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.engine import Table
    from synoptic.model import Report

_EPOCH = date(1970, 1, 1).toordinal()
_ORDER = ("a_doc", "a_start", "b_doc", "b_start", "a_end", "b_end")


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A table of reports in an engine, and what is known about all of them.

    Attributes:
        reports: Rows of `REPORTS`; `doc` numbers the ids in their order.
        n_bytes: Of their texts.
        outlets: How many reports each outlet has.
    """

    reports: Table
    n_reports: int
    n_bytes: int
    outlets: Mapping[str, int]


def passages_of(
    reports: Sequence[Report], *, settings: Settings | None = None
) -> pa.Table:
    """The passages that some reports share, found here and now.

    Args:
        reports: With ids of their own; their order changes nothing.
        settings: What counts; None: the usual for so many reports.

    Returns:
        Rows of `ROWS`, in order of (a, a_start, b, b_start).
    """
    given = sorted(reports, key=lambda r: r.id)
    batch = pa.record_batch(
        [
            pa.array(range(len(given)), pa.int32()),
            pa.array([r.id for r in given], pa.large_string()),
            pa.array([r.outlet or "" for r in given], pa.large_string()),
            pa.array([day_of(r.published_at or "") for r in given], pa.int32()),
            pa.array([r.text for r in given], pa.large_string()),
        ],
        schema=REPORTS,
    )
    engine = LocalEngine()
    corpus = Corpus(
        reports=engine.table([batch], REPORTS, step="reports"),
        n_reports=len(given),
        n_bytes=batch.column("text").nbytes,
        outlets=Counter(r.outlet or "" for r in given),
    )
    found = find_reuse(
        corpus, engine=engine, settings=settings or settings_for(len(given))
    )
    return in_order(pa.Table.from_batches(list(engine.rows(found)), ROWS))


def in_order(rows: pa.Table) -> pa.Table:
    """Rows of `ROWS` by (a, a_start, b, b_start)."""
    keys = [column(rows, name) for name in reversed(_ORDER)]
    return rows.take(pa.array(np.lexsort(keys))) if rows.num_rows else rows


def day_of(stated: str) -> int:
    """Days since 1970 of an ISO 8601 time; 0: none is stated."""
    try:
        return max(date.fromisoformat(stated[:10]).toordinal() - _EPOCH, 0)
    except ValueError:
        return 0


def numbered(
    batch: pa.RecordBatch,
    *,
    ranks: NDArray[np.int32],
    renamed: Mapping[int, str],
) -> pa.RecordBatch:
    """Reports numbered by the order of their ids.

    Args:
        batch: Rows of `REPORTS`, with the place in reading in `doc`.
        ranks: The number of each report, by its place in reading.
        renamed: Own ids of reports that share one, by the same.
    """
    places = column(batch, "doc")
    columns = {name: batch.column(name) for name in REPORTS.names}
    columns["doc"] = pa.array(ranks[places])
    own = [n for n, place in enumerate(places.tolist()) if place in renamed]
    if own:
        ids = columns["id"].to_pylist()
        for n in own:
            ids[n] = renamed[int(places[n])]
        columns["id"] = pa.array(ids, pa.large_string())
    return pa.record_batch([columns[name] for name in REPORTS.names], schema=REPORTS)


def ranks_of(ids: Sequence[str], renamed: Mapping[int, str]) -> NDArray[np.int32]:
    """The place of each id among all, in the order of code points."""
    names = list(ids)
    for place, name in renamed.items():
        names[place] = name
    ranks = np.empty(len(names), np.int32)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(
        len(names), dtype=np.int32
    )
    return ranks
