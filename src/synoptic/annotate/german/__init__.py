"""German."""

from __future__ import annotations

from synoptic.annotate import plain
from synoptic.annotate.language import Language


def open_german(*, fast: bool, pipeline: str | None) -> Language:  # noqa: ARG001
    """German, by rules alone: there is no pipeline for it that we could ship."""
    return Language(plain.annotate)
