"""A figure in terms of the words of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.unit_words import TIME_UNITS

if TYPE_CHECKING:
    from decimal import Decimal

    from synoptic.annotate.english.figures.hedges import Direction, Hedge
    from synoptic.annotate.english.figures.nouns import Noun
    from synoptic.annotate.english.figures.units import Measured
    from synoptic.model import FigureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in terms of the words of its sentence.

    Attributes:
        first, last: Half-open range of word indexes, unit included, hedge not.
        kind: As in `model.Figure`.
        noun: The counted noun phrase, or what a share is of.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    kind: FigureKind
    unit: str = ""
    noun: Noun | None = None
    hedge: Hedge | None = None
    direction: Direction | None = None
    vague: bool = False


def kind_of(found: Measured) -> FigureKind:
    """The manner of figure that a unit makes: lengths of time are their own."""
    return "duration" if found.unit in TIME_UNITS else found.kind
