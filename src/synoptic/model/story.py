"""Reports of one event, brought together."""

from __future__ import annotations

from dataclasses import dataclass


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
