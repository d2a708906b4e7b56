"""What a report is called where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import siglum
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from synoptic.model import Annotations, Report


def name_of(report: Report) -> str:
    """Its name on one line, made harmless."""
    return one_line(report.name)


def who_is_who(reports: Sequence[Report]) -> str:
    """`A is Norden Wire; B is page.html`."""
    return "; ".join(f"{siglum(k)} is {name_of(r)}" for k, r in enumerate(reports))


def not_looked_at(
    reports: Iterable[Report],
    annotations: Iterable[Annotations],
    part: Literal["quotations", "figures", "dates"],
) -> list[str]:
    """The names of the reports in which a part was not looked for.

    Args:
        reports: In any order.
        annotations: One for each report, in the same order.
        part: What was to be found in them.
    """
    return [
        name_of(report)
        for report, known in zip(reports, annotations, strict=True)
        if getattr(known, part) is None
    ]
