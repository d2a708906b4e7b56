"""Conditions and demands: the same one in several reports is one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from synoptic.present.shown_positions import TermView
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

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
        """One entry for each, in order; of one report its fullest wording."""
        found: list[tuple[set[str], dict[int, QuoteView]]] = []
        fullest_first = sorted(
            enumerate(places), key=lambda p: p[1].span.start - p[1].span.end
        )
        for number, place in fullest_first:
            words, units = self._quote(place.report, place.span), self._around(place)
            for known, readings in found:
                if _is_one(words, readings.values(), shared=bool(units & known)):
                    known.update(units)
                    if all(r.report != words.report for r in readings.values()):
                        readings[number] = words
                    break
            else:
                found.append((units, {number: words}))
        entries = sorted([sorted(r.items()) for _, r in found], key=lambda e: e[0][0])
        return tuple(_by_wording([r for _, r in entry]) for entry in entries)

    def _around(self, place: Evidence) -> set[str]:
        return {
            unit
            for span, unit in self._units.get(place.report, ())
            if span.overlaps(place.span)
        }


def _by_wording(readings: Sequence[QuoteView]) -> TermView:
    wordings: dict[str, list[QuoteView]] = {}
    for reading in readings:
        wordings.setdefault(_key(reading), []).append(reading)
    return TermView(wordings=tuple(map(tuple, wordings.values())))


def _is_one(words: QuoteView, readings: Collection[QuoteView], *, shared: bool) -> bool:
    """Whether words are a further wording of a term, or a part of one."""
    if any(_within(words, reading) for reading in readings):
        return True
    return shared and all(reading.report != words.report for reading in readings)


def _within(words: QuoteView, other: QuoteView) -> bool:
    """Whether nearly all of the words stand in the other wording too."""
    own, there = set(_key(words).split()), set(_key(other).split())
    return len(own & there) >= _NEARLY_ALL * len(own)


def _key(words: QuoteView) -> str:
    return one_line(words.text).casefold().removeprefix("that ")
