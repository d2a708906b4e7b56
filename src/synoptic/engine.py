"""Work over a whole corpus, in two verbs over Arrow tables.

`map_batches` does a thing to each batch by itself; `shuffle_join` brings together the
rows of one or more tables that have the same key. What is done is a plain function of
Arrow tables, the same for every engine; nothing else asks which engine runs. A
function must give the same rows whatever else comes with them: in which batches the
rows come, in which order, and which other keys come along, hangs on the engine.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    BatchFn: TypeAlias = Callable[[pa.RecordBatch], pa.RecordBatch]
    GroupFn: TypeAlias = Callable[[Sequence[pa.Table]], pa.Table]
    Told: TypeAlias = Callable[[str, int, int], None]

_log = logging.getLogger(__name__)

Table: TypeAlias = Any
"""A table of an engine; only that engine looks inside."""

_PART_BYTES = 64 << 20
_SPREAD = 8  # rows of a key's table need this many times their size while worked on
_MAX_PARTITIONS = 1024
_MIX = 0x9E3779B97F4A7C15 - (1 << 64)


class Engine(Protocol):
    """Where a corpus lies and work runs.

    Attributes:
        name: As written to a result's `run`.
    """

    name: str

    def scan(self, sources: Sequence[str]) -> Any:
        """A corpus that the engine reads by itself from its own storage.

        Returns:
            A `synoptic.reuse.Corpus`; None: the caller reads the sources and hands
            their rows over.
        """

    def table(
        self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, step: str
    ) -> Table:
        """Hand rows to the engine.

        Args:
            batches: Read once, and not at all where a stopped run had finished.
            schema: Of the rows.
            step: What this is called in progress and in the folder of parts.
        """

    def map_batches(self, fn: BatchFn, table: Table, *, schema: pa.Schema) -> Table:
        """A table of what `fn` makes of each batch; it runs when it is needed."""

    def shuffle_join(
        self,
        fn: GroupFn,
        tables: Sequence[Table],
        *,
        key: str,
        schema: pa.Schema,
        step: str,
    ) -> Table:
        """What `fn` makes of the rows of the tables that have the same keys.

        Args:
            fn: Gets one table for each of `tables`, with all rows of some keys.
            tables: All have the integer column `key`.
            key: Name of the column.
            schema: Of what `fn` gives.
            step: As for `table`.
        """

    def rows(self, table: Table) -> Iterator[pa.RecordBatch]:
        """The rows of a table, in an order of the engine's."""


