"""What a workspace hands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model import Report, Span

AddedKind = Literal["new", "version", "known", "removed"]
EventKind = Literal[
    "report-new",
    "report-version",
    "report-removed",
    "story-new",
    "story-changed",
    "story-gone",
    "correction",
]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a report.

    Attributes:
        kind: `new`; `version`: a later text of a report that is there; `known`: it is
            there; `removed`: it was removed and is not taken in again.
        id: The id under which the workspace has it.
        series: The id that joins its versions.
        number: Which version it is, counted from 1 in the order of arrival.
    """

    kind: AddedKind
    id: str
    series: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found.

    Attributes:
        spans: Where the words stand in its text, in order; empty where only its
            outlet, time or speaker was asked for.
        snippet: The words around the first of them, on one line.
        story: Id of its story; None: it belongs to none.
    """

    report: Report
    spans: tuple[Span, ...]
    snippet: str
    story: str | None


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what a search found, newest first.

    Attributes:
        total: How many there are in all.
        not_annotated: Of the reports that fit otherwise, how many nobody has looked
            at for speakers; 0 where no speaker was asked for.
    """

    hits: tuple[Hit, ...]
    total: int
    not_annotated: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed in the workspace.

    Attributes:
        number: Grows with every event; none is given twice.
        at: When, ISO 8601 in UTC.
        report: Id of the report; None: it is about none.
        story: Id of the story; None: it is about none.
        detail: More of it, such as the id of a correction.
    """

    number: int
    at: str
    kind: EventKind
    report: str | None = None
    story: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list.

    Attributes:
        n_reports: Of how many reports; versions of one count once.
        first_moment, last_moment: Of publication, in UTC; None: none states one.
        changed_at: When the workspace last changed it, ISO 8601 in UTC.
    """

    id: str
    title: str
    keywords: tuple[str, ...]
    follows: str | None
    n_reports: int
    outlets: tuple[str, ...]
    first_moment: str | None
    last_moment: str | None
    changed_at: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made of this workspace.

    Attributes:
        path: Where it was written to.
        there: Whether the file is still there, as seen from this machine.
        n_bytes: Of the file when it was written; None: not known.
        sha256: Of the file when it was written; None: not known.
    """

    path: str
    at: str
    there: bool
    n_bytes: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """What came of removing reports.

    Attributes:
        ids: Of the reports that are gone, versions included.
        n_results: How many kept results that held their text went too.
        complete: Whether every trace is gone from the files; else another process
            kept the log from being emptied.
        backups: Backups that still hold a text of theirs.
    """

    ids: tuple[str, ...]
    n_results: int
    complete: bool
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is not as it should be.

    Attributes:
        grave: Whether work is wrong or lost until it is seen to.
        what: What is so.
        do: What to do about it.
    """

    grave: bool
    what: str
    do: str
