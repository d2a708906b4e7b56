"""One order for the reports of a call, whatever order they were given in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Rejected, Report

_ROW = re.compile(r":(\d+)\Z")


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports by time of publication, those that state none last; ties by id.

    Nothing here looks at the order of the arguments, so that two calls with the same
    reports give the same result.
    """
    return tuple(sorted(reports, key=_place))


def with_own_ids(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, those of equal id renamed to `id-1`, `id-2` ... in a stated order.

    Which of them is `-1` hangs on path and text, not on the order of the arguments.
    """
    given = sorted(reports, key=lambda r: (r.id, r.path, r.text))
    count = Counter(report.id for report in given)
    taken = set(count)
    named = []
    for report in given:
        if count[report.id] == 1:
            named.append(report)
            continue
        number = 1
        while f"{report.id}-{number}" in taken:
            number += 1
        own = f"{report.id}-{number}"
        taken.add(own)
        series = own if report.series == report.id else report.series
        named.append(replace(report, id=own, series=series))
    return tuple(named)


def rejects_in_order(rejects: Iterable[Rejected]) -> list[Rejected]:
    """The rejects by path; the rows of a file as they stand in it, 9 before 10."""
    return sorted(rejects, key=_source)


def _source(reject: Rejected) -> tuple[str, int, str, str]:
    row = _ROW.search(reject.path)
    path = reject.path[: row.start()] if row else reject.path
    return (path, int(row[1]) if row else 0, reject.code, reject.reason)


def _place(report: Report) -> tuple[bool, str, str]:
    stated = report.published_at
    return (stated is None, _instant(stated or ""), report.id)


def _instant(stated: str) -> str:
    """A time in UTC where the zone is stated; else as stated, at its precision."""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return stated
    if moment.tzinfo is None:
        return stated
    return moment.astimezone(UTC).isoformat()
