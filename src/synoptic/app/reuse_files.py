"""Tables of shared passages as Parquet, JSON lines or CSV."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING

import pyarrow as pa
from pyarrow import csv, parquet

from synoptic.errors import SynopticError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_ROWS = 1 << 16
_GROUP_ROWS = 1 << 20


def check_place(folder: Path) -> None:
    """Refuse, before hours of work, a folder that can be neither made nor written to.

    Raises:
        SynopticError: It is no folder, or somebody else's.
    """
    there = next(p for p in (folder, *folder.parents) if os.path.lexists(p))
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise SynopticError(
            f"{folder}: cannot be written to. Is it a folder, and yours to write?"
        )


@contextmanager
def rows_file(
    path: Path, schema: pa.Schema, run: Mapping[str, object]
) -> Iterator[Callable[[pa.Table], None]]:
    """A table written part by part, in the form that the ending of the file names.

    The file is there when the context ends, and the same however the rows were cut
    into parts. A Parquet file also holds how it was made, in its metadata under
    `synoptic`.

    Raises:
        SynopticError: It cannot be written.
    """
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".parquet":
            about = schema.with_metadata({b"synoptic": json.dumps(run).encode()})
            with parquet.ParquetWriter(new, about) as writer:
                groups = _Groups(writer, about)
                yield groups.add
                groups.finish()
        elif path.suffix == ".csv":
            with csv.CSVWriter(new, schema) as lines:
                yield lines.write_table
        else:
            with new.open("w", encoding="utf-8") as file:
                yield partial(_write_lines, file)
        new.replace(path)
    except (OSError, pa.ArrowException) as err:
        raise SynopticError(f"{path}: cannot be written ({err})") from err


def write_rows(path: Path, rows: pa.Table, run: Mapping[str, object]) -> None:
    """Write a table that is there as a whole; see `rows_file`."""
    with rows_file(path, rows.schema, run) as write:
        write(rows)


class _Groups:
    """Row groups of one size, whatever the parts that come."""

    def __init__(self, writer: parquet.ParquetWriter, schema: pa.Schema) -> None:
        self._writer = writer
        self._waiting = schema.empty_table()

    def add(self, rows: pa.Table) -> None:
        own = rows.replace_schema_metadata(self._waiting.schema.metadata)
        self._waiting = pa.concat_tables([self._waiting, own])
        while self._waiting.num_rows >= _GROUP_ROWS:
            self._write(self._waiting.slice(0, _GROUP_ROWS))
            self._waiting = self._waiting.slice(_GROUP_ROWS)

    def finish(self) -> None:
        if self._waiting.num_rows:
            self._write(self._waiting)

    def _write(self, rows: pa.Table) -> None:
        self._writer.write_table(rows.combine_chunks(), row_group_size=_GROUP_ROWS)


def _write_lines(file: IO[str], rows: pa.Table) -> None:
    for batch in rows.to_batches(max_chunksize=_ROWS):
        for row in batch.to_pylist():
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
