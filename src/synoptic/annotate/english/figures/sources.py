"""According to whom: the quotation in which a figure stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Figure, Quotation


def with_sources(
    figures: Iterable[Figure], quotations: Iterable[Quotation]
) -> tuple[Figure, ...]:
    """Return the figures, each with the quotation whose words hold it.

    A quotation inside another is the closer source. Direct and indirect speech count
    alike; one of which no speaker is told names no source.

    Args:
        figures: Of one report.
        quotations: Of the same report.
    """
    sources = sorted(
        (q for q in quotations if q.speaker.span or q.speaker.entity),
        key=lambda q: (sum(s.end - s.start for s in q.content), q.id),
    )
    return tuple(
        replace(
            figure,
            said_in=next(
                (
                    source.id
                    for source in sources
                    if any(figure.span.within(span) for span in source.content)
                ),
                None,
            ),
        )
        for figure in figures
    )
