"""Cues of one sentence: where the words of one end and those of the next begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.annotate.english.tree import Tree

_AND_THAT = re.compile(r", (?:though|although|but|and|while|as)\b[^,]{0,20}$")
_AND = re.compile(r",? (?:but|and)\b(?: \w+)?\s*$")


def unchained(tree: Tree, cues: Sequence[Cue], quoted: Sequence[Span]) -> Iterator[Cue]:
    """End a clause where the speaker's next cue begins: "said it rains, adding ..."."""
    text = tree.text
    speakers = {place: cue.speaker for place, cue in enumerate(cues)}
    for place, cue in enumerate(cues):
        content = cue.content
        for further, other in enumerate(cues[place + 1 :], place + 1):
            if other.sentence != cue.sentence:
                break
            if not content or not other.span.within(content[-1]):
                continue
            told = other.sure or any(
                part.overlaps(mark) for part in other.content for mark in quoted
            )
            cut = _joint(tree, content[-1], cue, other, told=told)
            if cut is None:
                continue
            if not other.own:
                speakers[further] = speakers[place]
            while not text[cut - 1].isalnum() and text[cut - 1] not in "\"”’'":
                cut -= 1
            if cut > content[-1].start:
                content = (*content[:-1], Span(content[-1].start, cut))
        yield replace(cue, content=content, speaker=speakers[place])


def _joint(
    tree: Tree, content: Span, cue: Cue, other: Cue, *, told: bool
) -> int | None:
    """Where the words of the second cue begin, when it is the same speaker's."""
    text = tree.text
    if other.trailing:
        return other.span.start
    if other.own:
        found = _AND_THAT.search(text, content.start, other.whole.start)
        return found.start() if found else None
    found = _AND.search(text, content.start, other.span.start)
    alike = _tag(tree, cue) == _tag(tree, other)
    return found.start() if found and alike and told else None


def _tag(tree: Tree, cue: Cue) -> str:
    return tree.tag[bisect_left(tree.start, cue.span.start)]
