"""Conditions and demands: the same one in several reports is one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from synoptic.present.shown_positions import TermView
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.model import Collation, Evidence, Span
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]


_NEARLY_ALL: Final = 0.8


class Terms:
    """Sets side by side what the reports print of one condition.

    Args:
        collation: Its units say which passages of two reports are one.
        quote: The words at a span of a report, with their address.
    """

    def __init__(self, collation: Collation, quote: Quote) -> None:
        self._quote = quote
        self._units: dict[str, list[tuple[Span, str]]] = {}
        for unit in collation.units:
            for reading in unit.readings:
                places = self._units.setdefault(reading.report, [])
                places += [(span, unit.id) for span in reading.spans]

    def of(self, places: Sequence[Evidence]) -> tuple[TermView, ...]:
        """One entry for each, in order; one reading of a report."""
        found: list[tuple[set[str], list[QuoteView]]] = []
        for place in places:
            words = self._quote(place.report, place.span)
            units = self._around(place)
            known = next((k for k in found if self._is_one(words, units, *k)), None)
            if known is None:
                found.append((units, [words]))
                continue
            known[0].update(units)
            _take_in(known[1], words)
        return tuple(TermView(readings=tuple(readings)) for _, readings in found)

    @staticmethod
    def _is_one(
        words: QuoteView, units: set[str], known: set[str], readings: list[QuoteView]
    ) -> bool:
        if any(_within(words, r) or _within(r, words) for r in readings):
            return True
        return bool(units & known) and all(r.report != words.report for r in readings)

    def _around(self, place: Evidence) -> set[str]:
        return {
            unit
            for span, unit in self._units.get(place.report, ())
            if span.overlaps(place.span)
        }


def _take_in(readings: list[QuoteView], words: QuoteView) -> None:
    """Of one report the fullest wording; of several each wording once."""
    for place, known in enumerate(readings):
        if known.report == words.report:
            if len(words.text) > len(known.text):
                readings[place] = words
            return
        if _key(known) == _key(words):
            return
    readings.append(words)


def _within(words: QuoteView, other: QuoteView) -> bool:
    """Whether nearly all of the words stand in the other wording too."""
    own, there = set(_key(words).split()), set(_key(other).split())
    return len(own & there) >= _NEARLY_ALL * len(own)


def _key(words: QuoteView) -> str:
    return one_line(words.text).casefold().removeprefix("that ")
