"""Cues that are a name and a colon: in headlines, transcripts and before quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.quotations.cue import Cue
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Block

_LABEL = re.compile(
    r"((?:(?:[Tt]he )?(?:[A-Z][\w.’'-]*[ \xa0]){0,4})[A-Z][\w’'-]+)"
    r"(?: \([^()\n]{1,30}\))?:\s+(?=\S)"
)
_NO_NAMES = frozenset(
    "UPDATE UPDATED NOTE PHOTO PHOTOS WATCH READ RELATED MORE BREAKING VIDEO SOURCE "
    "CORRECTION EDITOR LIVE OPINION ANALYSIS EXCLUSIVE".split()
)
# a headline's "Toll plan a disaster - Lee"
_BEHIND = re.compile(r"\S [-–—] ((?:[A-Z][\w.’'-]*[ \xa0]){0,3}[A-Z][\w’'-]+)\s*$")
_LEAST_TURNS = 2
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
    else the words must stand in quotation marks. Labels in capitals make a transcript
    where there are two or more; they need not be names known otherwise.

    Args:
        text: The report's text.
        blocks: The blocks to read.
        sentences: All sentences, in order.
        quoted: Stretches inside quotation marks; labels inside them are no cues.
        names: The last words of the report's names, in lower case.
    """
    turns = sum(_is_turn(text, block) for block in blocks)
    for block in blocks:
        for found in _LABEL.finditer(text, block.start, block.end):
            speaker = Span(*found.span(1))
            if speaker.end - speaker.start < 2 or any(
                q.start <= speaker.start < q.end for q in quoted
            ):
                continue
            last = text[speaker.start : speaker.end].rsplit(maxsplit=1)[-1].lower()
            begins = not text[block.start : speaker.start].strip()
            turn = begins and turns >= _LEAST_TURNS and _is_turn(text, block)
            office = block.kind == "headline" and last in people().roles
            if last not in names and not turn and not (office and begins):
                continue
            number = max(
                (n for n, s in enumerate(sentences) if s.start <= speaker.start),
                default=0,
            )
            # "the line about Holt: “...”" is not Holt's
            first = sentences[number].start == speaker.start
            opens = text[found.end()] in _OPENS and first
            if not (begins or opens):
                continue
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


def cue_behind(
    text: str, block: Block, sentences: Sequence[Span], persons: frozenset[str]
) -> Cue | None:
    """The cue of a person's name behind a dash at the end of a headline.

    Args:
        text: The report's text.
        block: The headline.
        sentences: All sentences, in order.
        persons: The last words of the persons' names, in lower case: an outlet's name
            stands there too.
    """
    found = _BEHIND.search(text, block.start, block.end)
    if found is None or found.group(1).rsplit(maxsplit=1)[-1].lower() not in persons:
        return None
    speaker = Span(*found.span(1))
    dash = found.start() + 2
    said = Span(block.start, found.start() + 1)
    if said.end - said.start < _LEAST_CHARS:
        return None
    number = max((n for n, s in enumerate(sentences) if s.start <= dash), default=0)
    return Cue(
        span=Span(dash, dash + 1),
        act="said",
        speaker=speaker,
        content=(said,),
        sure=True,
        whole=Span(dash, speaker.end),
        sentence=number,
        kind="label",
    )


def _is_turn(text: str, block: Block) -> bool:
    """Whether a paragraph opens with a label in capitals, as a transcript's do."""
    found = _LABEL.match(text, block.start, block.end)
    if found is None:
        return False
    label = found.group(1)
    return label.isupper() and _NO_NAMES.isdisjoint(label.split())
