"""The day a report speaks from: its publication time, else its dateline."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.scan import find_expressions
from synoptic.annotate.english.figures.lexer import lex

if TYPE_CHECKING:
    from synoptic.model import Report


def anchor_of(report: Report) -> tuple[date | None, str | None]:
    """The day relative expressions start from, and where it was taken from.

    Returns:
        The day and `published_at` or `dateline`; None twice when the report states
        neither. Captions, credits and biographies are never asked.
    """
    if report.published_at and (day := _iso_day(report.published_at)):
        return day, "published_at"
    for span in report.spans_of("dateline"):
        words = lex(report.text, span.start, span.end)
        for found in find_expressions(words):
            if found.shape == "day" and found.year and found.month and found.day:
                try:
                    return date(found.year, found.month, found.day), "dateline"
                except ValueError:
                    continue
    return None, None


def _iso_day(stated: str) -> date | None:
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None
