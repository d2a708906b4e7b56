"""`annotate`, `figures` and `timeline`: what is known about the reports, as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from synoptic.cli.options import (
    Corrections,
    Csv,
    Fast,
    Json,
    Languages,
    MaxSize,
    Offline,
    Outlets,
    Paths,
    Pipeline,
    Plain,
    PublishedAts,
    reading,
)
from synoptic.cli.output import (
    errors_told,
    finish,
    print_bytes,
    progress,
    replace_unprintable,
    terminal,
)

if TYPE_CHECKING:
    from synoptic.model import Collation


def annotate(
    paths: Paths,
    *,
    json: Json = False,
    fast: Fast = False,
    pipeline: Pipeline = None,
    corrections: Corrections = None,
    outlet: Outlets = None,
    published_at: PublishedAts = None,
    language: Languages = None,
    offline: Offline = False,
    max_size: MaxSize = None,
    plain: Plain = False,
) -> None:
    """Show what is known about each report by itself.

    Which lines are headline, byline, dateline, credit, caption and body, and what
    stands in the body. Nothing is compared.

    \b
    Examples:
      synoptic annotate agency.txt
      synoptic annotate reports/ --json > reports.json
    """  # noqa: D301
    with errors_told():
        from synoptic import app as verbs

        how = reading(
            paths,
            max_size=max_size,
            offline=offline,
            outlet=outlet,
            published_at=published_at,
            language=language,
        )
        with progress() as told:
            result = verbs.annotate(
                paths,
                fast=fast,
                pipeline=pipeline,
                corrections=corrections or (),
                progress=told,
                **how,
            )
        if json:
            print_bytes(result.to_json())
        else:
            from synoptic.present.terminal_reports import print_reports

            print_reports(
                result.run, result.reports, result.annotations, terminal(plain=plain)
            )
        finish(result.rejected)


def figures(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    fast: Fast = False,
    published_at: PublishedAts = None,
    offline: Offline = False,
    max_size: MaxSize = None,
) -> None:
    """List the figures of each report, and set those of several reports side by side.

    Each with its bounds, unit, hedge and what it counts. Figures of two reports that
    speak of the same thing are named beside each other.

    \b
    Examples:
      synoptic figures agency.txt
      synoptic figures agency.txt paper.html --csv > figures.csv
    """  # noqa: D301
    with errors_told():
        from synoptic.present.figure_table import figure_rows

        found = _collated(
            paths, fast=fast, published_at=published_at, offline=offline, size=max_size
        )
        rows = figure_rows(found.reports, found.annotations, found.comparisons)
        _print_rows("figures", rows, json=json, csv=csv)
        finish(found.rejected)


def timeline(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    fast: Fast = False,
    published_at: PublishedAts = None,
    offline: Offline = False,
    max_size: MaxSize = None,
) -> None:
    """Put what the reports date in the order in which it happened.

    Each with the first and last day it can mean. A year that a report does not state
    is taken from another report of the story, and this is said.

    \b
    Examples:
      synoptic timeline agency.txt paper.html
      synoptic timeline reports/ --json
    """  # noqa: D301
    with errors_told():
        from synoptic.present.figure_table import timeline_rows

        found = _collated(
            paths, fast=fast, published_at=published_at, offline=offline, size=max_size
        )
        rows = timeline_rows(found.reports, found.timeline)
        _print_rows("timeline", rows, json=json, csv=csv)
        finish(found.rejected)


def _collated(
    paths: list[str],
    *,
    fast: bool,
    published_at: list[str] | None,
    offline: bool,
    size: str | None,
) -> Collation:
    """The reports of one story, compared; a single one is compared with nothing."""
    from synoptic.app.one_or_more import collate_any

    how = reading(paths, max_size=size, offline=offline, published_at=published_at)
    with progress() as told:
        return collate_any(
            paths,
            fast=fast,
            progress=told,
            **how,
        )


def _print_rows(
    name: str, rows: list[dict[str, str | None]], *, json: bool, csv: bool
) -> None:
    from synoptic.present.figure_table import as_csv, as_text

    if json:
        from json import dumps

        print_bytes(dumps({name: rows}, ensure_ascii=False, indent=1) + "\n")
    elif csv:
        print_bytes(as_csv(rows))
    elif rows:
        replace_unprintable()
        typer.echo(as_text(rows), nl=False)
    else:
        typer.echo(f"no {name}" if name == "figures" else "nothing is dated")
