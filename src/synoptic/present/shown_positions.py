"""The records of "who stands where"; the page and the terminal are drawings of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.present.shown import QuoteView, helped

if TYPE_CHECKING:
    from synoptic.model import Stance
    from synoptic.present.marked import MarkedView


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One condition or demand, in the words of every report that prints it."""

    wordings: tuple[tuple[QuoteView, ...], ...] = field(
        metadata=helped("Each wording once, with every report that prints it")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """One position of somebody on one proposal."""

    id: str = field(metadata=helped("Stable id of the position"))
    stance: Stance = field(metadata=helped("for, against, conditional ..."))
    label: str = field(metadata=helped("The stance in the page's words"))
    lean: str = field(
        metadata=helped("Praise or criticism, where it is no yes or no; else empty")
    )
    modality: str = field(
        metadata=helped("What weakens or dates it, as printed; empty: nothing does")
    )
    when: str = field(metadata=helped("Day or occasion; empty: none is printed"))
    dated: bool = field(metadata=helped("Whether `when` is a day"))
    teller: str = field(metadata=helped("Who says so, where that is somebody else"))
    sigla: tuple[str, ...] = field(metadata=helped("The reports that have it"))
    conditions: tuple[TermView, ...] = field(metadata=helped("In their words"))
    demands: tuple[TermView, ...] = field(metadata=helped("Asked in return"))
    source: str = field(
        metadata=helped(
            "Where one report names its source and another does not; else empty"
        )
    )
    key: MarkedView = field(metadata=helped("The sentence to read first"))
    others: tuple[MarkedView, ...] = field(
        metadata=helped("The other sentences, in order of report and place")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A position as a stop on the way of somebody whose position changed."""

    when: str = field(metadata=helped("The day"))
    stance: Stance = field(metadata=helped("The stance on that day"))
    label: str = field(metadata=helped("The stance in the page's words"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """One actor under one proposal; a spokesman is an actor of their own."""

    name: str = field(metadata=helped("Name, or the words for somebody unnamed"))
    speaks_for: str = field(metadata=helped("Whom they speak for; empty: nobody else"))
    held: tuple[HeldView, ...] = field(metadata=helped("By time where it is known"))
    path: tuple[StepView, ...] = field(
        metadata=helped(
            "The dated positions, where a later stance is another; else empty"
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingView:
    """The headlines of several reports on where one actor stands."""

    actor: str = field(metadata=helped("The actor"))
    headlines: tuple[MarkedView, ...] = field(metadata=helped("In order of reports"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """What parties speak about, and who stands where on it."""

    id: str = field(metadata=helped("Stable id of the proposal"))
    anchor: str = field(metadata=helped("Its place in the page"))
    name: str = field(metadata=helped("The fullest short form in a report"))
    forms: tuple[QuoteView, ...] = field(
        metadata=helped("What the reports call it otherwise, each form once")
    )
    tally: str = field(metadata=helped("How many take which stance, in which reports"))
    parties: tuple[PartyView, ...] = field(metadata=helped("In the order found"))
    own_words: tuple[MarkedView, ...] = field(
        metadata=helped("Judgements of the reports themselves")
    )
    framings: tuple[FramingView, ...] = field(metadata=helped("Headlines side by side"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """Who stands where."""

    proposals: tuple[ProposalView, ...] = field(
        metadata=helped(
            "Those that several reports have, or on which stances differ; first what "
            "most parties in most reports stand on"
        )
    )
    single: tuple[ProposalView, ...] = field(
        metadata=helped("The others, each in one report")
    )
    stances: tuple[tuple[Stance, str, int], ...] = field(
        metadata=helped("Each stance that occurs: its words, and how many positions")
    )
    actors: tuple[str, ...] = field(metadata=helped("Everybody, by name"))
    n_positions: int = field(metadata=helped("How many positions there are"))
