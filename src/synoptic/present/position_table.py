"""Who stands where, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import siglum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Collation, Evidence

    Row = dict[str, str | None]


def position_rows(collation: Collation) -> list[Row]:
    """One row for each report's wording of each position, in the order shown."""
    names = {report.id: siglum(k) for k, report in enumerate(collation.reports)}
    rows: list[Row] = []
    for position in collation.positions or ():
        for member in position.members:
            report = collation.report(member.report)
            rows.append(
                {
                    "proposal": position.proposal,
                    "actor": position.actor,
                    "speaks_for": position.speaks_for,
                    "stance": position.stance,
                    "leaning": position.lean,
                    "voice": position.voice,
                    "modality": position.modality,
                    "conditions": _words(collation, position.conditions),
                    "demands": _words(collation, position.demands),
                    "said_at": position.said_at,
                    "occasion": _words(
                        collation, [position.occasion] if position.occasion else []
                    ),
                    "told_by": position.teller,
                    "position": position.id,
                    "report": names[member.report],
                    "outlet": report.outlet,
                    "headline": "yes" if member.headline else "no",
                    "words": " ".join(report.quote(member.span).split()),
                    "source": (
                        " ".join(report.quote(member.source).split())
                        if member.source
                        else None
                    ),
                    "start": str(member.span.start),
                    "end": str(member.span.end),
                }
            )
    return rows


def _words(collation: Collation, places: Sequence[Evidence]) -> str | None:
    found = (" ".join(collation.report(p.report).quote(p.span).split()) for p in places)
    return " / ".join(dict.fromkeys(found)) or None
