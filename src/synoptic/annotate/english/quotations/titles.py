"""Names of programmes in quotation marks, which nobody said: on “Harbour Today”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.text.quoted import Quoted

_BEFORE = re.compile(r"(?:\b(?:on|told|tells|telling)|[’']s)(?:\s+the)?\s+\Z")
_THE = re.compile(r"\bthe\s+\Z")
_KIND = re.compile(r"\s+(?:programme|program|show|podcast)\b")
_THAT = re.compile(r"(?:\s+(?:programme|program|show|podcast))?,?\s+that\s+")
_MARKS = "\"“”„‘’'`«»″‟.,"
_SMALL = frozenset("of the and on in with for to a an at this".split())
_LOOKED_BACK = 16
_LONGEST = 8


def titles_among(text: str, quoted: Iterable[Quoted]) -> list[Quoted]:
    """The quoted stretches that name a programme.

    Every word but small ones has a capital, and "on", "told" or an owner stands right
    before; a single word needs "programme" behind it.
    """
    return [stretch for stretch in quoted if _is_title(text, stretch)]


def _is_title(text: str, stretch: Quoted) -> bool:
    span = stretch.span
    words = [w.strip(_MARKS) for w in text[span.start : span.end].split()]
    named = all(w[:1].isupper() or w in _SMALL for w in words if w)
    if not named or not 0 < len(words) <= _LONGEST or not words[0][:1].isupper():
        return False
    before = text[max(0, span.start - _LOOKED_BACK) : span.start]
    if stretch.carried:  # its mark was left on the line before
        before = before.rstrip(_MARKS + " \n") + " "
    if _KIND.match(text, span.end):
        return bool(_THE.search(before) or _BEFORE.search(before))
    return len(words) > 1 and bool(_BEFORE.search(before))


def behind_titles(
    text: str, cues: Iterable[Cue], titles: Sequence[Quoted]
) -> list[Cue]:
    """The cues, with what each reports beginning behind the programme it was told."""
    return [_behind(text, cue, titles) for cue in cues]


def _behind(text: str, cue: Cue, titles: Sequence[Quoted]) -> Cue:
    content = []
    for span in cue.content:
        kept: Span | None = span
        for title in titles:
            told_first = cue.span.end <= title.span.start < span.start + _LOOKED_BACK
            if not told_first or title.span.end <= span.start:
                continue
            that = _THAT.match(text, title.span.end)
            if title.span.start < span.end:
                inside = that is not None and that.end() < span.end
                kept = Span(that.end(), span.end) if that and inside else None
        if kept is not None:
            content.append(kept)
    return replace(cue, content=tuple(content)) if cue.content else cue
