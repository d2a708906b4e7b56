"""`quotes`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from synoptic.cli.groups import Annotating, Reading, with_groups
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
    progress,
    refuse_none,
    terminal,
)


@with_groups
def quotes(
    paths: Paths,
    *,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only this speaker's words."),
    ] = None,
    differing: Annotated[
        bool,
        typer.Option("--differing", help="Only what is printed in differing words."),
    ] = False,
    record: Annotated[
        str | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help="A transcript: the reports are held against it.",
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
    annotating: Annotating,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Show who said what, and where prints of it differ.

    All reports given are taken as one story. Where prints differ inside quotation
    marks, which of them is as spoken is not known; name a transcript with --record
    to hold the reports against it.

    \b
    Examples:
      synoptic quotes agency.txt paper.html
      synoptic quotes reports/ --differing
      synoptic quotes reports/ --speaker Brandt --csv > brandt.csv

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        from synoptic import app as verbs

        how = reading.of(paths)
        with progress() as told:
            result = verbs.quotes(
                paths,
                speaker=speaker,
                differing=differing,
                record=record,
                progress=told,
                **annotating.asked(),
                **how,
            )
        refuse_none(result.reports, result.rejected)
        if json or csv:
            print_bytes(result.to_json() if json else result.to_csv())
        else:
            from synoptic.present.names import not_looked_at
            from synoptic.present.terminal_quotes import print_quotes

            print_quotes(
                result.run,
                result.reports,
                result.utterances,
                result.prints,
                terminal(plain=plain),
                missing=not_looked_at(result.reports, result.annotations, "quotations"),
            )
        finish(result.rejected)
