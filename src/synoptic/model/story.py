"""Reports of one event, brought together, and why each stands where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event.

    Attributes:
        id: A hash of the id of its first report.
        reports: Ids, by time of publication, those that state none last; ties by id.
        follows: Id of the story that this one takes further; None: none is known.
        title: The headline, or else the first sentence, of the report in the middle.
        keywords: The words most of its reports share and few others have, as printed;
            most telling first.
    """

    id: str
    reports: tuple[str, ...]
    follows: str | None = None
    title: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why a report stands in its story, and not in another or alone.

    Attributes:
        story: Id of its story.
        beside: The report it was held against: the one in the middle of its story, or
            where it is that itself or stands alone, the one most alike to it; None:
            no other report shares a rare word with it.
        parts: How much words, lead, names and figures make the two alike; they add up
            to at most 1.0.
        usual: How alike the two are to reports in general, on the same scale.
        shared: The rare words that both have, as printed, most telling first.
        nearness: How far above the usual that is, for their surroundings and the days
            between them.
        with_story: Mean nearness between the report and the others of its story; None:
            it stands alone.
        needed: The mean nearness from which on reports are one story.
        next_story: Id of the other story most alike to it; None: there is none.
        with_next: Mean nearness between the report and that story.
    """

    report: str
    story: str
    beside: str | None
    parts: Mapping[str, float]
    usual: float
    shared: tuple[str, ...]
    nearness: float
    with_story: float | None
    needed: float
    next_story: str | None = None
    with_next: float | None = None
