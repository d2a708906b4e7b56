"""What is met on the way from a word up to whose stance it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import Span
    from synoptic.model.positions import Lean, Stance

FIRST = frozenset("i we".split())
THIRD = frozenset("he she it they".split())
RELATIVE = frozenset("who which that whom".split())
HYPOTHETICAL = frozenset("if unless whether lest".split())
CARRIERS = frozenset(
    "letter statement petition resolution op-ed tweet post email e-mail message memo "
    "speech release note article column ad advertisement interview testimony".split()
)
OPEN = frozenset(
    "decide consider weigh mull ponder debate determine discuss explore examine assess "
    "reassess evaluate review".split()
)
FLIP: dict[Stance, Stance] = {"for": "against", "against": "unstated"}


@dataclass(slots=True)
class Climb:
    """What was met on the way up.

    Attributes:
        actor: Head of the phrase for the holder; None: the speaker of the words
            around `at`, or nobody.
        by_speaker: Whether the holder is the speaker of the quotation at `at`.
        opinion: Whether "should" or "must" makes it a demand of whoever speaks.
        committed: Whether a word of will stands above ("vowed to", "voted to").
        advice: Whether it is "should", which a report may say itself.
        able: Whether it only can be done.
        could: Whether it only could be done.
        unsaid: Whether it is a word that counts where it is not done: "comment".
        left_open: Whether it is "would not rule it out".
        refused: Whether somebody declines to.
        ahead: Whether it is still to come.
        lacking: What "without" says, a condition where it is refused.
        same: Who says so, where a pronoun at `actor` may stand for them.
    """

    stance: Stance
    at: int
    top: int
    lean: Lean | None = None
    actor: int | None = None
    by_speaker: bool = False
    opinion: bool = False
    committed: bool = False
    advice: bool = False
    able: bool = False
    could: bool = False
    unsaid: bool = False
    left_open: bool = False
    refused: bool = False
    ahead: bool = False
    negation: bool = False
    modality: Span | None = None
    teller: int | None = None
    same: int | None = None
    conditions: list[Span] = field(default_factory=list)
    lacking: list[Span] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
