"""Who stands where: statements of one report, positions across the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model.annotations import Speaker
    from synoptic.model.collation import Evidence
    from synoptic.model.report import Span

Stance = Literal["for", "against", "conditional", "undecided", "unstated", "silent"]
Voice = Literal["actor", "report"]
Lean = Literal["for", "against"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words of one report that say where somebody stands on something.

    Attributes:
        span: The clause that states it, quoted words included.
        actor: Whose position it is; for `voice` "report" the report's own.
        verb: The words that carry the stance ("stopped short of agreeing").
        object: What it is about, as printed; None: not named in the clause.
        stance: The stance with negation, modality and conditions taken in.
        lean: Whether praise or criticism, where the stance is `unstated`.
        firm: Whether the verb alone tells that its object is up for decision
            ("vetoed"); False: only if the object is known to be ("called it bad").
        negation: Whether a negation was taken in.
        modality: What weakens or dates the stance, as printed ("ready to", "could").
        conditions: The conditions and reservations, in the words of the report.
        demands: What is asked in return.
        voice: `report`: a judgement of the report's own.
        teller: Who says so, where that is somebody other than the actor.
        speaks_for: Whom the actor speaks for, as named: "a spokesman for ...".
        source: The words that say where the report has it from; None: it says so
            itself.
        when: The words that say when or on what occasion.
        date: Id of the date mention among them.
        stands_for: Where a pronoun's or a bare noun's thing is named before.
        undoing: Whether the object is itself the undoing of something ("the repeal of",
            "a bill to end"): it must not be taken for what is undone.
        block: Kind of block it stands in.
    """

    id: str
    span: Span
    actor: Speaker
    verb: Span
    object: Span | None
    stance: Stance
    lean: Lean | None = None
    firm: bool = True
    negation: bool = False
    modality: str | None = None
    conditions: tuple[Span, ...] = ()
    demands: tuple[Span, ...] = ()
    voice: Voice = "actor"
    teller: Speaker | None = None
    speaks_for: str | None = None
    source: Span | None = None
    when: Span | None = None
    date: str | None = None
    stands_for: Span | None = None
    undoing: bool = False
    block: str = "body"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that the parties speak about: a plan, bill, demand, candidate.

    Attributes:
        name: The fullest short form in which a report names it.
        forms: Every place where a statement names it, in order of the reports.
    """

    id: str
    name: str
    forms: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionMember:
    """One report's wording of a position.

    Attributes:
        span: The clause that states it.
        verb: The words that carry the stance.
        statement: Id of the `Statement`.
        source: The words that say where the report has it from; None: none beside it.
        headline: Whether it stands in a headline.
    """

    report: str
    span: Span
    verb: Span
    statement: str
    source: Span | None = None
    headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where somebody stands on a proposal, as the reports tell it.

    Attributes:
        actor: Name across the reports, or the words for somebody unnamed.
        entity: Id of the `Entity`; None: not one of the story's.
        speaks_for: Whom the actor speaks for; the stance is not that principal's.
        proposal: Name of the proposal; `proposal_id` is the `Proposal`'s.
        voice: `report`: a judgement of the report's own; the actor is the report.
        conditions: The conditions in the words of each report that prints them; of two
            in one report of which one says all of the other, that one.
        demands: What is asked in return.
        said_at: First day it can have been said on, ISO 8601; None: not stated.
        occasion: When or where it was said, as printed.
        changed_from: Id of the actor's earlier position on the same proposal, where
            the stance is another and the reports date both or say which came first.
        members: In order of report and place.
    """

    id: str
    actor: str
    proposal: str
    proposal_id: str
    stance: Stance
    members: tuple[PositionMember, ...]
    voice: Voice = "actor"
    lean: Lean | None = None
    entity: str | None = None
    speaks_for: str | None = None
    teller: str | None = None
    modality: str | None = None
    conditions: tuple[Evidence, ...] = ()
    demands: tuple[Evidence, ...] = ()
    said_at: str | None = None
    occasion: Evidence | None = None
    changed_from: str | None = None
