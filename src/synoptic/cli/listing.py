"""`annotate`, `figures` and `timeline`: what is known about the reports, as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import typer

from synoptic.cli.groups import Annotating, Reading, collated, with_groups
from synoptic.cli.options import (
    Csv,
    Json,
    Paths,
    Plain,
)
from synoptic.cli.output import (
    errors_told,
    finish,
    one_form,
    print_bytes,
    print_rows,
    progress,
    tell,
    terminal,
)
from synoptic.present.wording import sigla_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Collation


@with_groups
def annotate(
    paths: Paths,
    *,
    json: Json = False,
    annotating: Annotating,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Show what is known about each report by itself.

    Which lines are headline, byline, dateline, credit, caption and body, and what
    stands in the body. Nothing is compared.

    \b
    Examples:
      synoptic annotate agency.txt
      synoptic annotate reports/ --json > reports.json

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        from synoptic import app as verbs

        how = reading.of(paths)
        with progress() as told:
            result = verbs.annotate(
                paths,
                progress=told,
                **annotating.asked(),
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


@with_groups
def figures(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    annotating: Annotating,
    reading: Reading,
) -> None:
    """List the figures, those of several reports side by side.

    Each with its bounds, unit, hedge and what it counts. Figures of two reports that
    speak of the same thing are named beside each other.

    \b
    Examples:
      synoptic figures agency.txt
      synoptic figures agency.txt paper.html --csv > figures.csv

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        from synoptic.present.figure_table import figure_rows

        found = collated(paths, annotating, reading)
        rows = figure_rows(found.reports, found.annotations, found.comparisons)
        none = _told_apart("figures", found)
        print_rows("figures", rows, json=json, csv=csv, none=none)
        _letters_told(found, rows, json=json, csv=csv)
        finish(found.rejected)


@with_groups
def timeline(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    annotating: Annotating,
    reading: Reading,
) -> None:
    """Put what the reports date in the order in which it happened.

    Each with the first and last day it can mean. A year that a report does not state
    is taken from another report of the story, and this is said.

    \b
    Examples:
      synoptic timeline agency.txt paper.html
      synoptic timeline reports/ --json

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        from synoptic.present.figure_table import timeline_rows

        found = collated(paths, annotating, reading)
        rows = timeline_rows(found.reports, found.timeline)
        none = _told_apart("dates", found) or "nothing is dated"
        print_rows("timeline", rows, json=json, csv=csv, none=none)
        _letters_told(found, rows, json=json, csv=csv)
        finish(found.rejected)


def _letters_told(
    found: Collation, rows: Sequence[object], *, json: bool, csv: bool
) -> None:
    """Under a table to be read, which report each letter stands for."""
    if rows and len(found.reports) > 1 and not json and not csv:
        from synoptic.present.names import who_is_who

        typer.echo(f"\n{who_is_who(found.reports)}")


def _told_apart(part: Literal["figures", "dates"], found: Collation) -> str | None:
    """What to say of no rows where nobody looked; the reports concerned are named."""
    from synoptic.present.names import not_looked_at

    missing = not_looked_at(found.reports, found.annotations, part)
    if missing:
        tell(f"{part} were not looked for in {sigla_listed(missing)}")
    whole = len(missing) == len(found.reports)
    return f"{part} were not looked for" if whole else None
