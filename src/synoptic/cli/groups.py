"""The options that commands share as groups, and what is asked for with them."""

from __future__ import annotations

import inspect
import os
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict

from synoptic.cli.inputs import how_read
from synoptic.cli.options import (
    Corrections,
    Fast,
    Languages,
    MaxSize,
    Offline,
    Outlets,
    OwnersFile,
    Pipeline,
    PublishedAts,
)
from synoptic.cli.output import progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from synoptic.app.results import Comparison
    from synoptic.cli.inputs import HowRead
    from synoptic.model import Collation


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How the inputs are read."""

    outlet: Outlets = None
    published_at: PublishedAts = None
    language: Languages = None
    offline: Offline = False
    max_size: MaxSize = None

    def of(self, paths: list[str]) -> HowRead:
        """What the verbs take.

        Raises:
            UsageError: A value cannot be used, or names no input.
        """
        return how_read(paths, **vars(self))


class HowAnnotated(TypedDict):
    """How reports are annotated; goes to every verb as it is."""

    fast: bool
    pipeline: str | None
    corrections: Path | tuple[()]
    processes: int


@dataclass(frozen=True, kw_only=True)
class Annotating:
    """How the reports are annotated and set right."""

    fast: Fast = False
    pipeline: Pipeline = None
    corrections: Corrections = None

    def asked(self) -> HowAnnotated:
        """What the verbs take."""
        return HowAnnotated(
            fast=self.fast,
            pipeline=self.pipeline,
            corrections=self.corrections or (),
            processes=os.cpu_count() or 1,
        )


@dataclass(frozen=True, kw_only=True)
class Comparing(Annotating):
    """How the reports are compared."""

    owners: OwnersFile = None


def with_groups(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of its groups.

    A group is a parameter whose type is a dataclass of options. Typer reads one
    option from one parameter, and so gets to see the fields in its place.
    """
    signature = inspect.signature(command, eval_str=True)
    groups = {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if isinstance(parameter.annotation, type) and is_dataclass(parameter.annotation)
    }

    @wraps(command)
    def called(**given: Any) -> None:
        for name, group in groups.items():
            own = {field.name: given.pop(field.name) for field in fields(group)}
            given[name] = group(**own)
        command(**given)

    def options() -> Iterator[inspect.Parameter]:
        for name, parameter in signature.parameters.items():
            if name in groups:
                group = inspect.signature(groups[name], eval_str=True)
                yield from group.parameters.values()
            else:
                yield parameter

    called.__signature__ = signature.replace(  # type: ignore[attr-defined]  # typing knows none
        parameters=list(options())
    )
    return called


def compared(
    paths: list[str],
    comparing: Comparing,
    reading: Reading,
    *,
    base: str | None = None,
) -> Comparison:
    """The reports of one story, compared as the options say.

    Raises:
        SynopticError: They cannot be.
    """
    from synoptic import app

    how = reading.of(paths)
    with progress() as told:
        return app.compare(
            paths,
            base=base,
            owners=comparing.owners,
            progress=told,
            **comparing.asked(),
            **how,
        )


def collated(
    paths: list[str],
    annotating: Annotating,
    reading: Reading,
    *,
    owners: Path | None = None,
) -> Collation:
    """The reports of one story, compared; a single one is compared with nothing.

    Raises:
        SynopticError: They cannot be.
    """
    from synoptic.app.one_or_more import collate_any

    how = reading.of(paths)
    with progress() as told:
        return collate_any(
            paths, owners=owners, progress=told, **annotating.asked(), **how
        )
