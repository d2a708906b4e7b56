"""A quotation in the making."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(slots=True)
class Draft:
    """A quotation in the making.

    Attributes:
        spans: Content so far.
        direct: The quoted stretches among it.
        lead: A speaker that stands where the parser saw none, or in the sentence
            before words that have no cue.
        sentence: The sentence the lead stands in.
        after: The quotation whose cue and speaker it goes on with, having none.
    """

    cue: Cue | None
    spans: list[Span] = field(default_factory=list)
    direct: list[Span] = field(default_factory=list)
    lead: Span | None = None
    after: Draft | None = None
    sentence: int = 0


def n_words(text: str) -> int:
    """How many words stand in a text."""
    return len(_WORD.findall(text))
