"""What readers set right about ties: who did not draw on whom, who owns, who buys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_TIES, miss, not_undone
from synoptic.text.agencies import find_agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Correction, Report
    from synoptic.text.owners import Owners


def correct_ties(
    reports: Sequence[Report], owners: Owners, corrections: Iterable[Correction]
) -> tuple[frozenset[tuple[str, str]], Owners, tuple[str, ...]]:
    """The pairs barred, the table with what was said, and a sentence for each miss.

    `not-drawn-from` says that the target did not draw on the report whose id is in
    `value`; `same-owner` that the outlets of the two belong to one owner; `buys` that
    the target's outlet buys copy from the agency in `value`.

    Args:
        reports: The reports that the records name.
        owners: The table in force.
        corrections: In the order in which they were made; other kinds are passed over.

    Returns:
        Pairs of ids (parent, child); the table; what had no effect.
    """
    standing, _ = not_undone(tuple(corrections))
    by_id = {report.id: report for report in reports}
    barred: set[tuple[str, str]] = set()
    missed: list[str] = []
    for correction in standing:
        if correction.kind not in OF_TIES:
            continue
        one = by_id.get(correction.target.report_id)
        if correction.kind == "buys":
            if one is None or not one.outlet or not correction.value:
                missed.append(miss(correction, "it needs a report with an outlet"))
                continue
            named = find_agencies(correction.value) or (correction.value,)
            for agency in named:
                owners = owners.with_buying(one.outlet, agency)
            continue
        other = by_id.get(correction.value or "")
        if one is None or other is None or one is other:
            missed.append(miss(correction, "it needs two of these reports"))
        elif correction.kind == "not-drawn-from":
            barred.add((other.id, one.id))
        elif not one.outlet or not other.outlet:
            missed.append(miss(correction, "an outlet is not stated"))
        else:
            owners = owners.with_one_owner(one.outlet, other.outlet)
    return frozenset(barred), owners, tuple(missed)
