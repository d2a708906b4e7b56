"""Quotations cut into sentences, the pieces in which their prints are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.utterances.words import Words, words_of
from synoptic.model import Span
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Annotations, Quotation, Report


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A sentence of a quotation, or what of it stands in the quotation.

    Attributes:
        report: Place of the report among the reports.
        quotation: The quotation it is of.
        order: Place among the pieces of its report.
        sentence: The sentence it stands in.
        words: All its words.
        inside: For each word whether it stands inside quotation marks.
        stretch: The quoted stretch of its first word inside marks; None: none is.
        named: Forms of its words that begin with a capital where no sentence does.
    """

    report: int
    quotation: Quotation
    order: int
    sentence: int
    words: Words
    inside: tuple[bool, ...]
    stretch: int | None
    named: frozenset[str]

    @property
    def quoted(self) -> bool:
        """Whether words of it stand inside quotation marks."""
        return self.stretch is not None


def pieces_of(
    place: int, report: Report, annotations: Annotations, *, record: bool = False
) -> Iterator[Piece]:
    """Yield the pieces of a report's quotations, in order of the text.

    Of a record all words count as inside marks, and all of it as one stretch.

    Of two quotations one inside the other ("he said Putin said ...") both give
    their pieces.
    """
    marks = [
        q.span
        for q in find_quoted(
            report.text,
            report.spans_of("headline", "subheadline", "body", "crosshead", "caption"),
        )
    ]
    order = 0
    for quotation in annotations.quotations or ():
        parts: dict[int, list[Span]] = {}
        for span in quotation.content:
            for sentence, part in _by_sentence(span, annotations.sentences):
                # a cue may split a sentence: "“We can,” she said, “do more.”"
                parts.setdefault(sentence, []).append(part)
        for sentence, spans in parts.items():
            words = words_of(report.text, spans)
            if not words.forms:
                continue
            within = [0 if record else _mark(w, marks) for w in words.spans]
            yield Piece(
                report=place,
                quotation=quotation,
                order=order,
                sentence=sentence,
                words=words,
                inside=tuple(m is not None for m in within),
                stretch=next((m for m in within if m is not None), None),
                named=frozenset(
                    form
                    for form, span in zip(words.forms[1:], words.spans[1:], strict=True)
                    if report.text[span.start].isupper()
                ),
            )
            order += 1


def _by_sentence(span: Span, sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    for number, sentence in enumerate(sentences):
        if sentence.overlaps(span):
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            yield number, Span(start, end)


def _mark(word: Span, marks: Sequence[Span]) -> int | None:
    for number, mark in enumerate(marks):
        if mark.start <= word.start < mark.end:
            return number
    return None
