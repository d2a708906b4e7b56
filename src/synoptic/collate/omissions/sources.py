"""Who is said to say the words of a passage, where the passage itself tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.collate.omissions.marks import ANY_SOURCE, SOURCE_BEFORE
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.omissions.texts import Told

_ACCORDING = re.compile(
    r"\baccording to ((?:[^\W_]|[ '’.-]){3,100}?)(?=[,;:\n”\"–—(]|\.\s|\.$)"
)
_NAME = re.compile(r"\b[^\W\d_][\w’'-]{2,}")
_MARK = re.compile("[“”„«»\"]|``|''")
_TO_DO = re.compile(r"\s+(?:not )?to\s")
_BEFORE_CHARS = 1500  # a sentence may leave its source to the ones before it
_MOST_OF = 0.5  # of the shared words must be what is said
_FAR_CHARS = 30  # between speaker and cue


def source_of(told: Told, spans: Sequence[Span]) -> Span | None:
    """The words that say who says so: "according to ...", or speaker and cue.

    Args:
        told: The report.
        spans: The passage.

    Returns:
        Where they stand, inside the sentences of the passage; None: nowhere.
    """
    for span in spans:
        sentence = told.sentence_at(span.start)
        if sentence is None:
            continue
        match = _ACCORDING.search(told.report.text, *sentence)
        if match:
            return Span(*match.span())
        for quotation in told.known.quotations or ():
            speaker, cue = quotation.speaker.span, quotation.cue
            if speaker is None or cue is None:
                continue
            inside = sum(
                max(0, min(c.end, span.end) - max(c.start, span.start))
                for c in quotation.content
            )
            near = speaker.within(sentence) and cue.within(sentence)
            if _TO_DO.match(told.report.text, cue.end):
                continue  # "the council agreed to sell": a deed, and nobody's word
            if _MARK.search(told.report.text, *sentence):
                continue  # words in marks are set beside each other elsewhere
            if near and inside >= _MOST_OF * (span.end - span.start):
                return _hull(speaker, cue)
    return None


def is_bare(told: Told, spans: Sequence[Span], who: str) -> bool:
    """Whether a report prints a passage as its own words, in sight of no source.

    Args:
        told: The report.
        spans: The passage.
        who: The words that say who says so elsewhere.
    """
    text = told.report.text
    names = [w.casefold() for w in _NAME.findall(who) if w[0].isupper()]
    outlet = (told.report.outlet or "").casefold()
    if any(name in outlet for name in names):
        return False  # the source that others name is this very report
    for span in spans:
        sentence = told.sentence_at(span.start) or span
        block = next((b.span for b in told.report.blocks if span.within(b.span)), span)
        if ANY_SOURCE.search(text, *sentence) or ANY_SOURCE.search(text, *block):
            return False
        before = told.around(span, after=0)
        if SOURCE_BEFORE.search(text, *before):
            return False
        near = text[max(0, span.start - _BEFORE_CHARS) : span.end].casefold()
        if any(name in near for name in names):
            return False
    return not is_quoted(told, spans)


def names_outlet(told: Told, other: Told) -> bool:
    """Whether a report names the outlet of another one."""
    outlet = other.report.outlet
    return bool(outlet) and str(outlet).casefold() in told.report.text.casefold()


def is_quoted(told: Told, spans: Sequence[Span]) -> bool:
    """Whether some of the words are reported as somebody's, or stand in marks."""
    if any(_MARK.search(told.report.text, *span) for span in spans):
        return True
    return any(
        part.overlaps(span)
        for quotation in told.known.quotations or ()
        for part in quotation.content
        for span in spans
    )


def _hull(speaker: Span, cue: Span) -> Span:
    whole = Span(min(speaker.start, cue.start), max(speaker.end, cue.end))
    gap = (whole.end - whole.start) - (speaker.end - speaker.start)
    gap -= cue.end - cue.start
    return whole if gap <= _FAR_CHARS else speaker
