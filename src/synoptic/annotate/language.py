"""The door for languages: entry points of the group `synoptic.languages`.

An entry point's name is an ISO 639-1 code; its value is an `OpenLanguage`. Our own
languages come in by it too. `und` is the one for every language nobody has written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol

from synoptic.annotate import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from synoptic.model import Annotations, ModelHash, Report

GROUP = "synoptic.languages"


@dataclass(frozen=True, slots=True)
class Language:
    """One language, opened and ready to annotate.

    Attributes:
        annotate: Yields the annotations of every report, in the order given.
        pipeline: Name of the pipeline behind it; None: rules only.
        models: What was loaded.
        degraded: What was asked for and does not run, a sentence each.
    """

    annotate: Callable[[Iterable[Report]], Iterator[Annotations]]
    pipeline: str | None = None
    models: tuple[ModelHash, ...] = ()
    degraded: tuple[str, ...] = ()


class OpenLanguage(Protocol):
    """What an entry point gives."""

    def __call__(self, *, fast: bool, pipeline: str | None) -> Language:
        """The language, with its models loaded unless `fast`."""
        ...


@cache
def _door(code: str) -> OpenLanguage | None:
    """The entry point of that code; only the language asked for is imported."""
    doors = sorted(entry_points(group=GROUP, name=code), key=lambda d: d.value)
    return doors[0].load() if doors else None


def open_language(code: str, *, fast: bool, pipeline: str | None) -> Language:
    """The language of that code, or the plain one where nobody has written it."""
    door = _door(code)
    if door is None:
        return Language(plain.annotate)
    return door(fast=fast, pipeline=pipeline)
