"""Figures and happenings as rows of a table: for the terminal, CSV and JSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from synoptic.model import Span, siglum
from synoptic.present.wording import VERDICTS, cell, clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Comparison, Happening, Report

    Row = dict[str, str | None]


def figure_rows(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    comparisons: Sequence[Comparison] | None,
) -> list[Row]:
    """One row a figure, in order of reports and place.

    `beside` names the figures of other reports that it was set beside; `compared` says
    what came of it. Both are None where it was set beside none.
    """
    names = {report.id: siglum(n) for n, report in enumerate(reports)}
    beside: dict[tuple[str, str], list[Comparison]] = {}
    for comparison in comparisons or ():
        if comparison.kind != "figure":
            continue  # "seven months" is a figure and a date of one id
        for member in comparison.members:
            beside.setdefault((member.report, member.id), []).append(comparison)
    printed = {
        (report.id, figure.id): _words(report, figure.span)
        for report, known in zip(reports, annotations, strict=True)
        for figure in known.figures or ()
    }
    rows: list[Row] = []
    for report, known in zip(reports, annotations, strict=True):
        dates = {d.id: _words(report, d.span) for d in known.dates or ()}
        speakers = {
            q.id: q.speaker.entity
            or (_words(report, q.speaker.span) if q.speaker.span else None)
            for q in known.quotations or ()
        }
        for figure in known.figures or ():
            found = beside.get((report.id, figure.id), [])
            others = [
                f"{names[m.report]} {printed[m.report, m.id]}"
                for c in found
                for m in c.members
                if (m.report, m.id) != (report.id, figure.id)
            ]
            rows.append(
                {
                    "report": names[report.id],
                    "words": _words(report, figure.span),
                    "hedge": figure.hedge,
                    "low": None if figure.low is None else f"{figure.low:f}",
                    "high": None if figure.high is None else f"{figure.high:f}",
                    "unit": figure.unit or None,
                    "of": figure.of,
                    "scope": figure.scope,
                    "event": figure.event,
                    "as_of": dates.get(figure.as_of or ""),
                    "said_by": speakers.get(figure.said_in or ""),
                    "beside": "; ".join(others) or None,
                    "compared": VERDICTS["figure"][found[0].verdict] if found else None,
                }
            )
    return rows


def timeline_rows(
    reports: Sequence[Report], timeline: Sequence[Happening] | None
) -> list[Row]:
    """One row a happening and report, by when it happened."""
    index = {report.id: n for n, report in enumerate(reports)}
    return [
        {
            "earliest": happening.earliest,
            "latest": happening.latest,
            "value": happening.value,
            "year_from": siglum(index[happening.year_from])
            if happening.year_from
            else None,
            "report": siglum(index[member.report]),
            "words": _words(reports[index[member.report]], member.span),
        }
        for happening in timeline or ()
        for member in happening.members
    ]


def as_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV with a header; empty for no rows."""
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: cell(value or "") for name, value in row.items()} for row in rows
    )
    return out.getvalue()


def as_text(rows: Sequence[Row], *, width: int = 60) -> str:
    """The rows in columns; columns without a value anywhere are left out."""
    shown = [k for k in (rows[0] if rows else {}) if any(r[k] for r in rows)]
    cells = [
        shown,
        *([clipped(r[k] or "", width) for k in shown] for r in rows),
    ]
    sizes = [max(len(row[n]) for row in cells) for n in range(len(shown))]
    return "".join(
        "  ".join(c.ljust(s) for c, s in zip(row, sizes, strict=True)).rstrip() + "\n"
        for row in cells
    )


def _words(report: Report, span: Span) -> str:
    return " ".join(report.quote(span).split())
