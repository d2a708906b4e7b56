"""Corpora: texts of any number of reports, without their blocks.

What a corpus command needs of a report is its id, outlet, day and text. Cutting blocks
would cost a hundred times as much as all that follows, so that it is left out; ids and
texts are those that `read` gives.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import pyarrow as pa

from synoptic.app.corpus_rows import fast_columns
from synoptic.errors import InputError
from synoptic.model import Rejected, report_id
from synoptic.read import Draft, Raw, ReadOptions
from synoptic.read.jsonl import reader as jsonl_reader
from synoptic.read.load import opened
from synoptic.read.printed import iso_prefix
from synoptic.read.sources import Source, expand
from synoptic.reuse.corpus import day_of
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ROW_FORMS = (".jsonl", ".ndjson")
_MAX_CHARS = 1_000_000
_JSON = json.JSONDecoder(strict=False)
_CHUNK_BYTES = 1 << 20
_BATCH_CHARS = 1 << 20
_PARQUET_ROWS = 1024


class Texts(NamedTuple):
    """Reports side by side: one entry a report in each field, as of `Text`."""

    paths: list[str]
    ids: list[str]
    outlets: list[str]
    days: list[int]
    texts: pa.Array


class Text(NamedTuple):
    """A report as a corpus command sees it.

    Attributes:
        path: Where it was read from.
        id: The caller's, else a hash; two reports may have the same.
        outlet: "": not stated.
        day: Of publication, days since 1970; 0: not stated.
    """

    path: str
    id: str
    outlet: str
    day: int
    text: str


def corpus_files(sources: Iterable[str]) -> tuple[list[Source], list[Rejected]]:
    """The files of a corpus in order, Parquet files of folders among them."""
    found: list[Source] = []
    rejected: list[Rejected] = []
    for named in sources:
        parquet = sorted(
            str(path)
            for path in (Path(named).rglob("*.parquet") if Path(named).is_dir() else ())
            if not any(part.startswith(".") for part in path.relative_to(named).parts)
        )
        found += [Source(kind="file", path=p, where=p) for p in parquet]
        for item in expand([named]):
            if isinstance(item, Source):
                found.append(item)
            elif not parquet:
                rejected.append(item)
    return found, rejected


def corpus_bytes(files: Iterable[Source]) -> int:
    """About how many bytes of text the files hold."""
    total = 0
    for source in files:
        if source.kind != "file":
            continue
        try:
            size = Path(source.where).stat().st_size
        except OSError:
            continue
        total += size * (3 if source.where.endswith((".gz", ".parquet")) else 1)
    return total


def read_texts(
    files: Iterable[Source],
    rejected: Callable[[Rejected], None],
    *,
    options: ReadOptions | None = None,
) -> Iterator[Texts]:
    """The texts of a corpus, in the order of the files, a megabyte or so at a time.

    Args:
        files: From `corpus_files`.
        rejected: Called with each input that is none.
        options: What may be read.
    """
    how = options or ReadOptions()
    waiting: list[Text] = []
    n_chars = 0
    for source in files:
        try:
            for item in _texts(source, how):
                if isinstance(item, Rejected):
                    rejected(item)
                    continue
                if isinstance(item, Text):
                    waiting.append(item)
                    n_chars += len(item.text)
                if waiting and (n_chars > _BATCH_CHARS or isinstance(item, Texts)):
                    yield _together(waiting)
                    waiting, n_chars = [], 0
                if isinstance(item, Texts):
                    yield item
        except InputError as err:
            rejected(Rejected(err.path, err.code, err.reason))
    if waiting:
        yield _together(waiting)


def _together(texts: list[Text]) -> Texts:
    paths, ids, outlets, days, bodies = zip(*texts, strict=True)
    return Texts(
        list(paths),
        list(ids),
        list(outlets),
        list(days),
        pa.array(bodies, pa.large_string()),
    )


def _texts(source: Source, options: ReadOptions) -> Iterator[Text | Texts | Rejected]:
    name = source.where.lower()
    if source.kind == "file" and name.endswith(".parquet"):
        return _of_parquet(source)
    if source.kind == "file" and name.removesuffix(".gz").endswith(_ROW_FORMS):
        return _of_lines(source, options)
    return _of_any(source, options)


def _of_any(source: Source, options: ReadOptions) -> Iterator[Text | Rejected]:
    with opened(source, options) as (raw, reader):
        for item in reader.read(raw, options):
            if isinstance(item, Draft):
                yield _as_text(item, raw, options)
            elif isinstance(item, Rejected):
                yield item


def _as_text(draft: Draft, raw: Raw, options: ReadOptions) -> Text | Rejected:
    path = raw.path + draft.place
    text = well_formed(draft.text)
    if len(text) > options.max_chars:
        return _too_long(path, text)
    data = raw.data if draft.raw is None else draft.raw
    return Text(
        path,
        draft.id or report_id(well_formed(draft.key or raw.key), data),
        draft.outlet or _host(draft.url or raw.url or ""),
        _day(draft.published_at or ""),
        text,
    )


def _of_lines(
    source: Source, options: ReadOptions
) -> Iterator[Text | Texts | Rejected]:
    """The rows of a JSONL file of any size, a chunk of lines at a time.

    Raises:
        InputError: It cannot be opened or unpacked.
    """
    key = PurePath(source.path).name
    number = 1
    for chunk in _chunks(source):
        fast = fast_rows(chunk, source.path, number)
        if fast is not None:
            yield fast
            number += len(fast.ids)
            continue
        for line in chunk.splitlines(keepends=True):
            if not line.isspace():
                yield from _of_line(line, key, source.path, number, options)
            number += 1


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
            text = _as_text(item, Raw(path=path, key=key, data=line), options)
            if isinstance(text, Text):
                yield text._replace(path=place)
            else:
                yield Rejected(place, text.code, text.reason)
        elif isinstance(item, Rejected):
            yield Rejected(place, item.code, item.reason)


def _chunks(source: Source) -> Iterator[bytes]:
    """Whole lines of a file, a megabyte or so at a time."""
    try:
        with _opened_lines(source.where) as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk + file.readline()
    except FileNotFoundError as err:
        raise InputError(
            source.path, "there is no such file. Is the name right?", code="missing"
        ) from err
    except (EOFError, zlib.error, gzip.BadGzipFile) as err:
        raise InputError(
            source.path,
            "holds damaged gzip data. Copy or download it again.",
            code="truncated",
        ) from err
    except OSError as err:
        raise InputError(
            source.path, f"cannot be opened: {err}.", code="not-readable"
        ) from err


def _opened_lines(where: str) -> IO[bytes]:
    if where.lower().endswith(".gz"):
        return gzip.open(where, "rb")
    return Path(where).open("rb", buffering=1 << 20)


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
        _day(row.get("published_at") or row.get("published_on") or ""),
        text,
    )


def fast_rows(chunk: bytes, path: str, number: int) -> Texts | None:
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
            (o or "").strip() or _host(u or "")
            for o, u in zip(outlets, urls, strict=True)
        ],
        [_day(at or day) for at, day in zip(stated, on, strict=True)],
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
    return _host(url) if isinstance(url, str) else ""


@lru_cache(maxsize=4096)
def _host_of(start: str) -> str:
    try:
        return (urlsplit(start).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _host(url: str) -> str:
    return _host_of("/".join(url.split("/", 3)[:3]))


@lru_cache(maxsize=1 << 16)
def _day_of(stated: str) -> int:
    return day_of(stated) or day_of(iso_prefix(stated) or "")


def _day(stated: object) -> int:
    return _day_of(stated) if isinstance(stated, str) and stated else 0


def _too_long(path: str, text: str) -> Rejected:
    return Rejected(
        path,
        "too-large",
        f"holds {len(text):,} characters. Is it one report? The limit can be raised.",
    )


def _of_parquet(source: Source) -> Iterator[Text | Rejected]:
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
                f"{source.path}:{number}", "bad-row", "has no id or no text to read."
            )
