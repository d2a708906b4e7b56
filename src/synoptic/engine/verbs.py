"""What an engine can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np

    BatchFn: TypeAlias = Callable[[pa.RecordBatch], pa.RecordBatch]
    GroupFn: TypeAlias = Callable[[Sequence[pa.Table]], pa.Table]
    Told: TypeAlias = Callable[[str, int, int], None]

Table: TypeAlias = Any
"""A table of an engine; only that engine looks inside."""


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


def column(table: pa.Table | pa.RecordBatch, name: str) -> np.ndarray[Any, Any]:
    """A column without missing values as an array, without a copy where possible."""
    values = table.column(name)
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    array: np.ndarray[Any, Any] = values.to_numpy(zero_copy_only=False)
    return array
