"""The comparison in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from synoptic.model import Annotations, Collation, Report, Run


def print_collation(
    collation: Collation, console: Console | None = None, *, plain: bool = False
) -> None:
    """Print the comparison: findings first, then the reports, then the passages."""
    console = console or Console()
    for finding in collation.findings:
        console.print(Text(finding.text))
    console.print(Text(f"{len(collation.units)} units"))


def print_reports(
    run: Run,
    reports: tuple[Report, ...],
    annotations: tuple[Annotations, ...],
    console: Console | None = None,
    *,
    plain: bool = False,
) -> None:
    """Print each report's blocks with their kinds."""
    console = console or Console()
    for report in reports:
        console.print(Text(report.path))
        for block in report.blocks:
            console.print(Text(f"{block.kind:12} {report.quote(block.span)}"))
