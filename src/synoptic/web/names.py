"""What a report is called in lists."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import Report


def name_of(report: Report) -> str:
    """The outlet, or the file's name where none is stated."""
    return report.outlet or PurePath(report.path).name or report.id


def headline_of(report: Report) -> str:
    """The headline, or the first words."""
    if report.headline:
        return report.headline
    words = report.text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")
