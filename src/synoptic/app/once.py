"""One report of a file, however often it was named."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from synoptic.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from synoptic.model import Report

    Place: TypeAlias = tuple[str, str, str]

_WHAT = "further {} of the same file"


def read_once(
    reports: Iterable[Report], found: set[Place]
) -> tuple[list[Report], list[Skipped]]:
    """The reports without those that came from one place twice, and a note of these.

    A place is a file, whatever way its path is written, and where in it. Equal files
    of two names are two reports.

    Args:
        reports: As they were read.
        found: The places of reports read before; those of `reports` are added.
    """
    kept: list[Report] = []
    again: Counter[str] = Counter()
    for report in reports:
        place = (report.id, os.path.realpath(report.path), report.text)
        if place in found:
            again[report.path] += 1
        else:
            found.add(place)
            kept.append(report)
    return kept, [
        Skipped(path, n, _WHAT.format("mention" if n == 1 else "mentions"))
        for path, n in again.items()
    ]
