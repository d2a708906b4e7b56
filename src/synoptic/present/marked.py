"""Words of a report with some of them marked: the sentence that a line rests on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from synoptic.model import Span
from synoptic.present.shown import QuoteView, helped
from synoptic.present.wording import one_line, straight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from synoptic.model import Collation

    Quote = Callable[[str, Span], QuoteView]

RunMark = Literal["stance", "there", "first", "alone", "first-alone"]
_LONGEST: Final = 420  # characters; a longer sentence is cut around what it is about
_AROUND: Final = 140


@dataclass(frozen=True, slots=True)
class RunView:
    """Words in a row that are marked in one way, or not at all."""

    text: str = field(metadata=helped("The words as printed"))
    mark: RunMark | None = field(
        metadata=helped(
            "stance: they carry it; there: not in the report that is spoken of; first: "
            "the headline begins with them; alone: in this headline only; first-alone: "
            "both"
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedView(QuoteView):
    """Exact words of one report, some of them marked, with their address."""

    runs: tuple[RunView, ...] = field(
        metadata=helped("The words, cut where marks begin and end")
    )
    also: tuple[QuoteView, ...] = field(
        default=(), metadata=helped("Where other reports print the same words")
    )
    cut_before: bool = field(
        default=False, metadata=helped("Words of the sentence were left out before")
    )
    cut_after: bool = field(
        default=False, metadata=helped("Words of the sentence were left out after")
    )


class Sentences:
    """Finds and marks sentences of a story's reports.

    Args:
        collation: Its annotations say where sentences are.
        quote: The words at a span of a report, with their address.
    """

    def __init__(self, collation: Collation, quote: Quote) -> None:
        self._quote = quote
        self._of = {known.report: known.sentences for known in collation.annotations}

    def around(self, report: str, span: Span) -> Span:
        """The sentences that some words touch; the words where none is known."""
        sentences = self._of.get(report, ())
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        start, end = span.start, span.end
        for sentence in sentences[first:]:
            if not sentence.overlaps(span):
                break
            start, end = min(start, sentence.start), max(end, sentence.end)
        return Span(start, end)

    def marked(
        self, report: str, span: Span, marks: Sequence[Span], mark: RunMark
    ) -> MarkedView:
        """Words of a report, with some inside them marked in one way."""
        whole = span
        if span.end - span.start > _LONGEST and marks:
            span = self._window(report, span, marks)
        quote = self._quote(report, span)
        cuts = sorted(
            (max(m.start, span.start), min(m.end, span.end), mark)
            for m in marks
            if m.overlaps(span)
        )
        return MarkedView(
            siglum=quote.siglum,
            report=quote.report,
            text=quote.text,
            start=quote.start,
            end=quote.end,
            anchor=quote.anchor,
            runs=runs(
                quote.text, ((a - span.start, b - span.start, m) for a, b, m in cuts)
            ),
            cut_before=span.start > whole.start,
            cut_after=span.end < whole.end,
        )

    def _window(self, report: str, span: Span, marks: Sequence[Span]) -> Span:
        """The part of a long sentence around its marks, cut between words."""
        first = max(span.start, min(m.start for m in marks) - _AROUND)
        last = min(span.end, max(m.end for m in marks) + _AROUND)
        words = self._quote(report, span).text
        if first > span.start:
            first = span.start + words.find(" ", first - span.start) + 1
        if last < span.end:
            last = span.start + words.rfind(" ", 0, last - span.start)
        return Span(first, last)


def printed_once(words: Iterable[MarkedView]) -> tuple[MarkedView, ...]:
    """Each wording once, with every report that prints it, in order."""
    found: dict[str, MarkedView] = {}
    for each in words:
        key = straight(one_line(each.text)).casefold()
        known = found.setdefault(key, each)
        if each.siglum not in (place.siglum for place in (known, *known.also)):
            found[key] = replace(known, also=(*known.also, each))
    return tuple(found.values())


def runs(text: str, marks: Iterable[tuple[int, int, RunMark]]) -> tuple[RunView, ...]:
    """The text in runs, cut at marks in order; of two that overlap the first wins."""
    found: list[RunView] = []
    at = 0
    for start, end, mark in marks:
        if max(start, at) >= end:
            continue
        if start > at:
            found.append(RunView(text[at:start], None))
        found.append(RunView(text[max(start, at) : end], mark))
        at = end
    if at < len(text):
        found.append(RunView(text[at:], None))
    return tuple(found)
