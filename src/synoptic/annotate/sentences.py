"""The sentences of a report: cut inside its blocks, never across them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.text.split import split_sentences

if TYPE_CHECKING:
    from synoptic.model import Report, Span


def sentences_of(report: Report) -> tuple[Span, ...]:
    """The sentences of headline, subheadline, body and crossheads, in order."""
    return tuple(
        sentence
        for block in report.spans_of("headline", "subheadline", "body", "crosshead")
        for sentence in split_sentences(report.text, block.start, block.end)
    )
