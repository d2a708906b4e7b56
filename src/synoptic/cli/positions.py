"""`positions`: who stands where."""

from __future__ import annotations

from synoptic.cli.groups import Comparing, Reading, collated, with_groups
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
def positions(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    comparing: Comparing,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Show who is for what, against it, or on conditions.

    A proposal is what the parties speak about, found in the reports themselves; a
    position is what somebody is printed as saying of it, with the conditions in the
    words of the report. Criticism or praise without a yes or no is called that. All
    reports given are taken as one story; one report alone is asked, too.

    \b
    Examples:
      synoptic positions agency.txt
      synoptic positions agency.txt paper.html
      synoptic positions reports/ --csv > positions.csv
      synoptic positions reports/ --corrections fixes.jsonl

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        one_form(json=json, csv=csv)
        found = collated(paths, comparing, reading, owners=comparing.owners)
        if json:
            from synoptic.app.one_or_more import to_json

            print_bytes(to_json(found))
        elif csv:
            from synoptic.present.figure_table import as_csv
            from synoptic.present.position_table import position_rows

            print_bytes(as_csv(position_rows(found)))
        else:
            from synoptic.present.terminal_positions import print_positions

            print_positions(found, terminal(plain=plain))
        finish(found.rejected)
