"""Days in words, as findings, page and terminal print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def day_in_words(day: date) -> str:
    """A day as `11 March 2025`."""
    return f"{day.day} {day:%B} {day.year}"
