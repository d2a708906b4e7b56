"""Spark: `mapInArrow` for batches, a repartition by key and `mapInArrow` for joins.

The functions are those of the local engine. Rows of several tables reach a task as one
table with a column that says which one each row is of: Spark has no join that hands
whole partitions of both sides to a function of Arrow tables.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema

from synoptic.scale.corpus import is_storage, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from synoptic.engine.verbs import BatchFn, GroupFn, Told
    from synoptic.reuse import Corpus

_SIDE = "side__"
_KEY = "key__"
_BATCH_ROWS = 2000


@dataclass(frozen=True)
class _Frame:
    """A data frame, and the schema its rows have outside Spark."""

    frame: DataFrame
    schema: pa.Schema


@dataclass
class SparkEngine:
    """Runs on a Spark session.

    Attributes:
        session: An open session; the caller closes it.
        n_partitions: Of each shuffle; None: as the session says.
        told: Called with each step that begins; Spark's own page says more.
    """

    session: SparkSession
    n_partitions: int | None = None
    told: Told | None = None
    name: str = field(default="spark", init=False)

    def scan(self, sources: Sequence[str]) -> Corpus | None:
        """A corpus that Spark reads by itself; None: these are local files."""
        return scan(self, sources) if is_storage(sources) else None

    def own(self, frame: DataFrame, schema: pa.Schema) -> _Frame:
        """A frame of the session as a table of this engine."""
        return _Frame(frame, schema)

    def table(
        self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, step: str
    ) -> _Frame:
        """Hand rows of this process to Spark; see `Engine.table`."""
        del step
        table = pa.Table.from_batches(list(batches), schema)
        return _Frame(self.session.createDataFrame(table), schema)

    def map_batches(self, fn: BatchFn, table: _Frame, *, schema: pa.Schema) -> _Frame:
        """A table of what `fn` makes of each batch; see `Engine.map_batches`."""
        given = table.schema

        def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in batches:
                yield from _made(fn(_cast(batch, given)), schema)

        frame = table.frame.mapInArrow(work, from_arrow_schema(schema))
        return _Frame(frame, schema)

    def shuffle_join(
        self,
        fn: GroupFn,
        tables: Sequence[_Frame],
        *,
        key: str,
        schema: pa.Schema,
        step: str,
    ) -> _Frame:
        """Bring rows of one key together; see `Engine.shuffle_join`."""
        if self.told is not None:
            self.told(step, 0, 1)
        frame = _side_by_side(tables, key)
        if self.n_partitions is None:
            frame = frame.repartition(f.col(_KEY))
        else:
            frame = frame.repartition(self.n_partitions, f.col(_KEY))
        schemas = [table.schema for table in tables]
        work = _group_work(fn, schemas, schema)
        made = frame.mapInArrow(work, from_arrow_schema(schema)).persist()
        return _Frame(made, schema)

    def rows(self, table: _Frame) -> Iterator[pa.RecordBatch]:
        """All rows, brought to this process."""
        for batch in table.frame.toArrow().to_batches():
            yield _cast(batch, table.schema)


@contextmanager
def open_spark(
    master: str, *, told: Told | None = None, **conf: str
) -> Iterator[SparkEngine]:
    """A Spark session with an engine on it.

    Args:
        master: Where the cluster is, as Spark names it: `local[4]`, `spark://...`,
            `yarn`, `k8s://...`.
        told: As for `SparkEngine`.
        conf: More settings of the session, with `_` for `.` in their names.
    """
    builder = (
        SparkSession.builder.master(master)
        .appName("synoptic")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH_ROWS))
        .config("spark.sql.execution.arrow.useLargeVarTypes", "true")
    )
    if master.startswith("local"):  # else workers run what `python3` is
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in conf.items():
        builder = builder.config(name.replace("_", "."), value)
    session = builder.getOrCreate()
    try:
        yield SparkEngine(session, told=told)
    finally:
        session.stop()


def _side_by_side(tables: Sequence[_Frame], key: str) -> DataFrame:
    """Rows of all tables in one frame; each table in columns of its own."""
    frames = []
    for side, table in enumerate(tables):
        columns: list[Any] = [
            f.lit(side).alias(_SIDE),
            f.col(key).cast("long").alias(_KEY),
        ]
        columns += [f.col(n).alias(f"{side}_{n}") for n in table.schema.names]
        frames.append(table.frame.select(*columns))
    whole = frames[0]
    for frame in frames[1:]:
        whole = whole.unionByName(frame, allowMissingColumns=True)
    return whole


def _group_work(
    fn: GroupFn, schemas: Sequence[pa.Schema], schema: pa.Schema
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held: list[list[pa.RecordBatch]] = [[] for _ in schemas]
        for batch in batches:
            sides = batch.column(_SIDE)
            for side, of_side in enumerate(schemas):
                rows = batch.filter(pa.compute.equal(sides, side))
                if rows.num_rows:
                    own = rows.select([f"{side}_{name}" for name in of_side.names])
                    held[side].append(_cast(own.rename_columns(of_side.names), of_side))
        if any(held):
            given = [
                pa.Table.from_batches(rows, of_side)
                for rows, of_side in zip(held, schemas, strict=True)
            ]
            for made in fn(given).to_batches(max_chunksize=_BATCH_ROWS):
                yield from _made(made, schema)

    return work


def _made(batch: pa.RecordBatch, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    if batch.num_rows:
        yield _cast(batch, schema)


def _cast(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """The batch with exactly these types: Spark has one kind of string."""
    arrays = [
        column if column.type == wanted.type else column.cast(wanted.type)
        for column, wanted in zip(batch.columns, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
