"""From a named input to its unpacked bytes, within the limits."""

from __future__ import annotations

import io
from contextlib import ExitStack, contextmanager, suppress
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from synoptic.errors import InputError, NotText, TooLarge
from synoptic.read.draft import Raw
from synoptic.read.forms import HEAD_BYTES, choose_reader, known_suffixes
from synoptic.read.sources import (
    MAX_MANY_BYTES,
    Source,
    errors_named,
    open_file,
    open_stdin,
)
from synoptic.read.unpack import is_packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.read.draft import Reader
    from synoptic.read.options import ReadOptions

_TABLES = frozenset({".csv", ".tsv"})


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
        with errors_named(source.path):
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
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
        if not is_packed(stream) and _holds_any(stream):
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
    reader = choose_reader(_beginning(stream, source.path), suffix, media_type)
    if getattr(reader, "streams", False):
        raw = Raw(path=source.path, key=key, data=b"", suffix=suffix, stream=stream)
        return raw, reader
    limit = MAX_MANY_BYTES if reader.holds_many else options.max_bytes
    data, cut = _read_all(stream, reader, limit, source.path)
    raw = Raw(
        path=source.path,
        key=key,
        data=data,
        suffix=suffix,
        media_type=media_type,
        charset=charset,
        url=url,
        cut=cut,
    )
    return raw, reader


def _holds_any(stream: BinaryIO) -> bool:
    found = bool(stream.read(1))
    stream.seek(0)
    return found


def _beginning(stream: BinaryIO, path: str) -> bytes:
    """The first unpacked bytes, as far as they are sound."""
    found = b""
    with suppress(InputError):
        for block in unpacked(stream, path, at_once=HEAD_BYTES):
            found += block
            if len(found) >= HEAD_BYTES:
                break
    stream.seek(0)
    return found[:HEAD_BYTES]


def _read_all(
    stream: BinaryIO, reader: Reader, limit: int, path: str
) -> tuple[bytes, NotText | None]:
    """The unpacked bytes, and what is wrong with those that a reader of lines lacks."""
    parts: list[bytes] = []
    n_bytes = 0
    try:
        for part in unpacked(stream, path):
            parts.append(part)
            n_bytes += len(part)
            if n_bytes > limit:
                raise TooLarge(
                    path,
                    f"is larger than {limit:,} bytes. Is it one report? "
                    "--max-size raises the limit.",
                )
    except NotText as err:
        if not getattr(reader, "in_lines", False):
            raise
        return b"".join(parts), err
    return b"".join(parts), None
