"""Who bears a description by which another report names somebody.

Where one report has "Kane's chief aide" and another "Ruth Kane's chief aide, Tom Vell",
both mean Tom Vell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.entities import Entities
    from synoptic.model import Annotations, Report

_INDEFINITE = re.compile(
    r"(?:an?|one|another|some|many|most|several|other|his|her|its|their|our|my)\s",
    re.IGNORECASE,
)
_AN = re.compile(r"\b(?:an?|one|another|other)\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_BEFORE = re.compile(r",? ")
_BEHIND = re.compile(r", (?:the )?$", re.IGNORECASE)
_MARK = re.compile("[’']")
_PLURAL = re.compile(r"[^s’']s$")
_REACH = 6


class Bearers:
    """Looks up in all reports of a story who is told to be what."""

    def __init__(
        self,
        reports: Sequence[Report],
        annotations: Sequence[Annotations],
        entities: Entities,
    ) -> None:
        self._texts = [report.text for report in reports]
        self._starts: list[dict[int, str]] = []
        self._ends: list[dict[int, str]] = []
        for report, notes in zip(reports, annotations, strict=True):
            people = [
                (name.span, key)
                for name in notes.names or ()
                if name.kind == "person" and name.entity is not None
                if (key := entities.by_name.get((report.id, name.entity)))
            ]
            self._starts.append({span.start: key for span, key in people})
            self._ends.append({span.end: key for span, key in people})
        self._known: dict[str, str | None] = {}

    def of(self, description: str) -> str | None:
        """Id of the one person told to be so; None: nobody, several, or it is loose."""
        words = " ".join(description.split())
        if _INDEFINITE.match(words) or _PLURAL.search(words):
            return None
        words = _ARTICLE.sub("", words)
        if " " not in words:
            return None
        if words not in self._known:
            found = set(self._bearers(words))
            self._known[words] = found.pop() if len(found) == 1 else None
        return self._known[words]

    def _bearers(self, words: str) -> Iterator[str]:
        parts = [_MARK.sub("[’']", re.escape(word)) for word in words.split()]
        whole = r"\s+".join(parts)
        printed = re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)
        for text, starts, ends in zip(
            self._texts, self._starts, self._ends, strict=True
        ):
            for match in printed.finditer(text):
                gap = _BEFORE.match(text, match.end())
                lead = text[max(0, match.start() - _REACH) : match.start()]
                if gap is not None and gap.end() in starts and not _AN.search(lead):
                    yield starts[gap.end()]
                behind = _BEHIND.search(lead)
                if behind is not None:
                    end = match.start() - (len(lead) - behind.start())
                    if end in ends:
                        yield ends[end]
