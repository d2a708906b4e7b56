"""The unpacked bytes of an input, as far as they are sound."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from synoptic.errors import NotText, TooLarge
from synoptic.read.forms import GZIP

if TYPE_CHECKING:
    from collections.abc import Iterator

# News text packs to a quarter; only a bomb unpacks to more than this many times.
_MAX_UNPACKING = 200
_BOMB_FROM_BYTES = 10 << 20


def is_packed(stream: BinaryIO) -> bool:
    """Whether a stream holds gzip data; it is left at its beginning."""
    stream.seek(0)
    head = stream.read(len(GZIP))
    stream.seek(0)
    return head == GZIP


def unpacked(stream: BinaryIO, path: str, *, at_once: int = 1 << 20) -> Iterator[bytes]:
    """The bytes of a seekable stream from its beginning, a block at a time.

    Args:
        stream: Packed with gzip or not.
        path: What errors call it.
        at_once: The most bytes of a block.

    Raises:
        NotText: Its gzip data is damaged or cut off; what is sound came before.
        TooLarge: It unpacks to far more than text does.
    """
    if not is_packed(stream):
        while block := stream.read(at_once):
            yield block
        return
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    most = max(_BOMB_FROM_BYTES, _MAX_UNPACKING * size)
    n_bytes = 0
    with gzip.GzipFile(fileobj=stream) as packed:
        while block := _sound(packed, path, at_once):
            n_bytes += len(block)
            if n_bytes > most:
                raise TooLarge(
                    path,
                    f"unpacks to more than {_MAX_UNPACKING} times its size. "
                    "Unpack it yourself if you trust it.",
                )
            yield block


def _sound(packed: gzip.GzipFile, path: str, at_once: int) -> bytes:
    try:
        # `read` would lose what it has when it meets the damage.
        return packed.read1(at_once)
    except EOFError as err:
        raise _damaged(path, "ends before its gzip data does") from err
    except (gzip.BadGzipFile, zlib.error) as err:
        raise _damaged(path, "holds damaged gzip data") from err


def _damaged(path: str, what: str) -> NotText:
    return NotText(path, f"{what}. Copy or download it again.", code="truncated")


def cut_off(err: NotText, n_lines: int) -> NotText:
    """The error of a file of which so many lines were read before the damage."""
    if not n_lines:
        return err
    what, _, advice = err.reason.partition(". ")
    lines = "line" if n_lines == 1 else f"{n_lines:,} lines"
    return NotText(
        f"{err.path}:{n_lines + 1}",
        f"{what}. Of the file only the {lines} before that can be read. {advice}",
        code=err.code,
    )