@dataclass(frozen=True)
class _Parts:
    """Batches in memory or in files, and what is still to be done to each."""

    schema: pa.Schema
    parts: tuple[pa.RecordBatch | Path, ...]
    fns: tuple[BatchFn, ...] = ()
    n_bytes: int = 0


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
    ) -> _Parts:
        """Hand rows to the engine; see `Engine.table`."""
        out = _Out(self, schema, step)
        if out.finished:
            return out.parts()
        out.begin_anew()  # a stream cannot be entered in the middle
        for batch in batches:
            out.add(batch)
        return out.close()

    def map_batches(self, fn: BatchFn, table: _Parts, *, schema: pa.Schema) -> _Parts:
        """A table of what `fn` makes of each batch; see `Engine.map_batches`."""
        return _Parts(schema, table.parts, (*table.fns, fn), table.n_bytes)

    def shuffle_join(
        self,
        fn: GroupFn,
        tables: Sequence[_Parts],
        *,
        key: str,
        schema: pa.Schema,
        step: str,
    ) -> _Parts:
        """Bring rows of one key together; see `Engine.shuffle_join`."""
        began = time.perf_counter()
        n_partitions = self._n_partitions(tables)
        out = _Out(self, schema, f"{step}.{n_partitions}")
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

    def rows(self, table: _Parts) -> Iterator[pa.RecordBatch]:
        """The rows of a table, in the order in which its parts were made."""
        for made in self._run(_applied(table.fns), _batches(table)):
            if made.num_rows:
                yield made

    def _n_partitions(self, tables: Sequence[_Parts]) -> int:
        workers = self._n_threads()
        n_bytes = sum(table.n_bytes for table in tables)
        needed = -(-n_bytes * _SPREAD * workers // max(self.memory, 1))
        few = 1 if n_bytes < 1 << 20 else 2 * workers
        return int(min(max(few, needed), _MAX_PARTITIONS))

    def _partitioned(
        self, table: _Parts, key: str, n_partitions: int, name: str
    ) -> _Pool:
        pool = _Pool(self.work and self.work / name, table.schema, n_partitions)
        make = _applied(table.fns)

        def work(batch: pa.RecordBatch) -> list[pa.RecordBatch | None]:
            return _split(make(batch), key, n_partitions)

        n_parts = len(table.parts)
        for done, pieces in enumerate(self._run(work, _batches(table)), start=1):
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


class _Out:
    """What a step gives, part by part; parts in files outlive the process."""

    def __init__(self, engine: LocalEngine, schema: pa.Schema, step: str) -> None:
        self._schema = schema
        self._folder = engine.work / step if engine.work else None
        self._parts: dict[int, pa.RecordBatch | Path] = {}
        self._n_bytes: dict[int, int] = {}
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_bytes = 0
        self.finished = False
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.finished = (self._folder / "done.json").exists()
            for path in sorted(self._folder.glob("part-*.arrow")):
                number = int(path.stem[5:])
                self._parts[number] = path
                self._n_bytes[number] = path.stat().st_size
            for left in self._folder.glob("*.new"):
                left.unlink()

    def begin_anew(self) -> None:
        """Give up the parts that are there."""
        for part in self._parts.values():
            if isinstance(part, Path):
                part.unlink()
        self._parts.clear()
        self._n_bytes.clear()

    def has(self, number: int) -> bool:
        """Whether that part was finished, perhaps by a run that was stopped."""
        return number in self._parts

    def add(self, batch: pa.RecordBatch) -> None:
        """Rows of a step that runs in one stream; it begins anew when stopped."""
        if self._folder is None:
            self._keep(len(self._parts), batch)
            return
        self._waiting.append(batch)
        self._waiting_bytes += batch.nbytes
        if self._waiting_bytes >= _PART_BYTES:
            self._flush()

    def put(self, number: int, made: pa.Table) -> None:
        """A part by its number."""
        if self._folder is None:
            for batch in made.combine_chunks().to_batches():
                self._keep(len(self._parts), batch)
            return
        self._save(number, made.to_batches())

    def close(self) -> _Parts:
        """The table, all parts being there."""
        if self._folder is not None:
            if self._waiting:
                self._flush()
            mark = self._folder / "done.new"
            mark.write_text(json.dumps({"parts": len(self._parts)}))
            mark.replace(self._folder / "done.json")
        return self.parts()

    def parts(self) -> _Parts:
        """The table as far as it is there."""
        numbers = sorted(self._parts)
        return _Parts(
            self._schema,
            tuple(self._parts[n] for n in numbers),
            n_bytes=sum(self._n_bytes.values()),
        )

    def _keep(self, number: int, batch: pa.RecordBatch) -> None:
        self._parts[number] = batch
        self._n_bytes[number] = batch.nbytes

    def _flush(self) -> None:
        self._save(len(self._parts), self._waiting)
        self._waiting, self._waiting_bytes = [], 0

    def _save(self, number: int, batches: Sequence[pa.RecordBatch]) -> None:
        if self._folder is None:
            raise AssertionError("a part in memory is not saved")
        path = self._folder / f"part-{number:05}.arrow"
        new = path.with_suffix(".new")
        with (
            pa.OSFile(str(new), "wb") as file,
            pa.ipc.new_file(file, self._schema) as writer,
        ):
            for batch in batches:
                writer.write_batch(batch)
        new.replace(path)
        self._parts[number] = path
        self._n_bytes[number] = path.stat().st_size


class _Pool:
    """The rows of a table by partition, in memory or one file a partition."""

    def __init__(
        self, folder: Path | None, schema: pa.Schema, n_partitions: int
    ) -> None:
        self._schema = schema
        self._folder = folder
        self._held: list[list[pa.RecordBatch]] = [[] for _ in range(n_partitions)]
        self._held_bytes = 0
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self._counts = [0] * n_partitions

    def add(self, pieces: Sequence[pa.RecordBatch | None]) -> None:
        """The rows of one batch, by partition."""
        for held, piece in zip(self._held, pieces, strict=True):
            if piece is not None:
                held.append(piece)
                self._held_bytes += piece.nbytes
        if self._folder is not None and self._held_bytes >= 2 * _PART_BYTES:
            self._spill()

    def filled(self) -> None:
        """Nothing more is added."""
        if self._folder is not None:
            self._spill()

    def take(self, partition: int) -> pa.Table:
        """The rows of a partition, which are then given up."""
        if self._folder is None:
            batches, self._held[partition] = self._held[partition], []
            return pa.Table.from_batches(batches, self._schema)
        batches = []
        for number in range(self._counts[partition]):
            path = self._folder / f"{partition:04}-{number:04}.arrow"
            with pa.OSFile(str(path), "rb") as file:
                batches += pa.ipc.open_stream(file).read_all().to_batches()
        return pa.Table.from_batches(batches, self._schema)

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _spill(self) -> None:
        if self._folder is None:
            return
        for partition, held in enumerate(self._held):
            if not held:
                continue
            number = self._counts[partition]
            path = self._folder / f"{partition:04}-{number:04}.arrow"
            table = pa.Table.from_batches(held, self._schema).combine_chunks()
            with (
                pa.OSFile(str(path), "wb") as file,
                pa.ipc.new_stream(file, self._schema) as writer,
            ):
                writer.write_table(table)
            self._counts[partition] += 1
            self._held[partition] = []
        self._held_bytes = 0


def _applied(fns: tuple[BatchFn, ...]) -> Callable[[pa.RecordBatch], pa.RecordBatch]:
    def work(batch: pa.RecordBatch) -> pa.RecordBatch:
        for fn in fns:
            batch = fn(batch)
        return batch

    return work


def _batches(table: _Parts) -> Iterator[pa.RecordBatch]:
    for part in table.parts:
        if isinstance(part, Path):
            with pa.OSFile(str(part), "rb") as file:
                reader = pa.ipc.open_file(file)
                for number in range(reader.num_record_batches):
                    yield reader.get_batch(number)
        else:
            yield part


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


def column(table: pa.Table | pa.RecordBatch, name: str) -> np.ndarray[Any, Any]:
    """A column without missing values as an array, without a copy where possible."""
    values = table.column(name)
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    array: np.ndarray[Any, Any] = values.to_numpy(zero_copy_only=False)
    return array
