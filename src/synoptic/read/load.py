"""From a named input to its unpacked bytes, within the limits."""

from __future__ import annotations

import gzip
import io
import zlib
from contextlib import ExitStack, contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from synoptic.errors import NotReadable, NotText, TooLarge
from synoptic.read.draft import Raw
from synoptic.read.forms import GZIP, HEAD_BYTES, choose_reader, known_suffixes
from synoptic.read.sources import MAX_MANY_BYTES, Source, open_file, open_stdin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.read.draft import Reader
    from synoptic.read.options import ReadOptions

_TABLES = frozenset({".csv", ".tsv"})
_CHUNK_BYTES = 1 << 20
_STEP_BYTES = 64
# News text packs to a quarter; only a bomb unpacks to more than this many times.
_MAX_UNPACKING = 200
_BOMB_FROM_BYTES = 10 << 20


@contextmanager
def opened(source: Source, options: ReadOptions) -> Iterator[tuple[Raw, Reader]]:
    """The unpacked bytes of a source and the reader for them.

    For a reader that streams, the source stays open until the context ends.

    Raises:
        InputError: It cannot be opened, unpacked or fetched, or is too large.
    """
    if source.kind == "url":
        yield _fetched(source, options)
        return
    with ExitStack() as stack:
        with _errors_named(source.path):
            if source.kind == "stdin":
                given: BinaryIO = io.BytesIO(
                    open_stdin(options).read(MAX_MANY_BYTES + 1)
                )
                key, name = "-", ""
            else:
                given = stack.enter_context(open_file(source))
                key = name = PurePath(source.path).name
            found = _unpack(given, source, options, key=key, name=name)
        yield found


def _fetched(source: Source, options: ReadOptions) -> tuple[Raw, Reader]:
    from synoptic.read.fetch import fetch  # noqa: PLC0415 (loads ssl)

    page = fetch(source.where, options)
    return _unpack(
        io.BytesIO(page.body),
        source,
        options,
        key=page.url,
        name=PurePath(page.url.split("?")[0]).name,
        media_type=page.media_type,
        charset=page.charset,
        url=page.url,
    )


@contextmanager
def _errors_named(path: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as err:
        raise NotReadable(
            path, "there is no such file. Is the name right?", code="missing"
        ) from err
    except IsADirectoryError as err:
        raise NotReadable(path, "is a folder.") from err
    except PermissionError as err:
        raise NotReadable(path, "you may not read it. Ask its owner.") from err
    except (OSError, ValueError) as err:
        raise NotReadable(path, f"cannot be opened: {err}.") from err


def _unpack(
    stream: BinaryIO,
    source: Source,
    options: ReadOptions,
    *,
    key: str,
    name: str,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> tuple[Raw, Reader]:
    suffixes = [s.lower() for s in PurePath(name).suffixes]
    packed = _peek(stream, 2) == GZIP
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
        if not packed and _peek(stream, 1):
            raise NotText(
                source.path, "is named .gz and is not gzip. Rename it.", code="binary"
            )
    suffix = suffixes[-1] if suffixes else ""
    if suffix in _TABLES and suffix not in known_suffixes():
        raise NotText(
            source.path,
            "is a table, not a report. Write a line of JSON for each of its rows.",
            code="table",
        )
    opened: BinaryIO = gzip.GzipFile(fileobj=stream) if packed else stream  # type: ignore[assignment]
    size = _size(stream) if packed else 0
    beginning = _beginning(stream) if packed else _peek(stream, HEAD_BYTES)
    reader = choose_reader(beginning, suffix, media_type)
    if getattr(reader, "streams", False):
        raw = Raw(path=source.path, key=key, data=b"", suffix=suffix, stream=stream)
        return raw, reader
    head = _read(opened, HEAD_BYTES, source.path)
    reader = choose_reader(head, suffix, media_type)
    limit = MAX_MANY_BYTES if reader.holds_many else options.max_bytes
    data = _read_all(opened, head, limit, size, source.path)
    raw = Raw(
        path=source.path,
        key=key,
        data=data,
        suffix=suffix,
        media_type=media_type,
        charset=charset,
        url=url,
    )
    return raw, reader


def _peek(stream: BinaryIO, n_bytes: int) -> bytes:
    head = stream.read(n_bytes)
    stream.seek(0)
    return head


def _beginning(stream: BinaryIO) -> bytes:
    """The first unpacked bytes, as far as they are sound."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    found = b""
    try:
        while len(found) < HEAD_BYTES and (part := stream.read(_STEP_BYTES)):
            found += unpack.decompress(part, HEAD_BYTES - len(found))
    except zlib.error:
        pass
    stream.seek(0)
    return found


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return size


def _read(stream: BinaryIO, n_bytes: int, path: str) -> bytes:
    try:
        return stream.read(n_bytes)
    except EOFError as err:
        raise NotText(
            path,
            "ends before its gzip data does. Copy or download it again.",
            code="truncated",
        ) from err
    except (gzip.BadGzipFile, zlib.error) as err:
        raise NotText(
            path,
            "holds damaged gzip data. Copy or download it again.",
            code="truncated",
        ) from err


def _read_all(
    stream: BinaryIO, head: bytes, limit: int, packed_bytes: int, path: str
) -> bytes:
    parts, n_bytes = [head], len(head)
    while part := _read(stream, _CHUNK_BYTES, path):
        parts.append(part)
        n_bytes += len(part)
        if n_bytes > limit:
            raise TooLarge(
                path,
                f"is larger than {limit:,} bytes. Is it one report? "
                "--max-size raises the limit.",
            )
        if packed_bytes and n_bytes > max(
            _BOMB_FROM_BYTES, _MAX_UNPACKING * packed_bytes
        ):
            raise TooLarge(
                path,
                f"unpacks to more than {_MAX_UNPACKING} times its size. "
                "Unpack it yourself if you trust it.",
            )
    return b"".join(parts)
