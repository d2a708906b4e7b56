"""Who tells of another's stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.annotate.english.statements.holders.find import Holders
    from synoptic.model import Quotation, Speaker

# thanking for it only names the deed; clauses inside are the report's words
_NAMES_ONLY = ("praised", "accused")


class Tellers:
    """Tells apart who holds a stance and who says so, in one report.

    `inner` are the quotations inside others, by id, each with the one around it.
    """

    def __init__(
        self, inner: Mapping[str, tuple[Quotation, Quotation]], holders: Holders
    ) -> None:
        self._inner = inner
        self._holders = holders

    def of(
        self, own: Quotation | None, holder: Speaker
    ) -> tuple[Speaker | None, Span | None]:
        """Who tells of another's stand, and the words that say so."""
        if own is None or own.act in _NAMES_ONLY:
            return None, None
        frame = self._inner[own.id][1] if own.id in self._inner else own
        speakers = [frame.speaker, *self._holders.speakers_of(frame)]
        if any(is_same(speaker, holder) for speaker in speakers):
            return None, None
        known = (s for s in speakers if s.entity is not None)
        return next(known, frame.speaker), _source(frame)


def is_same(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers are one, by name or by the words that name them."""
    if a.entity is not None and b.entity is not None:
        return a.entity == b.entity
    if a.entity is not None or b.entity is not None:
        return False
    return a.span is not None and b.span is not None and a.span.overlaps(b.span)


def _source(quotation: Quotation) -> Span | None:
    """The words that say where the report has it from."""
    parts = [p for p in (quotation.cue, quotation.speaker.span) if p is not None]
    if not parts or quotation.cue is None:
        return None
    return Span(min(p.start for p in parts), max(p.end for p in parts))
