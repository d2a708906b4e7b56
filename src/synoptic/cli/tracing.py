"""`origins`: who draws on whom, and what rests on one origin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from synoptic.cli.groups import Comparing, Reading, compared, with_groups
from synoptic.cli.options import (
    Json,
    Paths,
    Plain,
)
from synoptic.cli.output import (
    errors_told,
    finish,
    print_bytes,
    tell,
    terminal,
    write,
)


@with_groups
def origins(
    paths: Paths,
    *,
    claims: Annotated[
        bool,
        typer.Option(
            "--claims",
            help="Each shared passage: printed in, words from, said by, bounds, why.",
        ),
    ] = False,
    reasons: Annotated[
        bool, typer.Option("--reasons", help="Give the reasons for each tie.")
    ] = False,
    json: Json = False,
    prov: Annotated[
        Path | None,
        typer.Option("--prov", metavar="FILE", help="Write PROV-JSON to FILE."),
    ] = None,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Write the copy tree to FILE."),
    ] = None,
    comparing: Comparing,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Show who draws on whom, and which passages rest on one origin.

    The copy tree says how likely each tie is; what is not shown stays open. For each
    passage that several reports print, the number of origins that can stand behind
    it among these reports has a lower and an upper bound.

    \b
    Examples:
      synoptic origins reports/
      synoptic origins reports/ --claims
      synoptic origins agency.txt paper.html --prov story.prov.json

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        result = compared(paths, comparing, reading)
        if prov is not None:
            from synoptic.present.prov import to_prov

            write(prov, to_prov(result.collation))
            tell(f"PROV-JSON written to {prov}")
        if svg is not None:
            from synoptic.present.descent_svg import descent_svg

            write(svg, descent_svg(result.collation))
            tell(f"copy tree written to {svg}")
        if json:
            print_bytes(result.to_json())
        else:
            from synoptic.present.terminal_origins import print_origins

            print_origins(
                result.collation,
                terminal(plain=plain),
                claims=claims,
                reasons=reasons,
            )
        finish(result.rejected)
