"""Many files of another kind than reports, told before the first is read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.read.forms import GZIP, HEAD_BYTES, choose_reader
from synoptic.read.sources import Source, expand, open_file
from synoptic.text.decode import binary_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

# Fewer are soon read, and each is then named with its own reason.
_FROM_FILES = 100


def foreign_files(sources: Iterable[str]) -> str | None:
    """What most of very many files are instead of reports; None where they are not.

    A folder of programs holds some hundred scripts too, which are text: to compare
    them takes minutes and tells nobody anything. Looks at the first bytes only.
    """
    files = [
        source
        for source in expand(sources)
        if isinstance(source, Source) and source.kind == "file"
    ]
    if len(files) < _FROM_FILES:
        return None
    kinds = [(source.path, kind) for source in files if (kind := _foreign(source))]
    if len(kinds) * 2 <= len(files):
        return None
    first = ", ".join(f"{path} ({kind})" for path, kind in kinds[:3])
    return (
        f"{len(kinds):,} of {len(files):,} files hold no text: {first} ... "
        "Name the reports, or a pattern that only they fit"
    )


def _foreign(source: Source) -> str | None:
    head = b""
    with suppress(OSError, ValueError):
        if Path(source.where).is_file():  # what a pipe holds can be read only once
            with open_file(source) as file:
                head = file.read(HEAD_BYTES)
    packed = head.startswith(GZIP)
    known = choose_reader(head, "", None) is not choose_reader(b"", "", None)
    return None if packed or known else binary_kind(head)
