"""What others print and a report does not, and what the reports call one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model.collation import Evidence
    from synoptic.model.report import Span

OmissionKind = Literal[
    "unit",
    "quotation",
    "figure",
    "hedge",
    "denial",
    "condition",
    "credit",
    "attribution",
]
WordingKind = Literal["person", "group", "place", "thing", "headline", "first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something that other reports print and one does not; it says nothing of why.

    Attributes:
        report: Id of the report that does not have it.
        kind: `attribution`: the words are there and who says so is not; `credit`: the
            passages are there and the agency they are credited to elsewhere is not;
            `hedge`: the words are there and what qualifies them is not; the others
            are what is not there.
        unit: Id of the unit that it stands in; of `credit`, of the longest passage.
            None: it stands in no unit (a headline).
        carried_by: Ids of the reports that have it, in the order of the collation.
        members: Its words in each of those, in the same order.
        beside: Where the report has the words that it stands beside elsewhere; empty
            where it stands beside none.
        origins: How many families of reports, as far as descent tells them apart,
            have it.
        weight: Larger is more consequential.
        parent: Id of the report that this one draws on with near certainty and that
            has it; None: there is none.
    """

    report: str
    kind: OmissionKind
    unit: str | None
    carried_by: tuple[str, ...]
    members: tuple[Evidence, ...]
    beside: tuple[Span, ...] = ()
    origins: int
    weight: float
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What the reports call one person, group, place, act or thing.

    Attributes:
        thing: Its name, or the words of the first report; for headlines what is set
            side by side.
        forms: In the order of the reports, then of place; several of one report where
            it calls it by several words.
        kind: `headline`: whole headlines; `first`: what each headline puts first.
    """

    thing: str
    forms: tuple[Evidence, ...]
    kind: WordingKind = "thing"
