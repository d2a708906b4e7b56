"""Reports that are not for publication, or not yet, by what their publisher states."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from synoptic.present.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Report

_WITHHELD = {
    "withheld": "Withheld by its publisher, not for publication",
    "canceled": "Withdrawn by its publisher, not for publication",
}


def is_held(report: Report, at: datetime) -> bool:
    """Whether a report is under embargo at that moment, withheld or withdrawn.

    An embargo whose time cannot be read has not ended; a zone not stated is UTC.
    """
    if report.status in _WITHHELD:
        return True
    if report.embargoed_until is None:
        return False
    try:
        end = datetime.fromisoformat(report.embargoed_until)
    except ValueError:
        return True
    if end.tzinfo is None:
        end = end.replace(tzinfo=UTC)
    return at < end


def notices(reports: Iterable[Report]) -> tuple[str, ...]:
    """A sentence for each report that is or was held back, in their order.

    They name the end of an embargo and look at no clock, so that the same reports
    give the same page.
    """
    found = []
    for report in reports:
        name = name_of(report)
        if report.status in _WITHHELD:
            found.append(f"{_WITHHELD[report.status]}: {name}.")
        elif report.embargoed_until is not None:
            found.append(
                f"Under embargo until {report.embargoed_until}, not for publication "
                f"before: {name}."
            )
    return tuple(found)
