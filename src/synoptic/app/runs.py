"""How a result was made, in the words of its `run`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from synoptic.app.corrections import as_record
from synoptic.model import InputHash
from synoptic.read import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from synoptic.app.stated import Stated
    from synoptic.model import Correction, Report

_STATED = tuple(f.name for f in fields(ReadOptions) if f.name != "stdin")
"""The options of reading that are written down; a stream cannot be."""


def as_options(
    *,
    sources: list[str],
    reading: ReadOptions | None = None,
    stated: Stated | None = None,
    corrections: Iterable[Correction],
    **others: object,
) -> Mapping[str, object]:
    """Every option with the value that was used, in the order of their names."""
    every = {name: getattr(reading or ReadOptions(), name) for name in _STATED}
    every |= others
    every["sources"] = sources
    every["stated"] = {name: dict(fields) for name, fields in (stated or {}).items()}
    every["corrections"] = [as_record(correction) for correction in corrections]
    return {name: every[name] for name in sorted(every)}


def reading_options(options: Mapping[str, object]) -> ReadOptions:
    """The options of reading that a run wrote down; what it did not, as now."""
    stated = {name: options[name] for name in _STATED if name in options}
    return ReadOptions(**stated)  # type: ignore[arg-type]


def inputs_of(reports: Iterable[Report]) -> tuple[InputHash, ...]:
    """What was read, once each, in the order of the reports."""
    return tuple(dict.fromkeys(InputHash(r.path, r.sha256) for r in reports))
