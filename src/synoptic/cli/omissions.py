"""`omissions`: what is not in a report, and what the reports call the same thing."""

from __future__ import annotations

from typing import Annotated

import typer

from synoptic.cli.groups import Comparing, Reading, compared, with_groups
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
    terminal,
)


@with_groups
def omissions(
    paths: Paths,
    *,
    wording: Annotated[
        bool,
        typer.Option(
            "--wording", help="What the reports call the same, and their headlines."
        ),
    ] = False,
    json: Json = False,
    csv: Csv = False,
    comparing: Comparing,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Show what other reports have and one does not.

    Passages that most reports have, copies of one text counted once; sources,
    hedges, denials, conditions, figures and quotations that stand beside the same
    words elsewhere. A line says where something stands and where it was not found,
    not why. With --wording: different words for the same, and headlines.

    \b
    Examples:
      synoptic omissions agency.txt paper.html
      synoptic omissions reports/ --csv > omissions.csv
      synoptic omissions reports/ --wording

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        result = compared(paths, comparing, reading)
        if json:
            print_bytes(result.to_json())
        elif csv:
            from synoptic.present.figure_table import as_csv
            from synoptic.present.omission_table import omission_rows, wording_rows

            rows = (wording_rows if wording else omission_rows)(result.collation)
            print_bytes(as_csv(rows))
        else:
            from synoptic.present.terminal_omissions import print_omissions

            print_omissions(result.collation, terminal(plain=plain), wording=wording)
        finish(result.rejected)
