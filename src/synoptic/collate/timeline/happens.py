"""Which dates say when something happened, and which only stand in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.collate.dating import signs_a_post

if TYPE_CHECKING:
    from synoptic.model import Annotations, DateMention, Report, Span

_CLOCK = re.compile(r"T\d\d")
_DAY_WORD = re.compile(
    r"day\b|today|tonight|night|morning|evening|\b(?:mon|tues?|wed|thurs?|fri|sat|sun|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\d{4}|/",
    re.IGNORECASE,
)
_OF_THE_SPEAKER = re.compile(
    r"(?:earlier |later )?(?:today|tonight|yesterday|tomorrow|"
    r"this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:\b(?:Published|Updated|Posted|Modified|Last updated|UPDATED?|PUBLISHED|POSTED)"
    r"\b[\s:|]*(?:on |at )?)\Z"
)
_SET_BESIDE = re.compile(
    r"\b(?:from|than|to|with|versus|vs\.?)(?: about| around| nearly| just)?\s+\Z",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:coming|next|past|last) decade\Z", re.IGNORECASE)
_ANY = re.compile(
    r"\bany (?:other )?(?:time|moment|day|week|month|year|point)\s+(?:in\s+)?\Z"
)
_LOOKED_BACK = re.compile(r"(?:ago|earlier|before)\Z", re.IGNORECASE)
_LIFE_OPENS = re.compile(r"\((?:\d{4}\s?[-–—]\s?)?\Z")
_LIFE_ENDS = re.compile(r"\s?(?:[-–—]\s?(?:\d{4})?)?\)")


def tells_when(report: Report, known: Annotations, mention: DateMention) -> bool:
    """Whether a date says when something happened, so that it belongs in a timeline.

    Left out: a time of the day whose day is only guessed; "today" inside quotation
    marks, which is the speaker's; the date under an embedded post or of a stamp; years
    in brackets behind a name; "from a year earlier" and "at any time this year".
    """
    start, end = mention.span
    words = report.text[start:end]
    before = report.text[max(0, start - 60) : start]
    if _CLOCK.search(mention.value) and not _DAY_WORD.search(words):
        told = mention.anchor not in {"published_at", "dateline"}
        if not told or mention.earliest != mention.latest:
            return False
    if _OF_THE_SPEAKER.match(words) and _is_spoken(known, mention.span):
        return False
    if _DECADE.search(words) or _ANY.search(before):
        return False
    if _SET_BESIDE.search(before) and _LOOKED_BACK.search(words):
        return False
    if _LIFE_OPENS.search(before) and _LIFE_ENDS.match(report.text, end):
        return False
    return not (signs_a_post(report, mention) or _STAMP.search(before))


def _is_spoken(known: Annotations, span: Span) -> bool:
    """Whether words stand inside quotation marks that were found."""
    return any(
        span.within(part)
        for quotation in known.quotations or ()
        if quotation.kind == "direct"
        for part in quotation.content
    )
