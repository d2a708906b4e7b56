"""What a report is called where it is shown."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from synoptic.model import siglum
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from synoptic.model import Annotations, Report

_ROW: Final = re.compile(r":\d+$")
_MADE_HERE: Final = re.compile(r"[0-9a-f]{16,}(-\d+)?")


def name_of(report: Report) -> str:
    """The outlet; without one the id that came with a row, else the file's name.

    Example:
        >>> from synoptic.model import Report
        >>> name_of(Report(id="wire-7", path="in/march.jsonl:3", text=""))
        'wire-7'
        >>> name_of(Report(id="a", path="in/norden.txt", text=""))
        'norden.txt'
    """
    if report.outlet:
        return one_line(report.outlet)
    if _ROW.search(report.path) and not _MADE_HERE.fullmatch(report.id):
        return one_line(report.id)
    return one_line(PurePath(report.path).name or report.path or report.id)


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
