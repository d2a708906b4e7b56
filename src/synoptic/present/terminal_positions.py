"""Who stands where, in a terminal."""

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


def print_positions(collation: Collation, console: Console | None = None) -> None:
    """Print each proposal with who stands where on it, then the reports' labels.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
    """
    page = Lines(console or open_console())
    shown = view(collation)
    print_parts(page, [part for part in shown.parts if part.id == "positions"])
    page.line()
    for report in shown.reports:
        page.hang(f"  {report.siglum}  ", Text(one_line(report.name)))
    for line in shown.not_checked:
        page.hang("  - ", Text(one_line(line)))
