"""In a terminal: quotations, figures and dates, descent and origins, the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.model import siglum
from synoptic.present.when import when
from synoptic.present.wording import alike_sentence, because, clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from synoptic.model import Happening, Report
    from synoptic.present.lines import Lines
    from synoptic.present.shown import PartView, RowView

    Row: TypeAlias = list[tuple[str, Text]]  # label and text of each paragraph

_MOST_ROWS: Final = 40
_MOST_REASONS: Final = 3  # the page and the JSON have all of them


def print_parts(page: Lines, parts: Sequence[PartView]) -> None:
    """Print each part that was measured; one that is empty says so."""
    for part in parts:
        page.heading(part.title)
        rows = [
            [
                ("  ", Text(row.text)),
                *_reasons(row),
                *_beside((quote.siglum, quote.text) for quote in row.quotes),
            ]
            for row in part.rows
        ]
        _print_rows(page, rows)
        if part.alike:
            page.hang("  ", Text(alike_sentence(part.alike)))


def print_timeline(
    page: Lines, reports: Sequence[Report], timeline: Sequence[Happening]
) -> None:
    """Print what the reports date, those of one time under it."""
    by_id = {report.id: (siglum(i), report) for i, report in enumerate(reports)}
    rows: list[Row] = []
    before = ""
    for happening in timeline:
        at = when(happening)
        row = [("  ", Text(at, style="bold"))] if at != before else []
        before = at
        members = ((*by_id[m.report], m.span) for m in happening.members)
        row += _beside((label, report.quote(span)) for label, report, span in members)
        rows.append(row)
    page.heading("Timeline")
    _print_rows(page, rows)


def _print_rows(page: Lines, rows: Sequence[Row]) -> None:
    for row in rows[:_MOST_ROWS]:
        for label, text in row:
            page.hang(label, text)
    if not rows:
        page.line(Text("  None."))
    if len(rows) > _MOST_ROWS:
        page.line(Text(f"  and {len(rows) - _MOST_ROWS:,} more, which --json shows"))


def _reasons(row: RowView) -> Row:
    if not row.reasons:
        return []
    return [("      ", Text(because(row.reasons, _MOST_REASONS)))]


def _beside(printed: Iterable[tuple[str, str]]) -> Row:
    """Words of reports, each once, beside the sigla of those that print them."""
    which: dict[str, list[str]] = {}
    for label, words in printed:
        which.setdefault(clipped(words), []).append(label)
    return [
        (f"      {', '.join(sorted(set(sigla), key=_place))}  ", Text(words))
        for words, sigla in which.items()
    ]


def _place(label: str) -> tuple[int, str]:
    return len(label), label
