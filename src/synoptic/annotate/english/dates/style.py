"""Whether a text reports what is new or tells what was long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from synoptic.annotate.english.dates.expression import Expression

_YEARS_NEEDED = 5
_YEARS_PER_DEICTIC = 4
_FULL_DATES_NEEDED = 2


def is_narrative(sentences: Sequence[Sequence[Expression]], now: date | None) -> bool:
    """Whether bare months take the year told before instead of the report's own.

    A telling prints many years that are long past and hardly ever "Tuesday" or
    "yesterday"; or a few full dates long past, no recent year and nothing deictic.
    """
    years = full = recent = deictic = 0
    for expressions in sentences:
        for e in expressions:
            if e.year is not None and e.shape in {"day", "month", "year", "season"}:
                past = now is None or now.year - e.year > 1
                years += past
                recent += now is not None and abs(now.year - e.year) <= 1
                full += past and e.shape in {"day", "month"}
            elif e.shape == "weekday" or (
                e.shape in {"shift", "deictic"} and e.base == "now"
            ):
                deictic += 1
    if years >= _YEARS_NEEDED and years >= _YEARS_PER_DEICTIC * deictic:
        return True
    return full >= _FULL_DATES_NEEDED and not recent and not deictic
