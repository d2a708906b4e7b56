"""What a report spoke of so far, for expressions that count from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from synoptic.annotate.english.dates.calendar import Point
    from synoptic.annotate.english.dates.expression import Expression

# How many sentences back "the next day" may look for its day.
NEAR = 3
_ASIDE = 3  # years


@dataclass(slots=True)
class Memory:
    """The days, months and years told before, by the sentence that told them.

    Attributes:
        now: The report's own day; None when the report has none.
        narrative: A telling of past events, where a date takes the year told before.
        last: The latest of them, of any size; `last_day` the latest day.
        partial: Month and day whose year is not known.
        day_here: The value of a day told in sentence `here`.
        aside: Where one distant year led, until a second one moves the telling there.
        weekdays: The day meant when a day of the week was named last.
    """

    now: date | None
    narrative: bool = False
    sentence: int = 0
    last: Point | None = None
    last_day: Point | None = None
    day_sentence: int = -99
    last_sentence: int = -99
    partial: tuple[int, int] | None = None
    partial_sentence: int = -99
    day_here: str = ""
    here: int = -1
    aside: int = 0
    weekdays: dict[int, date] = field(default_factory=dict)

    def base(self, e: Expression) -> tuple[date | None, str]:
        """The day that an expression counts from, and what it is: `now` or `text`."""
        of_a_day = e.shape == "deictic" and e.unit == "D"
        if of_a_day and e.part in {"earlier", "later"} and (day := self.text_day()):
            return day, "text"  # "earlier in the day": the day spoken of
        if e.base == "now" and not self.narrative:
            return self.now, "now"
        if e.unit in {"D", "W", "WE", "N"}:
            day = self.text_day()
            return day, "text"
        if self.last and self.last.earliest:
            near = self.narrative or self.sentence - self.last_sentence <= 1
            if near:
                return self.last.earliest, "text"
        # "from a year earlier" in a report of figures: a year before the report.
        if self.narrative or (e.shape == "shift" and e.way == 1):
            return None, ""
        return self.now, "now"

    def text_day(self) -> date | None:
        """The day spoken of last, while it is near enough."""
        if self.last_day is None or self.sentence - self.day_sentence > NEAR * (
            3 if self.narrative else 1
        ):
            return None
        return self.last_day.earliest

    def remember(self, point: Point) -> None:
        """Note what was spoken of."""
        if self.narrative and point.grain == "Y" and point.earliest:
            told = self.last.earliest if self.last else None
            far = told is not None and abs(told.year - point.earliest.year) > _ASIDE
            if far and self.aside != point.earliest.year // _ASIDE:
                # One distant year is an aside; a second one near it moves the telling.
                self.aside = point.earliest.year // _ASIDE
                return
        self.last, self.last_sentence = point, self.sentence
        if point.grain == "D":
            self.last_day, self.day_sentence = point, self.sentence
            self.day_here, self.here = point.value, self.sentence
        elif point.grain in {"MO", "Y"} and self.narrative:
            self.last_day = None
