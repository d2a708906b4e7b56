"""Which quotation a place in a report stands in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from synoptic.model import Quotation, Span


class Spoken:
    """The quoted words of one report.

    `inner` are the ids of what is told inside other quotations.
    """

    def __init__(self, quotations: Sequence[Quotation], inner: Container[str]) -> None:
        contents = [
            (span, q) for q in quotations for span in q.content if q.block != "caption"
        ]
        self._contents = sorted(contents, key=lambda c: c[0])
        self._starts = [span.start for span, _ in self._contents]
        self._inner = inner

    def in_direct(self, offset: int) -> bool:
        """Whether somebody is quoted with the words at an offset."""
        quotation = self.outer_at(offset)
        return quotation is not None and quotation.kind == "direct"

    def outer_at(self, offset: int) -> Quotation | None:
        """The quotation an offset stands in, not what is told inside it.

        Who is cited inside it in so many words does say "I" and "we" for himself.
        """
        return self.quotation_at(offset, inner=False)

    def cited_at(self, offset: int) -> Span | None:
        """The words at an offset that a speaker has somebody say; None: his own."""
        found = self.quotation_at(offset)
        if found is None or found.kind != "direct" or found.id not in self._inner:
            return None
        return found.content[0]

    def quotation_at(self, offset: int, *, inner: bool = True) -> Quotation | None:
        """The innermost quotation whose words an offset stands in."""
        found: tuple[tuple[bool, int], Quotation] | None = None
        place = bisect_right(self._starts, offset)
        for span, quotation in self._contents[max(0, place - 8) : place]:
            if span.start <= offset < span.end and (
                inner or quotation.kind == "direct" or quotation.id not in self._inner
            ):
                size = span.end - span.start
                rank = (_is_behind(quotation), size)
                if found is None or rank <= found[0]:
                    found = (rank, quotation)
        return found[1] if found else None


def _is_behind(quotation: Quotation) -> bool:
    """Whether the cue follows what it reports: "he said it, according to Lee"."""
    cue = quotation.cue
    if cue is None or quotation.kind != "indirect":
        return False
    return cue.start > quotation.content[0].start
