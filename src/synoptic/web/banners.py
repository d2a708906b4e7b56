"""What must be said above reports that are not for publication."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from synoptic.present.wording import counted, printed_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Report


def banners_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """A sentence for each reason that stands against publication; most are none."""
    now = datetime.now(UTC)
    held = [r.embargoed_until for r in reports if is_embargoed(r, now)]
    withheld = [r for r in reports if r.status in ("withheld", "canceled")]
    lines = []
    if held:
        until = printed_time(max(filter(None, held)))
        lines.append(
            f"{counted(len(held), 'report')} under embargo until {until}: not for "
            "publication."
        )
    if withheld:
        lines.append(
            f"{counted(len(withheld), 'report')} withheld or canceled by the one who "
            "sent it: not for publication."
        )
    return tuple(lines)


def is_embargoed(report: Report, now: datetime) -> bool:
    """Whether its embargo holds; one that cannot be read holds."""
    if report.embargoed_until is None:
        return False
    try:
        until = datetime.fromisoformat(report.embargoed_until)
    except ValueError:
        return True
    return (until if until.tzinfo else until.replace(tzinfo=UTC)) > now
