"""The engine of one machine: threads, arrays, and files for what does not fit."""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from synoptic.engine.parts import Out, Parts, Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from synoptic.engine.verbs import BatchFn, GroupFn, Told

_log = logging.getLogger(__name__)

_SPREAD = 8  # rows of a key's table need this many times their size while worked on
_MAX_PARTITIONS = 1024
_MIX = 0x9E3779B97F4A7C15 - (1 << 64)


@dataclass
class LocalEngine:
    """Runs on this machine, in threads.

    Attributes:
        memory: Bytes that the tables of one step may take.
        work: Folder that finished parts are kept in, so that a run that was stopped
            goes on from there; None: everything is held in memory.
        threads: None: one for each core.
        told: Called with a step, how much of it is done and how much there is.
    """

    memory: int = 4 << 30
    work: Path | None = None
    threads: int | None = None
    told: Told | None = None
    name: str = field(default="local", init=False)

    def scan(self, sources: Sequence[str]) -> None:
        """None: files are for the caller to read; see `Engine.scan`."""
        del sources

    def table(
        self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, step: str
    ) -> Parts:
        """Hand rows to the engine; see `Engine.table`."""
        out = Out(self.work, schema, step)
        if out.finished:
            return out.parts()
        out.begin_anew()  # a stream cannot be entered in the middle
        for batch in batches:
            out.add(batch)
        return out.close()

    def map_batches(self, fn: BatchFn, table: Parts, *, schema: pa.Schema) -> Parts:
        """A table of what `fn` makes of each batch; see `Engine.map_batches`."""
        return Parts(schema, table.parts, (*table.fns, fn), table.n_bytes)

    def shuffle_join(
        self,
        fn: GroupFn,
        tables: Sequence[Parts],
        *,
        key: str,
        schema: pa.Schema,
        step: str,
    ) -> Parts:
        """Bring rows of one key together; see `Engine.shuffle_join`."""
        began = time.perf_counter()
        n_partitions = self._n_partitions(tables)
        out = Out(self.work, schema, f"{step}.{n_partitions}")
        if out.finished:
            return out.parts()
        pools = [
            self._partitioned(table, key, n_partitions, f"{step}-{number}")
            for number, table in enumerate(tables)
        ]
        todo = [p for p in range(n_partitions) if not out.has(p)]

        def work(partition: int) -> tuple[int, pa.Table]:
            return partition, fn([pool.take(partition) for pool in pools])

        for partition, made in self._run(work, todo):
            out.put(partition, made)
            self._tell(step, partition + 1, n_partitions)
        for pool in pools:
            pool.close()
        _log.info("%s: %.1f s", step, time.perf_counter() - began)
        return out.close()

    def rows(self, table: Parts) -> Iterator[pa.RecordBatch]:
        """The rows of a table, in the order in which its parts were made."""
        for made in self._run(_applied(table.fns), table.batches()):
            if made.num_rows:
                yield made

    def _n_partitions(self, tables: Sequence[Parts]) -> int:
        workers = self._n_threads()
        n_bytes = sum(table.n_bytes for table in tables)
        needed = -(-n_bytes * _SPREAD * workers // max(self.memory, 1))
        few = 1 if n_bytes < 1 << 20 else 2 * workers
        return int(min(max(few, needed), _MAX_PARTITIONS))

    def _partitioned(
        self, table: Parts, key: str, n_partitions: int, name: str
    ) -> Pool:
        pool = Pool(self.work and self.work / name, table.schema, n_partitions)
        make = _applied(table.fns)

        def work(batch: pa.RecordBatch) -> list[pa.RecordBatch | None]:
            return _split(make(batch), key, n_partitions)

        n_parts = len(table.parts)
        for done, pieces in enumerate(self._run(work, table.batches()), start=1):
            pool.add(pieces)
            self._tell(name, done, max(n_parts, done))
        pool.filled()
        return pool

    def _run(self, work: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        """Results in order, a few ahead."""
        n_threads = self._n_threads()
        if n_threads == 1:
            yield from map(work, items)
            return
        with ThreadPoolExecutor(n_threads) as pool:
            waiting: deque[Any] = deque()
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > n_threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _n_threads(self) -> int:
        return self.threads or len(os.sched_getaffinity(0))

    def _tell(self, step: str, done: int, n_all: int) -> None:
        if self.told is not None:
            self.told(step, done, n_all)


def _applied(fns: tuple[BatchFn, ...]) -> Callable[[pa.RecordBatch], pa.RecordBatch]:
    def work(batch: pa.RecordBatch) -> pa.RecordBatch:
        for fn in fns:
            batch = fn(batch)
        return batch

    return work


def _split(
    batch: pa.RecordBatch, key: str, n_partitions: int
) -> list[pa.RecordBatch | None]:
    if n_partitions == 1:
        return [batch if batch.num_rows else None]
    if not batch.num_rows:
        return [None] * n_partitions
    keys = batch.column(key).to_numpy(zero_copy_only=False).astype(np.int64)
    mixed = (keys * np.int64(_MIX)).view(np.uint64) >> np.uint64(40)
    place = (mixed % np.uint64(n_partitions)).astype(np.uint16)
    order = np.argsort(place, kind="stable")
    counts = np.bincount(place, minlength=n_partitions)
    ordered = _taken(batch, order)
    pieces: list[pa.RecordBatch | None] = []
    at = 0
    for count in counts.tolist():
        pieces.append(ordered.slice(at, count) if count else None)
        at += count
    return pieces


def _taken(batch: pa.RecordBatch, order: np.ndarray[Any, Any]) -> pa.RecordBatch:
    """The rows in another order; numbers by numpy, which is faster at it."""
    places = pa.array(order)
    columns = [
        pa.array(values.to_numpy()[order])
        if pa.types.is_integer(values.type) and not values.null_count
        else values.take(places)
        for values in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)
