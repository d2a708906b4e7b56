"""In a terminal: quotations, figures and dates, descent and origins, the timeline."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.model import siglum
from synoptic.present.when import when
from synoptic.present.wording import alike_sentence, because, clipped, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from synoptic.model import Happening, Report
    from synoptic.present.lines import Lines
    from synoptic.present.shown import PartView, RowView

    Row: TypeAlias = list[tuple[str, Text]]  # label and text of each paragraph

_MOST_ROWS: Final = 40
_MOST_QUOTES: Final = 6  # of a row, as above
_MOST_REASONS: Final = 3  # the page and the JSON have all of them


def print_parts(page: Lines, parts: Sequence[PartView]) -> list[str]:
    """Print each part in which something was found.

    Returns:
        The titles of the others, which were measured and are empty.
    """
    empty = []
    for part in parts:
        if not part.rows and not part.alike:
            empty.append(part.title)
            continue
        page.heading(part.title)
        rows = [
            [
                ("  ", Text(row.text)),
                *_reasons(row),
                *_few(_beside((quote.siglum, quote.text) for quote in row.quotes)),
            ]
            for row in part.rows
        ]
        _print_rows(page, rows)
        if part.alike:
            page.hang("  ", Text(alike_sentence(part.alike)))
    return empty


def print_timeline(
    page: Lines, reports: Sequence[Report], timeline: Sequence[Happening]
) -> None:
    """Print what the reports date, those of one time under it."""
    by_id = {report.id: (siglum(i), report) for i, report in enumerate(reports)}
    page.heading("Timeline")
    for at, happened in groupby(timeline[:_MOST_ROWS], key=when):
        page.hang("  ", Text(at, style="bold"))
        members = [
            (*by_id[m.report], m.span) for each in happened for m in each.members
        ]
        rows = _beside((label, report.quote(span)) for label, report, span in members)
        for label, text in rows:
            page.hang(label, text)
    _rest(page, len(timeline) - _MOST_ROWS)


def _print_rows(page: Lines, rows: Sequence[Row]) -> None:
    for row in rows[:_MOST_ROWS]:
        for label, text in row:
            page.hang(label, text)
    _rest(page, len(rows) - _MOST_ROWS)


def _rest(page: Lines, n_more: int) -> None:
    if n_more > 0:
        page.line(Text(f"  and {n_more:,} more, which --json shows"))


def _few(rows: Row) -> Row:
    """The first of many words; the page and the JSON have all of them."""
    if len(rows) <= _MOST_QUOTES + 1:
        return rows
    more = Text(f"and {len(rows) - _MOST_QUOTES:,} more")
    return [*rows[:_MOST_QUOTES], ("      ", more)]


def _reasons(row: RowView) -> Row:
    if not row.reasons:
        return []
    return [("      ", Text(because(row.reasons, _MOST_REASONS)))]


def _beside(printed: Iterable[tuple[str, str]]) -> Row:
    """Words of reports, each once, beside the sigla of those that print them.

    Prints that differ in case and marks at most are shown as the first has them.
    """
    which: dict[str, tuple[str, list[str]]] = {}
    for label, words in printed:
        _, sigla = which.setdefault(letters(words), (clipped(words), []))
        sigla.append(label)
    return [
        (f"      {', '.join(sorted(set(sigla), key=_place))}  ", Text(words))
        for words, sigla in which.values()
    ]


def _place(label: str) -> tuple[int, str]:
    return len(label), label
