"""Whether two dates of aligned passages name the same time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.collate.comparisons.slots import Slot
    from synoptic.collate.dating import Days
    from synoptic.model import DateMention, Link, Verdict

    DatePair = tuple[Slot[DateMention], Slot[DateMention], Verdict, str]

_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-\d")


def judge_dates(
    a: Slot[DateMention],
    b: Slot[DateMention],
    days: tuple[Days, Days],
    printed: tuple[str, str],
) -> tuple[Verdict, str]:
    """Whether two dates can be the same time, and why."""
    left, right = days
    borrowed = left.year_from or right.year_from
    if left.earliest and left.latest and right.earliest and right.latest:
        meets = left.earliest <= right.latest and right.earliest <= left.latest
        same_words = printed[0].casefold() == printed[1].casefold()
        if meets:
            exact = (left.earliest, left.latest) == (right.earliest, right.latest)
            one_day = exact and left.earliest == left.latest
            reason = "same day" if one_day else "same time" if exact else "one fits"
            lent = ", the year taken from another report" if borrowed else ""
            return "agree", reason + lent
        if same_words:
            return "undecided", "the same words, printed on different days"
        return "conflict", "different days"
    for here, there in ((a, right), (b, left)):
        weekday = _WEEKDAY.match(here.mention.value)
        if weekday and there.earliest and there.earliest == there.latest:
            if there.earliest.isoweekday() == int(weekday[1]):
                return "agree", "that day was one"
            return "undecided", "the week is not told"
    if a.mention.value == b.mention.value and not a.mention.value.endswith("_REF"):
        return "agree", "the same words"
    return "undecided", "one of them is not dated"


def pair_dates(
    link: Link,
    inside: tuple[Sequence[Slot[DateMention]], Sequence[Slot[DateMention]]],
    days: Mapping[tuple[str, str], Days],
    texts: tuple[str, str],
) -> list[DatePair]:
    """Pairs of dates inside two aligned passages.

    A differing pair is kept only when each passage names one day and the words beside
    the two, right beside them too, are partly the same: a day on which a court ruled is
    not the day until which it did.
    """
    left = [s for s in inside[0] if _is_told(s.mention)]
    right = [s for s in inside[1] if _is_told(s.mention)]
    options = []
    for a in left:
        for b in right:
            verdict, reason = judge_dates(
                a,
                b,
                (days[link.a, a.mention.id], days[link.b, b.mention.id]),
                (_printed(texts[0], a), _printed(texts[1], b)),
            )
            options.append((a, b, verdict, reason))
    pairs: list[DatePair] = []
    for a, b, verdict, reason in sorted(
        options, key=lambda o: (-len(o[0].near & o[1].near), o[0].mention.span)
    ):
        loose = reason.startswith("one fits") and not a.near & b.near
        if verdict == "agree" and not loose and a in left and b in right:
            pairs.append((a, b, verdict, reason))
            left.remove(a)
            right.remove(b)
    left = [s for s in left if _DAY.match(s.mention.value)]
    right = [s for s in right if _DAY.match(s.mention.value)]
    if len(left) == len(right) == 1 and not pairs:
        for a, b, verdict, reason in options:
            told = len(a.near & b.near) >= 2 and bool(a.close & b.close)
            if a is left[0] and b is right[0] and told:
                pairs.append((a, b, verdict, reason))
    return pairs


def _is_told(mention: DateMention) -> bool:
    return mention.type in {"DATE", "TIME"} and not mention.value.endswith("_REF")


def _printed(text: str, slot: Slot[DateMention]) -> str:
    return text[slot.mention.span.start : slot.mention.span.end]
