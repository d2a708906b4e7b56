"""Where the next record of a damaged archive begins."""

from __future__ import annotations

from typing import BinaryIO

_BLOCK_BYTES = 1 << 20
_PACKED = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."


def is_packed(stream: BinaryIO) -> bool:
    """Whether an archive is packed with gzip; the stream is left anywhere."""
    stream.seek(0)
    return stream.read(len(_PACKED)) == _PACKED


def next_start(stream: BinaryIO, after: int) -> int | None:
    """The first offset, from `after` on, at which a record may begin; None: none.

    In a packed archive that is where gzip data begins, else a record's version line.
    """
    mark = _PACKED if is_packed(stream) else _PLAIN
    stream.seek(after)
    at, rest = after, b""
    while block := stream.read(_BLOCK_BYTES):
        block = rest + block
        found = block.find(mark)
        if found >= 0:
            return at + found
        rest = block[-(len(mark) - 1) :]
        at += len(block) - len(rest)
    return None
