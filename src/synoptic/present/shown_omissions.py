"""The records of "not in this report"; the page and the terminal draw them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.present.shown import QuoteView, helped

if TYPE_CHECKING:
    from synoptic.model import OmissionKind
    from synoptic.present.marked import MarkedView, RunView


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingView:
    """One thing that other reports have and this one does not."""

    kind: OmissionKind = field(metadata=helped("unit, quotation, attribution ..."))
    label: str = field(metadata=helped("The kind in the page's words"))
    said: str = field(metadata=helped("The line, one plain sentence"))
    there: tuple[MarkedView, ...] = field(
        metadata=helped("The words of the reports that have it, each wording once")
    )
    sigla: tuple[str, ...] = field(metadata=helped("All reports that have it"))
    here: QuoteView | None = field(
        metadata=helped("The words of this report that it stands beside elsewhere")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LackView:
    """One report: what is not in it, and what is in it alone."""

    siglum: str = field(metadata=helped("Label of the report"))
    name: str = field(metadata=helped("Its outlet or file"))
    tally: str = field(metadata=helped("How many things of which kind are not in it"))
    draws_on: tuple[str, ...] = field(
        metadata=helped("Labels of reports that have such things and that it draws on")
    )
    things: tuple[ThingView, ...] = field(metadata=helped("Weightiest first"))
    alone: str = field(metadata=helped("How much is in it only"))
    n_alone: int = field(metadata=helped("How many passages are in it only"))
    longest: tuple[QuoteView, ...] = field(
        metadata=helped("The longest passages that are in it only, longest first")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """One of several words for one thing, and where it is printed."""

    words: str = field(metadata=helped("As the first report prints it"))
    places: tuple[QuoteView, ...] = field(metadata=helped("Where it stands for it"))
    n_uses: int = field(metadata=helped("How often all the texts have these words"))
    n_users: int = field(metadata=helped("How many texts have them"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """One person, group, place, act or thing, and what it is called."""

    thing: str = field(metadata=helped("Its name; empty: it has none beside the forms"))
    forms: tuple[FormView, ...] = field(metadata=helped("In order of the reports"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineView:
    """A headline, with what it puts first and what no other has."""

    siglum: str = field(metadata=helped("Label of the report"))
    name: str = field(metadata=helped("Its outlet or file"))
    anchor: str = field(metadata=helped("Its place in the page"))
    runs: tuple[RunView, ...] = field(metadata=helped("Its words, cut at the marks"))
    first: str = field(metadata=helped("What it puts first; empty: not told"))
    alone: tuple[str, ...] = field(
        metadata=helped(
            "Words of this headline only, where it shares half of its words or more"
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingView:
    """What is not in the reports, what they call the same, and their headlines."""

    reports: tuple[LackView, ...] | None = field(
        metadata=helped("In order of the reports; None: not looked at")
    )
    wording: tuple[NamedView, ...] | None = field(
        metadata=helped("None: not looked at")
    )
    headlines: tuple[HeadlineView, ...] = field(
        metadata=helped("In order of the reports")
    )
    without_headline: tuple[str, ...] = field(
        metadata=helped("Labels of the reports that have none")
    )
    n_reports: int = field(metadata=helped("How many reports there are"))
