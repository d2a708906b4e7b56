"""Cut a passage's words where they differ from the report it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.model import Span
from synoptic.present.shown import EditView, PieceView
from synoptic.present.wording import edit_sentence, same_letters
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from synoptic.model import Edit, EditClass, Link, Report
    from synoptic.present.shown import PieceMark


class Words:
    """Where the words of one report's text lie."""

    def __init__(self, text: str) -> None:
        tokens = tokenize(text)
        self.start: NDArray[np.int32] = tokens.start
        self.end: NDArray[np.int32] = tokens.end
        self._norm = tokens.norm

    def count(self, span: Span) -> int:
        """How many words start inside a span."""
        first, last = np.searchsorted(self.start, (span.start, span.end))
        return int(last - first)

    def are_in(self, passage: Span, other: Span) -> bool:
        """Whether another span has all words of a passage in one run, by normal form.

        Case, marks and spacing count for nothing; a passage without words is in none.
        """
        words, there = self._norms(passage), self._norms(other)
        n = len(words)
        starts = range(len(there) - n + 1)
        return n > 0 and any(there[i : i + n] == words for i in starts)

    def _norms(self, span: Span) -> tuple[str, ...]:
        first, last = np.searchsorted(self.start, (span.start, span.end))
        return self._norm[int(first) : int(last)]

    def outside(self, passage: Span, spans: Sequence[Span]) -> list[Span]:
        """The stretches of a passage whose words lie in none of `spans`."""
        if any(passage.within(span) for span in spans):
            return []
        stretches: list[Span] = []
        after_gap = True
        first, last = np.searchsorted(self.start, (passage.start, passage.end))
        for i in range(int(first), int(last)):
            word = Span(int(self.start[i]), min(int(self.end[i]), passage.end))
            if any(word.overlaps(span) for span in spans):
                after_gap = True
            elif after_gap:
                stretches.append(word)
                after_gap = False
            else:
                stretches[-1] = Span(stretches[-1].start, word.end)
        return stretches

    def ends_without(
        self, spans: Iterable[Span], left_out: Sequence[Span]
    ) -> list[tuple[int, int]]:
        """Start and end of each word in `spans` that touches none of `left_out`."""
        kept = []
        for span in spans:
            first, last = np.searchsorted(self.start, (span.start, span.end))
            for i in range(int(first), int(last)):
                word = Span(int(self.start[i]), int(self.end[i]))
                if not any(word.overlaps(other) for other in left_out):
                    kept.append((word.start, word.end))
        return kept


@dataclass(frozen=True, slots=True)
class Difference:
    """One edit seen from one side of a link."""

    own: Span | None
    other: Span | None
    mark: PieceMark
    cls: EditClass


@dataclass(frozen=True, slots=True)
class Seen:
    """A link seen from one of its two reports."""

    own: Report
    other: Report
    own_spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]
    differences: tuple[Difference, ...]


def seen_from(link: Link, own: Report, other: Report) -> Seen:
    """The link as `own` sees it; `own` is one of its two reports."""
    first = link.a == own.id
    return Seen(
        own,
        other,
        link.a_spans if first else link.b_spans,
        link.b_spans if first else link.a_spans,
        tuple(_difference(edit, own, other, first=first) for edit in link.edits),
    )


def _difference(edit: Edit, own: Report, other: Report, *, first: bool) -> Difference:
    here, there = (edit.a, edit.b) if first else (edit.b, edit.a)
    mark: PieceMark = "differs"
    if edit.kind == "style":
        mark = "style"
        if here is not None and there is not None:
            alike = same_letters(own.quote(here), other.quote(there))
            mark = "style" if alike else "spelling"
    elif edit.op == "move":
        mark = "moved"
    elif there is None:
        mark = "only"
    elif here is None:
        mark = "gap"
    return Difference(here, there, mark, edit.kind)


def pieces(
    seen: Seen, passage: Span, own: Words, other: Words
) -> tuple[PieceView, ...]:
    """The passage's words in order, cut at its differences.

    Joined, the pieces' texts are the passage's text.
    """
    marks = [
        (*stretch, Difference(stretch, None, "only", "wording"))
        for stretch in own.outside(passage, seen.own_spans)
    ]
    for difference in seen.differences:
        if difference.own is not None:
            start = max(difference.own.start, passage.start)
            end = min(difference.own.end, passage.end)
            if start < end:
                marks.append((start, end, difference))
        elif difference.mark == "gap":
            at = _place(seen, difference, own, other)
            if passage.start <= at <= passage.end:
                marks.append((at, at, difference))
    marks.sort(key=lambda mark: mark[:2])
    text, found, cursor = seen.own.text, [], passage.start
    for start, end, difference in marks:
        if start < cursor:
            continue
        if cursor < start:
            found.append(plain_piece(text[cursor:start]))
        there = difference.other
        found.append(
            PieceView(
                text=text[start:end],
                mark=difference.mark,
                other="" if there is None else seen.other.quote(there),
                cls=difference.cls,
            )
        )
        cursor = end
    if cursor < passage.end:
        found.append(plain_piece(text[cursor : passage.end]))
    return tuple(found)


def plain_piece(text: str) -> PieceView:
    """Words that are in both reports, or that were not compared."""
    return PieceView(text=text, mark=None, other="", cls=None)


def _place(seen: Seen, gap: Difference, own: Words, other: Words) -> int:
    """Where the other report's extra words would stand: after the last shared word."""
    ours = [d.own for d in seen.differences if d.own is not None]
    theirs = [d.other for d in seen.differences if d.other is not None]
    shared_here = own.ends_without(seen.own_spans, ours)
    shared_there = other.ends_without(seen.other_spans, theirs)
    assert gap.other is not None  # noqa: S101 -- a gap is what only the other has
    before = sum(start < gap.other.start for start, _ in shared_there)
    if before == 0 or not shared_here:
        return seen.own_spans[0].start
    return shared_here[min(before, len(shared_here)) - 1][1]


def edit_view(
    edit: Edit, a: Report, b: Report, sigla: tuple[str, str], n_readings: int
) -> EditView:
    """One word difference of a link, with both reports' words.

    Args:
        edit: The difference.
        a: The report whose words stand first.
        b: The other report.
        sigla: Their labels.
        n_readings: How many reports have the passage.
    """
    words_a = "" if edit.a is None else a.quote(edit.a)
    words_b = "" if edit.b is None else b.quote(edit.b)
    sentence = edit_sentence(
        sigla[0], words_a, sigla[1:], words_b, n_readings=n_readings
    )
    if edit.op == "move":
        sentence = f"in another place: {sentence}"
    elif edit.kind == "style":
        sentence = f"{sentence} (spelling)"
    return EditView(op=edit.op, cls=edit.kind, a=words_a, b=words_b, sentence=sentence)
