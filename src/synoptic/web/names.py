"""What a report is headed by in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import Report


def headline_of(report: Report) -> str:
    """The headline, or the first words."""
    if report.headline:
        return report.headline
    words = report.text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")
