"""What is not in a report, and what things are called, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from synoptic.present.lines import Lines, open_console
from synoptic.present.terminal_story import print_parts
from synoptic.present.view import view
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from synoptic.model import Collation


def print_omissions(
    collation: Collation, console: Console | None = None, *, wording: bool = False
) -> None:
    """Print what is not in each report, or what the reports call the same.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
        wording: Different words and headlines in place of what is not in a report.
    """
    page = Lines(console or open_console())
    shown = view(collation)
    wanted = ("wording", "headlines") if wording else ("omissions",)
    print_parts(page, [part for part in shown.parts if part.id in wanted])
    page.line()
    for report in shown.reports:
        page.hang(f"  {report.siglum}  ", Text(one_line(report.name)))
    for line in shown.not_checked:
        page.hang("  - ", Text(one_line(line)))
