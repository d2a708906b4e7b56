"""Files of rows (JSONL, packed or not) read a part at a time."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from synoptic.errors import InputError, NotReadable, NotText, TooLarge
from synoptic.read import Draft, Raw
from synoptic.read.assemble import assemble
from synoptic.read.draft import as_rejected
from synoptic.read.jsonl import reader as jsonl_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Rejected, Report, Skipped
    from synoptic.read import ReadOptions
    from synoptic.read.sources import Source

_ROW_FORMS = (".jsonl", ".ndjson")
_PART_BYTES = 1 << 20
# As for one report: only a bomb unpacks to more than this many times its size.
_MAX_UNPACKING = 200
_BOMB_FROM_BYTES = 10 << 20


class RowPart(NamedTuple):
    """Some lines of a file.

    Attributes:
        path: Of the file.
        lines: As they stand there.
        first_line: How many lines come before them.
    """

    path: str
    lines: bytes
    first_line: int


def has_rows(source: Source) -> bool:
    """Whether a source is a file that can be cut at its line feeds."""
    if source.kind != "file":
        return False
    if not source.where.lower().removesuffix(".gz").endswith(_ROW_FORMS):
        return False
    try:
        with _opened(source.where) as file:
            return file.read(1) == b"{"
    except (OSError, EOFError, zlib.error):
        return False  # reading it whole says what is wrong with it


def row_parts(source: Source, options: ReadOptions) -> Iterator[RowPart]:
    """The lines of a file, a megabyte or so at a time, in their order.

    Of a row that is longer than a report may be only the beginning comes, which is
    still too long.

    Raises:
        InputError: It is damaged; what stands before that has been handed over.
    """
    waiting: list[bytes] = []
    number = n_bytes = n_all = 0
    try:
        most = _most_bytes(source)
        with _opened(source.where) as file:
            while line := _line(file, options.max_bytes):
                waiting.append(line)
                n_bytes += len(line)
                n_all += len(line)
                if most and n_all > most:
                    raise TooLarge(
                        source.path,
                        f"unpacks to more than {_MAX_UNPACKING} times its size. "
                        "Unpack it yourself if you trust it.",
                    )
                if n_bytes >= _PART_BYTES:
                    yield RowPart(source.path, b"".join(waiting), number)
                    number += len(waiting)
                    waiting, n_bytes = [], 0
    except (EOFError, gzip.BadGzipFile, zlib.error) as err:
        if waiting:
            yield RowPart(source.path, b"".join(waiting), number)
        raise NotText(
            source.path,
            "holds damaged gzip data, or ends before it does; what stands before "
            "that was read. Copy or download it again.",
            code="truncated",
        ) from err
    except OSError as err:
        raise NotReadable(source.path, f"cannot be read on: {err}.") from err
    if waiting:
        yield RowPart(source.path, b"".join(waiting), number)


def read_rows(
    part: RowPart, options: ReadOptions
) -> Iterator[Report | Rejected | Skipped]:
    """What the lines of a part hold, numbered as in the whole of the file."""
    if not part.lines.strip():
        return
    lines = b"\n" * part.first_line + part.lines
    raw = Raw(
        path=part.path,
        key=PurePath(part.path).name,
        data=lines,
        suffix=_ROW_FORMS[0],
    )
    for item in jsonl_reader.read(raw, options):
        if not isinstance(item, Draft):
            yield item
            continue
        try:
            yield assemble(item, raw, options)
        except InputError as err:
            yield as_rejected(err, part.path + item.place)


def _opened(where: str) -> IO[bytes]:
    if where.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(where, "rb"))
    return Path(where).open("rb")


def _most_bytes(source: Source) -> int:
    """What a packed file may unpack to; 0: it is not packed."""
    if not source.where.lower().endswith(".gz"):
        return 0
    packed = Path(source.where).stat().st_size
    return max(_BOMB_FROM_BYTES, _MAX_UNPACKING * packed)


def _line(file: IO[bytes], max_bytes: int) -> bytes:
    """The next line; of one that is too long the beginning, with a line feed."""
    line = file.readline(max_bytes + 2)
    if len(line) < max_bytes + 2 or line.endswith(b"\n"):
        return line
    while rest := file.readline(_PART_BYTES):
        if rest.endswith(b"\n"):
            break
    return line + b"\n"
