"""Lines of JSON to columns by Arrow's parser, where nothing about them is odd."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import json as arrow_json

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("text", pa.large_string()),
        ("sentences", pa.list_(pa.large_string())),
        ("outlet", pa.string()),
        ("url", pa.string()),
        ("published_at", pa.string()),
        ("published_on", pa.string()),
    ]
)
_OPTIONS = arrow_json.ParseOptions(
    explicit_schema=_SCHEMA, unexpected_field_behavior="ignore"
)


def fast_columns(chunk: bytes, max_chars: int) -> Mapping[str, pa.Array] | None:
    """The columns of some lines, each with an id and a text.

    Args:
        chunk: Whole lines.
        max_chars: Longest text.

    Returns:
        None where a line is blank, no object, lacks a field, has one of another type
        or a text that is no good: it needs the reader's eye.
    """
    n_lines = chunk.count(b"\n") + (not chunk.endswith(b"\n"))
    try:
        table = arrow_json.read_json(
            io.BytesIO(chunk),
            read_options=arrow_json.ReadOptions(
                use_threads=False, block_size=len(chunk) + 1
            ),
            parse_options=_OPTIONS,
        ).combine_chunks()
        columns = {name: _one(table.column(name)) for name in _SCHEMA.names}
        if columns["text"].null_count == n_lines:
            columns["text"] = pc.binary_join(columns["sentences"], "\n")
        for name in ("id", "text", "outlet"):
            columns[name].validate(full=True)  # that it is UTF-8
    except pa.ArrowException:
        return None
    ids, texts = columns["id"], columns["text"]
    if table.num_rows != n_lines or ids.null_count or texts.null_count:
        return None
    trimmed = pc.utf8_trim_whitespace(ids)
    good = (
        pc.all(pc.equal(trimmed, ids)).as_py()
        and pc.min(pc.binary_length(ids)).as_py() > 0
        and pc.max(pc.utf8_length(texts)).as_py() <= max_chars
        and not pc.any(pc.utf8_is_space(texts)).as_py()
        and pc.min(pc.binary_length(texts)).as_py() > 0
    )
    return columns if good else None


def _one(values: pa.ChunkedArray) -> pa.Array:
    return values.combine_chunks()
