"""Cues that are a name and a colon: in headlines, transcripts and before quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.cue import Cue
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Block

_LABEL = re.compile(
    r"((?:(?:[Tt]he )?(?:[A-Z][\w.’'-]*[ \xa0]){0,4})[A-Z][\w’'-]+):\s+(?=\S)"
)
_OPENS = "\"“‘'"
_LEAST_CHARS = 8


def cues_by_label(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Span],
    quoted: Sequence[Span],
    names: frozenset[str],
) -> Iterator[Cue]:
    """Yield a cue for every colon behind a name that words follow.

    At the start of a headline or paragraph the rest of it is what was said; anywhere
    else the words must stand in quotation marks.

    Args:
        text: The report's text.
        blocks: The blocks to read.
        sentences: All sentences, in order.
        quoted: Stretches inside quotation marks; labels inside them are no cues.
        names: The last words of the report's names, in lower case.
    """
    for block in blocks:
        for found in _LABEL.finditer(text, block.start, block.end):
            speaker = Span(*found.span(1))
            if speaker.end - speaker.start < 2 or any(
                q.start <= speaker.start < q.end for q in quoted
            ):
                continue
            last = text[speaker.start : speaker.end].rsplit(maxsplit=1)[-1].lower()
            if last not in names:
                continue
            begins = not text[block.start : speaker.start].strip()
            opens = text[found.end()] in _OPENS
            if not (begins or opens):
                continue
            number = max(
                (n for n, s in enumerate(sentences) if s.start <= speaker.start),
                default=0,
            )
            end = sentences[number].end if block.kind != "body" else block.end
            content: tuple[Span, ...] = ()
            if begins and not opens and end - found.end() >= _LEAST_CHARS:
                content = (Span(found.end(), end),)
            yield Cue(
                span=Span(speaker.end, speaker.end + 1),
                act="said",
                speaker=speaker,
                content=content,
                sure=bool(content),
                whole=Span(speaker.start, speaker.end + 1),
                sentence=number,
                kind="label",
            )
