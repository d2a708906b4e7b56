"""English."""

from __future__ import annotations

from synoptic.annotate import plain
from synoptic.annotate.language import Language


def open_english(*, fast: bool, pipeline: str | None) -> Language:  # noqa: ARG001
    """English, with its pipeline loaded unless `fast`."""
    return Language(plain.annotate)
