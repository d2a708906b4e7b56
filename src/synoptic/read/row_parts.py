"""Files of rows (JSONL, packed or not) read a part at a time."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from synoptic.errors import InputError, NotText
from synoptic.read.assemble import assemble
from synoptic.read.draft import Draft, Raw, as_rejected
from synoptic.read.jsonl import reader as jsonl_reader
from synoptic.read.sources import errors_named, open_file
from synoptic.read.unpack import cut_off, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Rejected, Report, Skipped
    from synoptic.read.options import ReadOptions
    from synoptic.read.sources import Source

_ROW_FORMS = (".jsonl", ".ndjson")
_PART_BYTES = 1 << 20


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
        with open_file(source) as file:
            return next(unpacked(file, source.path, at_once=1), b"") == b"{"
    except (OSError, InputError):
        return False  # reading it whole says what is wrong with it


def row_parts(source: Source, options: ReadOptions) -> Iterator[RowPart]:
    """The lines of a file, a megabyte or so at a time, in their order.

    Of a row that is longer than a report may be only the beginning comes, which is
    still too long.

    Raises:
        InputError: It is damaged; what stands before that has been handed over.
    """
    held: list[bytes] = []
    n_held = number = 0
    cut: NotText | None = None
    with errors_named(source.path), open_file(source) as file:
        try:
            for block in unpacked(file, source.path, at_once=_PART_BYTES):
                held.append(block)
                n_held += len(block)
                if n_held < _PART_BYTES:
                    continue
                lines, feed, rest = b"".join(held).rpartition(b"\n")
                held = [rest[: options.max_bytes + 2]]
                n_held = len(held[0])
                if feed:
                    yield RowPart(source.path, lines + feed, number)
                    number += lines.count(b"\n") + 1
        except NotText as err:
            cut = err
    lines = b"".join(held)
    if cut is not None:
        lines = lines[: lines.rfind(b"\n") + 1]
    if lines:
        yield RowPart(source.path, lines, number)
    if cut is not None:
        raise cut_off(cut, number + lines.count(b"\n"))


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
