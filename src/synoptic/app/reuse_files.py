"""Tables of shared passages as Parquet, JSON lines or CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import csv, parquet

from synoptic.errors import SynopticError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ROWS = 1 << 16


def write_rows(path: Path, rows: pa.Table, run: Mapping[str, object]) -> None:
    """Write a table, in the form that the ending of the file names.

    A Parquet file also holds how it was made, in its metadata under `synoptic`.

    Raises:
        SynopticError: It cannot be written.
    """
    new = path.with_name(path.name + ".new")
    try:
        if path.suffix == ".parquet":
            about = {b"synoptic": json.dumps(run).encode()}
            parquet.write_table(rows.replace_schema_metadata(about), new)
        elif path.suffix == ".csv":
            csv.write_csv(rows, new)
        else:
            with new.open("w", encoding="utf-8") as file:
                for batch in rows.to_batches(max_chunksize=_ROWS):
                    for row in batch.to_pylist():
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        new.replace(path)
    except (OSError, pa.ArrowException) as err:
        raise SynopticError(f"{path}: cannot be written ({err})") from err
