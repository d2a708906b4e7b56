"""Parquet tables: each row a report, with the same fields as JSON lines."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from synoptic.errors import InputError, MissingExtra, NotText
from synoptic.model import Rejected, Skipped
from synoptic.read.draft import as_rejected
from synoptic.read.jsonl import row_draft
from synoptic.read.ninjs import other_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.read.draft import Draft, Raw
    from synoptic.read.options import ReadOptions

_ROWS_AT_ONCE = 256
# What a group of rows says that it unpacks to; it is in memory as a whole.
_MAX_GROUP_BYTES = 1 << 30


class ParquetReader:
    """Parquet files, read group by group."""

    suffixes = (".parquet",)
    media_types = ("application/vnd.apache.parquet",)
    holds_many = True
    streams = True

    def recognises(self, head: bytes) -> bool:
        """Whether it opens as Parquet does."""
        return head.startswith(b"PAR1")

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """A report for each row; a row that is none is a reject by itself.

        Raises:
            MissingExtra: pyarrow is not installed.
            NotText: It is damaged, or holds no row.
            InputError: It has no column `text` or `sentences`.
        """
        number = 0
        others: Counter[str] = Counter()
        for row in _rows(raw):
            number += 1
            place = f":{number}"
            if kind := other_kind(row):
                others[kind] += 1
                continue
            line = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
            data = line.encode("utf-8", "replace")
            try:
                if len(data) > options.max_bytes:
                    yield Rejected(
                        raw.path + place,
                        "too-large",
                        f"Is longer than {options.max_bytes:,} bytes.",
                    )
                    continue
                yield row_draft(row, raw=data, path=raw.path, place=place)
            except InputError as err:
                yield as_rejected(err, raw.path + place)
        if not number:
            raise NotText(raw.path, "holds no row. Was it saved?", code="empty")
        for what, n in sorted(others.items()):
            yield Skipped(raw.path, n, f"items of {what}")


def _rows(raw: Raw) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as err:
        raise MissingExtra("Reading Parquet", extra="corpus") from err
    try:
        file = parquet.ParquetFile(raw.stream)
        groups = range(file.metadata.num_row_groups)
        largest = max(
            (file.metadata.row_group(g).total_byte_size for g in groups), default=0
        )
        if largest > _MAX_GROUP_BYTES:
            raise InputError(
                raw.path,
                f"has a group of rows of more than {_MAX_GROUP_BYTES:,} bytes. "
                "Write it in smaller groups.",
                code="too-large",
            )
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                yield {str(name): _plain(value) for name, value in row.items()}
    except (pa.ArrowException, OSError, ValueError, OverflowError) as err:
        raise NotText(
            raw.path,
            "is no Parquet that can be read, or damaged. Write or copy it again.",
            code="truncated",
        ) from err


def _plain(value: object) -> object:
    """A cell as JSON has it: times as ISO 8601, numbers as they are written."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


reader = ParquetReader()
