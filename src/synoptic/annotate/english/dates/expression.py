"""A time expression as printed, before it is set on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Shape = Literal[
    "day",  # year, month, day as far as printed
    "month",
    "year",
    "decade",
    "century",
    "season",
    "quarter",
    "half",
    "weekday",
    "feast",
    "shift",  # so many units from now or from the text's day
    "deictic",  # this, last, next with a unit
    "duration",
    "set",
    "reference",  # past, present, future
    "clock",
]

Base = Literal["now", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What the words say, in the words' own terms.

    Attributes:
        first, last: Half-open range of word indexes.
        count: How many units; None where the words are vague ("days").
        unit: Code of `tables.UNITS`.
        way: -1 back, 0 this, 1 ahead; None: the tense decides.
        base: `now` the report's day; `text` the day spoken of before.
        part: Part of day (`MO`), of a period (`early`, `late`, `mid`, `start`, `end`).
        until: The other end of a printed range of days.
        clock: Hour and minute as printed.
        open_hour: The clock could be of either half of the day: "three o'clock".
        linked: The end of a printed stretch whose start is the expression before it.
        beside: The date it is counted from: "two weeks before May 13", the week of
            "Tuesday of next week", the day on which "tomorrow" was said.
    """

    first: int
    last: int
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    code: str = ""
    count: Decimal | None = None
    unit: str = ""
    way: int | None = None
    base: Base = "now"
    part_of_day: str = ""
    part: str = ""
    clock: str = ""
    zone: str = ""
    open_hour: bool = False
    until: int | None = None
    linked: bool = False
    beside: Expression | None = None
    period: bool = False  # a stretch of time: "the past three months"
    possessed: bool = False  # "Monday's lawsuit"

    def grown(self, first: int, last: int) -> Expression:
        """The same over a wider range of words."""
        return replace(self, first=min(first, self.first), last=max(last, self.last))
