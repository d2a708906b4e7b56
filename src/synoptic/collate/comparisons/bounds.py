"""Which numbers a printed figure can stand for: hedges and rounding as bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from synoptic.text.units import convert

if TYPE_CHECKING:
    from synoptic.model import Figure

_ABOUT = Decimal("0.12")
_NEARLY = Decimal("0.18")
_ROUNDED = Decimal("0.05")
_ONE_DIGIT = Decimal("0.10")
_NEAR_WORDS = frozenset({"nearly", "almost", "shy of", "just under", "just below"})


class Bounds(NamedTuple):
    """Inclusive; None: no bound on that side."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Bounds) -> bool:
        """Whether one number can satisfy both."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (
                self.low is not None
                and other.high is not None
                and other.high < self.low
            )
        )


def bounds_of(figure: Figure, unit: str | None = None) -> Bounds | None:
    """The numbers that a figure can stand for, in its own unit or another one.

    None when it cannot be expressed in that unit.
    """
    bounds = _own_bounds(figure)
    if unit is None or unit == figure.unit:
        return bounds
    low = _converted(bounds.low, figure.unit, unit)
    high = _converted(bounds.high, figure.unit, unit)
    if (low is None) != (bounds.low is None) or (high is None) != (bounds.high is None):
        return None
    return Bounds(low, high)


def number_of(figure: Figure) -> Decimal:
    """The number that is printed; of a range its upper end."""
    number = figure.high if figure.high is not None else figure.low
    return number if number is not None else Decimal(0)


def _converted(value: Decimal | None, unit: str, to: str) -> Decimal | None:
    return None if value is None else convert(value, unit, to)


def _own_bounds(figure: Figure) -> Bounds:
    low, high = figure.low, figure.high
    printed = number_of(figure)
    if low is not None and high is not None and low != high:
        return Bounds(low - _slack(figure, low), high + _slack(figure, high))
    slack = _slack(figure, printed)
    match figure.direction:
        case "about":
            room = max(abs(printed) * _ABOUT, slack)
            return Bounds(printed - room, printed + room)
        case "under":
            near = (figure.hedge or "").lower() in _NEAR_WORDS
            room = abs(printed) * (_NEARLY if near else Decimal("0.5"))
            return Bounds(printed - room, printed + slack)
        case "over" | "at least":
            return Bounds(printed - slack, None)
        case "at most":
            return Bounds(None, printed + slack)
        case _:
            return Bounds(printed - slack, printed + slack)


def _slack(figure: Figure, value: Decimal) -> Decimal:
    """How far rounding may have moved a number, by the digits it is printed with."""
    if not value or figure.kind in {"age", "score", "multiple"}:
        return Decimal(0)
    digits = value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    step = Decimal(10) ** exponent / 2
    if figure.kind == "share" and figure.unit == "share":
        return abs(value) * _ROUNDED  # "a fifth" is printed for 19 and 21 percent
    if figure.kind == "share":
        return min(step, Decimal("0.5"))
    if figure.kind in {"count", "duration"}:
        if abs(value) < 100:
            return Decimal(0) if exponent >= 0 else step
    elif exponent <= 0:
        return step
    most = _ONE_DIGIT if len(digits.digits) == 1 and abs(value) >= 1000 else _ROUNDED
    return min(step, abs(value) * most)
