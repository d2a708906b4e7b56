"""Plain text, as people paste and save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.read.draft import Draft
from synoptic.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions


class PlainReader:
    """Text files; what nothing else recognises is read as text."""

    suffixes = (".txt", ".text")
    media_types = ("text/plain",)
    holds_many = False

    def recognises(self, head: bytes) -> bool:  # noqa: ARG002, D102
        return False

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:  # noqa: ARG002
        """The one report of a text file: its decoded text, unchanged."""
        yield Draft(
            text=decode(raw.data, path=raw.path, declared=raw.charset).text,
            url=raw.url,
        )


reader = PlainReader()
