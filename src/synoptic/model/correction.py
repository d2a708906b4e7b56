"""What a reader sets right: append-only records, the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction is about; the quoted words let it be found again."""

    report_id: str
    start: int | None = None
    end: int | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing set right by a reader.

    Attributes:
        at: ISO 8601.
        kind: `outlet`, `published_at`, `byline`, `language`, `block`; later stages
            add theirs.
        value: The right value; null takes the stated one away.
        undoes: The id of an earlier correction that this one takes back.
    """

    id: str
    at: str
    by: str
    kind: str
    target: Target
    value: str | None
    undoes: str | None = None
