"""The clause in which a date stands: what happened then."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.model import Annotations, Report

# Where one clause of a sentence ends and another with its own verb may begin.
_BREAK = re.compile(
    r"[;:]\s|\s[—–-]\s|,\s(?=(?:and|but|while|after|before|which|who)\s)"
)
_SHORTEST_WORDS = 4


def clause_at(report: Report, known: Annotations, span: Span) -> Span:
    """The part of a sentence around a date, cut at its breaks; else the sentence."""
    starts = known.sentences
    n = bisect_right(starts, span.start, key=lambda s: s.start) - 1
    if n < 0:
        return span
    sentence = starts[n]
    first, last = sentence.start, sentence.end
    for found in _BREAK.finditer(report.text, sentence.start, sentence.end):
        if found.end() <= span.start:
            first = found.end()
        elif found.start() >= span.end:
            last = found.start()
            break
    clause = Span(first, last)
    if len(report.quote(clause).split()) < _SHORTEST_WORDS:
        return sentence
    return clause
