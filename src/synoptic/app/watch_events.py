"""What a watcher tells while it runs; never any text of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

EventKind = Literal[
    "started", "read", "failed", "moved", "gone", "not-read", "grouped", "stopped"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEvent:
    """One thing that happened.

    Attributes:
        kind: `started` and `stopped`; `read`: a feed was asked and answered; `failed`:
            it could not be read; `moved`: it is asked elsewhere from now on; `gone`: it
            is not asked again; `not-read`: no report came of an entry; `grouped`:
            stories took in new reports.
        at: When, ISO 8601 in UTC.
        feed: As the user named it.
        address: Of the entry, or where the feed has moved to.
        code, reason: Of what went wrong.
        numbers: Counts and seconds, by name.
    """

    kind: EventKind
    at: str
    feed: str | None = None
    address: str | None = None
    code: str | None = None
    reason: str | None = None
    numbers: tuple[tuple[str, float], ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The event as JSON values; what it does not have is left out."""
        named = {
            "at": self.at,
            "event": self.kind,
            "feed": self.feed,
            "address": self.address,
            "code": self.code,
            "reason": self.reason,
        }
        return {k: v for k, v in named.items() if v is not None} | dict(self.numbers)

    def as_line(self) -> str:
        """The event as a sentence for people."""
        numbers = dict(self.numbers)
        where = self.feed or ""
        if self.kind == "started":
            return f"watching {_of(numbers, 'feeds')}"
        if self.kind == "read":
            return f"{where}: {_counts(numbers)}"
        if self.kind == "failed":
            return f"{where}: could not be read: {self.reason}"
        if self.kind == "moved":
            return f"{where}: has moved to {self.address}"
        if self.kind == "gone":
            return f"{where}: is gone for good and not asked again"
        if self.kind == "not-read":
            return f"{where}: not read: {self.address}: {self.reason}"
        if self.kind == "grouped":
            return f"new reports went into {_of(numbers, 'stories')}"
        return f"stopped: {_counts(numbers)}"


def _of(numbers: dict[str, float], name: str) -> str:
    n = numbers.get(name, 0)
    one = {"feeds": "feed", "stories": "story"}[name]
    return f"{n:,.0f} {one if n == 1 else name}"


def _counts(numbers: dict[str, float]) -> str:
    words = [
        f"{numbers[name]:,.0f} {shown}"
        for name, shown in (
            ("new", "new"),
            ("versions", "later versions"),
            ("known", "known"),
            ("not_read", "not read"),
        )
        if numbers.get(name)
    ]
    return ", ".join(words) or "nothing new"
