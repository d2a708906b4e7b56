"""Corpora of JSON lines and Parquet, of any size, fast where nothing is odd."""

from __future__ import annotations

import json
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from synoptic.app.corpus_rows import fast_columns
from synoptic.app.corpus_text import Text, Texts, as_text, day_since, host
from synoptic.errors import InputError
from synoptic.model import Rejected, report_id
from synoptic.read import Draft, Raw
from synoptic.read.jsonl import reader as jsonl_reader
from synoptic.read.row_parts import row_parts
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from synoptic.read import ReadOptions
    from synoptic.read.sources import Source

_MAX_CHARS = 1_000_000
_JSON = json.JSONDecoder(strict=False)
_PARQUET_ROWS = 1024


def texts_of_lines(
    source: Source, options: ReadOptions
) -> Iterator[Text | Texts | Rejected]:
    """The rows of a JSONL file of any size, a chunk of lines at a time.

    Raises:
        InputError: It cannot be opened or unpacked.
    """
    key = PurePath(source.path).name
    for number, chunk, fast in _parsed(source, options):
        if fast is not None:
            yield fast
            continue
        for place, line in enumerate(chunk.split(b"\n"), start=number):
            if line.strip():
                yield from _of_line(line, key, source.path, place, options)


def _parsed(
    source: Source, options: ReadOptions
) -> Iterator[tuple[int, bytes, Texts | None]]:
    """Chunks of lines with the number of the first, parsed a few ahead in threads."""
    n_threads = len(os.sched_getaffinity(0))
    with ThreadPoolExecutor(n_threads) as pool:
        waiting: deque[Any] = deque()
        damage: InputError | None = None
        try:
            for part in row_parts(source, options):
                number = part.first_line + 1
                parsed = pool.submit(_fast_rows, part.lines, source.path, number)
                waiting.append((number, part.lines, parsed))
                if len(waiting) > 2 * n_threads:
                    first, lines, made = waiting.popleft()
                    yield first, lines, made.result()
        except InputError as err:
            damage = err
        for first, lines, made in waiting:
            yield first, lines, made.result()
        if damage is not None:
            raise damage


def _of_line(
    line: bytes, key: str, path: str, number: int, options: ReadOptions
) -> Iterator[Text | Rejected]:
    made = _fast_row(line, key, path, number)
    if made is not None:
        yield made
        return
    for item in jsonl_reader.read(Raw(path=path, key=key, data=line), options):
        place = f"{path}:{number}"
        if isinstance(item, Draft):
            text = as_text(item, Raw(path=path, key=key, data=line), options)
            if isinstance(text, Text):
                yield text._replace(path=place)
            else:
                yield Rejected(place, text.code, text.reason)
        elif isinstance(item, Rejected):
            yield Rejected(place, item.code, item.reason)


def _fast_row(line: bytes, key: str, path: str, number: int) -> Text | None:
    """A row that is as it should be; None: the reader has to look at it."""
    try:
        row = _JSON.decode(line.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    text = row.get("text")
    if text is None and isinstance(row.get("sentences"), list):
        text = "\n".join(s for s in row["sentences"] if isinstance(s, str))
    if (
        not isinstance(text, str)
        or len(text) > _MAX_CHARS
        or not text.strip()
        or not _encodes(text)
    ):
        return None
    name = row.get("id")
    if name is None:
        name = report_id(well_formed(key), line.strip())
    elif not isinstance(name, str) or not name.strip() or not _encodes(name):
        return None
    return Text(
        f"{path}:{number}",
        name.strip(),
        _outlet(row),
        day_since(row.get("published_at") or row.get("published_on") or ""),
        text,
    )


def _fast_rows(chunk: bytes, path: str, number: int) -> Texts | None:
    """Lines that are all as they should be; None: they must be looked at singly."""
    columns = fast_columns(chunk, _MAX_CHARS)
    if columns is None:
        return None
    ids = columns["id"].to_pylist()
    n = len(ids)
    outlets = columns["outlet"].to_pylist()
    urls = columns["url"].to_pylist()
    stated, on = (
        columns["published_at"].to_pylist(),
        columns["published_on"].to_pylist(),
    )
    return Texts(
        [f"{path}:{place}" for place in range(number, number + n)],
        ids,
        [
            (o or "").strip() or host(u or "")
            for o, u in zip(outlets, urls, strict=True)
        ],
        [day_since(at or day) for at, day in zip(stated, on, strict=True)],
        columns["text"],
    )


def _encodes(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _outlet(row: Mapping[str, Any]) -> str:
    outlet = row.get("outlet")
    if isinstance(outlet, str) and outlet.strip():
        return well_formed(outlet.strip())
    url = row.get("url")
    return host(url) if isinstance(url, str) else ""


def texts_of_parquet(source: Source) -> Iterator[Text | Rejected]:
    """The rows of a Parquet file: the columns that a line of JSONL may have.

    Raises:
        InputError: It is no Parquet file, or has no texts.
    """
    import pyarrow as pa
    from pyarrow import parquet

    key = PurePath(source.path).name
    try:
        file = parquet.ParquetFile(source.where)
    except (OSError, pa.ArrowException) as err:
        raise InputError(
            source.path, f"cannot be read as Parquet: {err}.", code="not-readable"
        ) from err
    wanted = ("id", "text", "sentences", "outlet", "url", "published_at")
    columns = [c for c in (*wanted, "published_on") if c in file.schema_arrow.names]
    if "text" not in columns and "sentences" not in columns:
        raise InputError(
            source.path, 'has no column "text" and none "sentences".', code="bad-row"
        )
    number = 0
    for batch in file.iter_batches(_PARQUET_ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            line = json.dumps(row, ensure_ascii=False, default=str, sort_keys=True)
            yield _fast_row(
                line.encode("utf-8", "replace"), key, source.path, number
            ) or Rejected(
                f"{source.path}:{number}", "bad-row", "Has no id or no text to read."
            )
