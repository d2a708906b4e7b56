"""How long something has gone on, beside the date on which it began elsewhere.

"For seven months" in a report of March fits "last August" in another.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from synoptic.collate.comparisons.groups import Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.collate.comparisons.slots import Slot
    from synoptic.collate.dating import Days
    from synoptic.model import DateMention, Report

_GOING_ON = re.compile(
    r"(?:\b(?:has|have)\b|’s|’ve|'s|'ve)\b[^.;:,]{0,60}?\bbeen\b[^.;:,]{0,60}"
    r"\bfor(?: (?:nearly|almost|about|around|more than|over|some|the past|the last))?"
    r"\s+\Z"
)
"""The words before a length of time that still runs when the report is written."""
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_SHORTEST = 14.0
_COARSEST = timedelta(days=31)
_NAMES_IN_COMMON = 2


class _Beginning(NamedTuple):
    """When something that still goes on began, as a report's length of time tells."""

    slot: Slot[DateMention]
    earliest: date
    latest: date


def pair_lasting(
    reports: Sequence[Report],
    slots: Sequence[Sequence[Slot[DateMention]]],
    days: Mapping[tuple[str, str], Days],
) -> list[Edge]:
    """Lengths of time beside the date in another report on which they began.

    The two sentences need two names in common, and neither may have a second partner
    in the other report.

    Args:
        reports: In the order of the collation.
        slots: The dates of each report.
        days: What each date covers.
    """
    edges: list[Edge] = []
    for a, report in enumerate(reports):
        begun = list(_beginnings(report, slots[a], days))
        for b, other in enumerate(reports):
            if a == b or not begun:
                continue
            pairs = [
                (each.slot, slot)
                for each in begun
                for slot in slots[b]
                if _fits(each, slot, days[other.id, slot.mention.id])
            ]
            edges.extend(
                Edge((a, one.mention.id), (b, two.mention.id), "agree", "one fits")
                for one, two in pairs
                if sum(p[0] is one or p[1] is two for p in pairs) == 1
            )
    return edges


def _beginnings(
    report: Report,
    slots: Iterable[Slot[DateMention]],
    days: Mapping[tuple[str, str], Days],
) -> Iterable[_Beginning]:
    slots = list(slots)
    told = _day_of_telling(report, slots, days)
    for slot in slots if told else ():
        length = _LENGTH.fullmatch(slot.mention.value)
        before = report.text[slot.sentence.start : slot.mention.span.start]
        if length is None or told is None or not _GOING_ON.search(before):
            continue
        unit = _DAYS[length[2]]
        lasted = float(length[1]) * unit
        if lasted >= _SHORTEST:
            half = timedelta(days=unit / 2)
            start = told - timedelta(days=lasted)
            yield _Beginning(slot, start - half, start + half)


def _day_of_telling(
    report: Report,
    slots: Iterable[Slot[DateMention]],
    days: Mapping[tuple[str, str], Days],
) -> date | None:
    """The day on which a report was written, else the last single day it tells of."""
    found = [days[report.id, slot.mention.id] for slot in slots]
    single = [d.earliest for d in found if d.earliest and d.earliest == d.latest]
    if _FULL_DAY.match(report.published_at or ""):
        return date.fromisoformat(str(report.published_at)[:10])
    return max(single, default=None)


def _fits(begun: _Beginning, slot: Slot[DateMention], there: Days) -> bool:
    if slot.mention.type != "DATE" or not (there.earliest and there.latest):
        return False
    return (
        there.latest - there.earliest <= _COARSEST
        and begun.earliest <= there.latest
        and there.earliest <= begun.latest
        and len(begun.slot.names & slot.names) >= _NAMES_IN_COMMON
    )
