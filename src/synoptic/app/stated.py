"""What the user states of the inputs: of all of them, or of single ones."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from synoptic.errors import UsageError
from synoptic.read import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Stated: TypeAlias = Mapping[str, Mapping[str, str]]

_LANGUAGE = re.compile(r"[a-z]{2}")


def by_options(
    names: list[str], options: ReadOptions | None, stated: Stated | None
) -> Iterator[tuple[list[str], ReadOptions]]:
    """The sources that are read in one way, together with that way.

    Args:
        names: Every source, as named.
        options: How all of them are read.
        stated: By source: its `outlet`, `published_at` or `language`.

    Raises:
        UsageError: A source is not among the names, or a value cannot be used.
    """
    common = options or ReadOptions()
    own = dict(stated or {})
    ways = {name: with_fields(common, fields) for name, fields in own.items()}
    _check(common)
    for name in own:
        if name not in names:
            raise UsageError(f"{name!r} is not among the inputs")
    yield [name for name in names if name not in own], common
    for name in names:
        if name in ways:
            yield [name], ways[name]


def with_fields(options: ReadOptions, fields: Mapping[str, str]) -> ReadOptions:
    """The options with an outlet, a time or a language stated.

    Raises:
        UsageError: A field cannot be stated, or its value cannot be used.
    """
    for name, value in fields.items():
        if name == "outlet":
            options = replace(options, outlet=value)
        elif name == "published_at":
            options = replace(options, published_at=value)
        elif name == "language":
            options = replace(options, language=value)
        else:
            raise UsageError(f"{name!r} cannot be stated of an input")
    _check(options)
    return options


def _check(options: ReadOptions) -> None:
    moment, language = options.published_at, options.language
    if moment is not None:
        try:
            datetime.fromisoformat(moment)
        except ValueError as err:
            raise UsageError(
                f"{moment!r} is no time; write it like 2025-03-14 or 2025-03-14T08:39"
            ) from err
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise UsageError(
            f"{language!r} is no language code; write two letters, such as en or de"
        )
    if options.outlet is not None and not options.outlet.strip():
        raise UsageError("an outlet needs a name")
