"""Cues of one sentence: where the words of one end and those of the next begin."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.quotations.cue import Cue

_AND_THAT = re.compile(r", (?:though|although|but|and|while|as)\b[^,]{0,20}$")
_AND = re.compile(r",? (?:but|and)\b(?: \w+)?\s*$")
_AND_MORE = re.compile(r",? (?:and|but) that\b")
_STOP = re.compile(r"[.;!?](?=\s|$|[”\"])|\n")
_ASIDE = re.compile(
    r", (?:which|who|whom|whose|where|when|while|though|although|a|an)\s| [-–—]+ "
)
_LEAST_SAID = 3


def unchained(text: str, cues: Sequence[Cue]) -> Iterator[Cue]:
    """End a clause where the speaker's next cue begins: "said it rains, adding ..."."""
    speakers = {place: cue.speaker for place, cue in enumerate(cues)}
    for place, cue in enumerate(cues):
        content = cue.content
        for further, other in enumerate(cues[place + 1 :], place + 1):
            if other.sentence != cue.sentence:
                break
            if not content or not other.span.within(content[-1]):
                continue
            cut = _joint(text, content[-1], cue, other)
            if cut is None:
                continue
            if not other.own:
                speakers[further] = speakers[place]
            while not text[cut - 1].isalnum() and text[cut - 1] not in "\"”’'":
                cut -= 1
            if cut > content[-1].start:
                content = (*content[:-1], Span(content[-1].start, cut))
        yield replace(cue, content=content, speaker=speakers[place])


def _joint(text: str, content: Span, cue: Cue, other: Cue) -> int | None:
    """Where the words of the second cue begin, when it is the same speaker's."""
    if other.trailing:
        return other.span.start
    if other.own:
        found = _AND_THAT.search(text, content.start, other.whole.start)
        return found.start() if found else None
    found = _AND.search(text, content.start, other.span.start)
    alike = (
        text[cue.span.end - 2 : cue.span.end]
        == (text[other.span.end - 2 : other.span.end])
    )
    return found.start() if found and alike and other.sure else None


def without_asides(text: str, cue: Cue, quoted: Sequence[Span]) -> Cue:
    """The cue with the clause that was said: the reporter's asides are cut.

    What hangs on its end as "..., which lies in the north" is the reporter's as a rule
    (so in PolNeAR); "and that ..." behind it is the speaker's still.
    """
    if not cue.content or cue.content[-1].start < cue.span.end:
        return cue
    last = cue.content[-1]
    more = _AND_MORE.match(text, last.end)
    if more:
        end = _STOP.search(text, more.end())
        last = Span(last.start, end.start() if end else last.end)
    asides = list(_ASIDE.finditer(text, last.start, last.end))
    if asides:
        aside = asides[-1]
        far = text[last.start : aside.start()].count(" ") >= _LEAST_SAID
        alone = "," not in text[aside.end() : last.end]
        spoken = any(aside.start() < q.end and q.start < last.end for q in quoted)
        if far and alone and not spoken:
            last = Span(last.start, aside.start())
    return replace(cue, content=(*cue.content[:-1], last))
