"""What the user named, as single inputs in a stable order."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Literal

from synoptic.errors import NotReadable
from synoptic.model import Rejected
from synoptic.read.forms import known_suffixes
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from synoptic.read.options import ReadOptions

# One input of many reports; more belongs to the corpus commands.
MAX_MANY_BYTES = 1 << 30

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Source:
    """One input: a file, the standard input or an address.

    Attributes:
        path: As the user named it; for a folder's files, folder and name.
        where: What to open: a file's path, or an address.
    """

    kind: Literal["file", "stdin", "url"]
    path: str
    where: str


def expand(sources: Iterable[str]) -> Iterator[Source | Rejected]:
    """Each file, address and `-` named, in the order given.

    The files of a folder come in order of their path, folders inside it included,
    hidden ones not; the matches of a pattern in order of their path.
    """
    for named in sources:
        if named == "-":
            yield Source(kind="stdin", path="-", where="-")
        elif _ADDRESS.match(named):
            yield Source(kind="url", path=well_formed(named), where=named)
        else:
            yield from _files(named)


def _files(named: str) -> Iterator[Source | Rejected]:
    shown = well_formed(named)
    try:
        path = Path(named)
        if path.is_dir():
            locked: list[OSError] = []
            found = sorted(_inside(named, locked.append))
            yield from map(_locked, locked)
            if locked and not found:
                return
            none = Rejected(
                shown,
                "folder-empty",
                "The folder holds no report. Is it the right one?",
            )
        elif path.exists() or not glob.has_magic(named):
            found, none = [named], None
        else:
            matches = glob.glob(named, recursive=True)  # noqa: PTH207 (absolute too)
            found = sorted(p for p in matches if _is_file(p))
            none = Rejected(
                shown, "missing", "No file fits the pattern. Is it in quotation marks?"
            )
    except (OSError, ValueError) as err:
        yield Rejected(shown, "not-readable", f"Cannot be opened: {err}.")
        return
    if not found and none:
        yield none
    for name in found:
        yield Source(kind="file", path=well_formed(name), where=name)


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def _locked(err: OSError) -> Rejected:
    why = "You may not read this folder. Ask its owner."
    if not isinstance(err, PermissionError):
        why = f"This folder cannot be read: {err.strerror}."
    return Rejected(well_formed(str(err.filename)), "not-readable", why)


def _inside(folder: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    for where, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in names:
            if not name.startswith(".") and _may_hold_report(name):
                yield str(Path(where) / name)


def _may_hold_report(name: str) -> bool:
    """Whether a folder's file is read: its ending is some reader's, or it has none."""
    suffixes = [s.lower() for s in PurePath(name).suffixes if s.lower() != ".gz"]
    return not suffixes or suffixes[-1] in known_suffixes()


@contextmanager
def errors_named(path: str) -> Iterator[None]:
    """Why an input cannot be opened, in words and with its name."""
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


def open_file(source: Source) -> BinaryIO:
    """The bytes of a file; the caller closes it.

    What a pipe holds is read at once: one that nobody writes to is empty.

    Raises:
        OSError: It cannot be opened.
        ValueError: Its name holds what no file name can.
    """
    if not Path(source.where).is_fifo():
        return Path(source.where).open("rb")
    pipe = os.open(source.where, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(pipe, True)
    with os.fdopen(pipe, "rb") as stream:
        return io.BytesIO(stream.read(MAX_MANY_BYTES + 1))


def open_stdin(options: ReadOptions) -> BinaryIO:
    """Where `-` reads from."""
    return options.stdin if options.stdin is not None else sys.stdin.buffer
