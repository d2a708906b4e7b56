"""Which reader reads an input: by what it is, then by its name."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.read.draft import Reader

GROUP = "synoptic.readers"
GZIP = b"\x1f\x8b"
HEAD_BYTES = 4096
_DEFAULT = "text"


@cache
def readers() -> dict[str, Reader]:
    """All readers that are installed, ours and others', by name in order of name."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return {entry.name: entry.load() for entry in found}


def known_suffixes() -> frozenset[str]:
    """The file name endings that some reader reads."""
    return frozenset(s for reader in readers().values() for s in reader.suffixes)


def choose_reader(head: bytes, suffix: str, media_type: str | None) -> Reader:
    """The reader for an input: what its bytes must be wins over what it is called."""
    table = readers()
    for reader in table.values():
        if reader.recognises(head):
            return reader
    for reader in table.values():
        if suffix in reader.suffixes:
            return reader
    for reader in table.values():
        if media_type in reader.media_types:
            return reader
    return table[_DEFAULT]
