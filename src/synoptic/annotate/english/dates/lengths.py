"""TIMEX3 values of durations and of what comes back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.calendar import add_days, add_months

if TYPE_CHECKING:
    from datetime import date

    from synoptic.annotate.english.dates.expression import Expression

_TIMES = frozenset({"S", "M", "H"})
_LETTERS = {"MO": "M", "N": "D", "FN": "W", "Q": "M", "MI": "Y"}
_FACTORS = {"FN": 2, "Q": 3, "MI": 1000}


def duration_value(count: Decimal | None, unit: str) -> str:
    """A length such as `P3M`, `PT24H`, `PXY`."""
    letter = _LETTERS.get(unit, unit)
    prefix = "PT" if unit in _TIMES else "P"
    if count is None:
        return f"{prefix}X{letter}"
    number = (count * _FACTORS.get(unit, 1)).normalize()
    return f"{prefix}{number:f}{letter}"


def compound_value(expression: Expression) -> str:
    """The value of a length that may have smaller ones added to it."""
    value = duration_value(expression.count, expression.unit)
    timed = expression.unit in _TIMES
    for piece in expression.code.split():
        count, unit = piece.rstrip("DHMOSWY"), piece.lstrip("0123456789.")
        if unit in _TIMES and not timed:
            value, timed = f"{value}T", True
        value += f"{Decimal(count).normalize():f}{_LETTERS.get(unit, unit)}"
    return value


def moved(day: date, count: Decimal, unit: str, way: int) -> date | None:
    """A day so many units away; None for units below a day."""
    whole = min(int(count), 10**5) * way
    if unit in {"D", "N", "WE"}:
        return add_days(day, whole * (7 if unit == "WE" else 1))
    if unit in {"W", "FN"}:
        return add_days(day, whole * 7 * _FACTORS.get(unit, 1))
    months = {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "MI": 12000}.get(unit)
    if months is None:
        return None
    return add_months(day, int(min(count, Decimal(10**5)) * months) * way)


def set_value(expression: Expression) -> str:
    """The value of "every Monday", "daily", "a month"."""
    part = f"T{expression.part_of_day}" if expression.part_of_day else ""
    if expression.weekday:
        return f"XXXX-WXX-{expression.weekday}{part}"
    if expression.month:
        return f"XXXX-{expression.month:02d}"
    if expression.code:
        code = expression.code
        return code if code.startswith(("P", "X")) else f"XXXX-{code}"
    if part:
        return f"XXXX-XX-XX{part}"
    return duration_value(expression.count, expression.unit)
