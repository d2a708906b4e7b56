"""A cue: words that report what somebody said, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model import Span

CueKind = Literal["verb", "according", "label"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of a sentence, as the parser or the rules found it.

    Attributes:
        span: The verb, or "according to"; for a label the colon.
        act: What it says was done.
        speaker: The words for who spoke.
        content: Spans of the clause it reports; empty when there is none.
        sure: Whether the clause counts without quotation marks too.
        whole: From the first to the last of the words of cue and speaker.
        trailing: Whether it hangs on behind ("..., adding that").
        root: Whether it is the main verb of its sentence.
        own: Whether its subject is its own, not that of a verb before it.
    """

    span: Span
    act: str
    speaker: Span | None
    content: tuple[Span, ...]
    sure: bool
    whole: Span
    sentence: int
    kind: CueKind = "verb"
    addressee: Span | None = None
    occasion: Span | None = None
    trailing: bool = False
    root: bool = False
    own: bool = True
