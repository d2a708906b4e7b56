"""Reports that have the passages and not the agency that the others credit for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Evidence, Omission, Span
from synoptic.text.agencies import find_agencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.omissions.families import Families
    from synoptic.collate.omissions.texts import Texts
    from synoptic.model import Descent, Unit

_LOST_P = 0.7
_MIN_SHARE = 0.5
_MIN_UNITS = 3


def credits_elsewhere(
    texts: Texts, units: Sequence[Unit], families: Families, descent: Descent
) -> Iterator[Omission]:
    """Yield reports of which half or more stands in one that credits an agency for it.

    Only where the agency's name stands nowhere in the report, the outlet is no agency
    itself, and the ties are likely.
    """
    by_id = {unit.id: unit for unit in units}
    share = {
        (here, there): part
        for pair in descent.pairs
        for here, there, part in (
            (pair.a, pair.b, pair.share_a),
            (pair.b, pair.a, pair.share_b),
        )
    }
    for lost in descent.lost_parents:
        if lost.agency is None or lost.p < _LOST_P or len(lost.units) < _MIN_UNITS:
            continue
        crediting = [
            c for c in lost.children if lost.agency in texts.of(c).report.credits
        ]
        for child in lost.children:
            report = texts.of(child).report
            if lost.agency in find_agencies(report.text) or report.credits:
                continue
            if report.outlet and find_agencies(report.outlet):
                continue
            twins = [c for c in crediting if share.get((child, c), 0.0) >= _MIN_SHARE]
            shared = [
                by_id[u]
                for u in lost.units
                if u in by_id and any(r.report == child for r in by_id[u].readings)
            ]
            if not twins or not shared:
                continue
            members = [
                Evidence(twin, span)
                for twin in twins
                for span in texts.of(twin).report.spans_of("credit")[:1]
            ]
            if not members:
                continue
            longest = max(shared, key=lambda u: (_length(u, child), u.id))
            yield Omission(
                report=child,
                kind="credit",
                unit=longest.id,
                carried_by=families.ordered(m.report for m in members),
                members=tuple(members),
                beside=next(r.spans for r in longest.readings if r.report == child),
                origins=1,
                weight=round(68.0 + lost.p, 3),
            )


def _length(unit: Unit, report: str) -> int:
    spans: Sequence[Span] = next(
        (r.spans for r in unit.readings if r.report == report), ()
    )
    return sum(s.end - s.start for s in spans)
