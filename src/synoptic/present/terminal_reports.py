"""Annotated reports in a terminal: each block with its kind, then what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from synoptic.present.lines import Lines, open_console
from synoptic.present.wording import clipped, one_line, printed_time, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from synoptic.model import (
        Annotations,
        DateMention,
        Figure,
        Quotation,
        Report,
        Run,
    )

_COLUMN = 12


def print_reports(
    run: Run,
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    console: Console | None = None,
) -> None:
    """Print each report's head, its blocks with their kinds, and what was found in it.

    Args:
        run: How the annotations were made; what did not run is named at the end.
        reports: In the order shown.
        annotations: One for each report, in the same order.
        console: Where to; standard output by default.
    """
    page = Lines(console or open_console())
    for report, known in zip(reports, annotations, strict=True):
        page.line()
        page.line(Text(one_line(report.path), style="bold"))
        _row(page, "outlet", _stated(report.outlet))
        _row(page, "published", printed_time(report.published_at))
        _row(page, "byline", _stated(report.byline))
        _row(page, "credits", _stated(", ".join(report.credits)))
        _row(page, "language", _stated(report.language))
        _row(page, "sentences", f"{len(known.sentences):,}")
        page.line()
        for block in report.blocks:
            _row(page, block.kind, one_line(report.quote(block.span)))
        _found(page, "Quotations", _said(report, known.quotations))
        _found(page, "Figures", _counted(report, known.figures))
        _found(page, "Dates", _dated(report, known.dates))
    if run.degraded:
        page.heading("Not checked")
        for line in run.degraded:
            page.hang("  - ", Text(one_line(line)))


def _found(page: Lines, what: str, rows: list[tuple[str, str]] | None) -> None:
    page.line()
    page.line(Text(f"  {what}", style="bold"))
    if not rows:
        page.line(Text("  not looked for" if rows is None else "  none"))
    for label, text in rows or ():
        _row(page, label, text)


def _said(
    report: Report, quotations: Sequence[Quotation] | None
) -> list[tuple[str, str]] | None:
    if quotations is None:
        return None
    rows: list[tuple[str, str]] = []
    for quotation in quotations:
        who = quotation.speaker.entity
        if who is None and quotation.speaker.span is not None:
            who = quoted(report.quote(quotation.speaker.span))
        words = " ... ".join(one_line(report.quote(s)) for s in quotation.content)
        said = f"{one_line(who or 'speaker not known')}: {clipped(words)}"
        rows.append((quotation.kind, said))
    return rows


def _counted(
    report: Report, figures: Sequence[Figure] | None
) -> list[tuple[str, str]] | None:
    if figures is None:
        return None
    rows = []
    for figure in figures:
        bounds = [f"{b:f}" for b in (figure.low, figure.high) if b is not None]
        value = f"{' to '.join(dict.fromkeys(bounds)) or 'not told'} {figure.unit}"
        about = f", of {one_line(figure.of)}" if figure.of else ""
        rows.append((one_line(report.quote(figure.span)), value.strip() + about))
    return rows


def _dated(
    report: Report, dates: Sequence[DateMention] | None
) -> list[tuple[str, str]] | None:
    if dates is None:
        return None
    rows = []
    for date in dates:
        days = [day for day in (date.earliest, date.latest) if day is not None]
        when = " to ".join(dict.fromkeys(days)) or date.value
        if not days and date.type in ("DATE", "TIME"):
            when = f"not known when ({date.value})"
        rows.append((one_line(report.quote(date.span)), when))
    return rows


def _row(page: Lines, label: str, text: str) -> None:
    page.hang(f"  {label:<{_COLUMN}}  ", Text(text))


def _stated(value: str | None) -> str:
    return one_line(value) if value else "not stated"
