"""Later versions of one report, told by the marks that desks put on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.text.headlines import version_marks

if TYPE_CHECKING:
    from synoptic.model import Report

_WORDS = re.compile(r"\w+")
_SAME_HEADLINE = 0.8
"""Part of the words of the longer headline that the other must have, marks left out."""


def is_later(first: Report, second: Report) -> bool:
    """Whether the second says that it is a later version of the first.

    It has a higher or one more mark at the head ("CORRECTED", "UPDATE 2", "3rd LEAD")
    than the first, nearly the same headline behind it or the same byline (the news
    itself may have moved on), the same outlet and the same credits.

    Args:
        first: May be the earlier version.
        second: May be the later one.
    """
    if first.outlet != second.outlet or first.credits != second.credits:
        return False
    before, old = _parted(first.headline or "")
    after, new = _parted(second.headline or "")
    if not old or not new or after == before:
        return False
    shared = len(set(old) & set(new)) / max(len(set(old)), len(set(new)))
    signed = first.byline is not None and first.byline == second.byline
    return (shared >= _SAME_HEADLINE or signed) and _rank(before) < _rank(after)


def _parted(headline: str) -> tuple[str, list[str]]:
    """The marks at the head of a headline, and the words behind them."""
    marks, words = version_marks(headline)
    return marks.casefold(), _WORDS.findall(words.casefold())


def _rank(marks: str) -> tuple[int, int]:
    """Later versions have higher numbers, or more marks."""
    numbers = [int(n) for n in re.findall(r"\d+", marks)]
    return max(numbers, default=0), len(_WORDS.findall(marks))
