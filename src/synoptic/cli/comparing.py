"""`compare` and `rerun`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from synoptic.cli.groups import Comparing, Reading, compared, with_groups
from synoptic.cli.options import (
    Base,
    HtmlFile,
    Json,
    Open,
    Paths,
    Plain,
)
from synoptic.cli.output import (
    FAILED,
    errors_told,
    finish,
    print_bytes,
    progress,
    tell,
    terminal,
    write,
)
from synoptic.errors import UsageError
from synoptic.present.wording import one_line


@with_groups
def compare(
    paths: Paths,
    *,
    json: Json = False,
    html: HtmlFile = None,
    open_: Open = False,
    excerpts: Annotated[
        int | None,
        typer.Option(
            "--excerpts",
            metavar="N",
            min=0,
            help="A page without the full texts: N words around each passage shown.",
        ),
    ] = None,
    write_: Annotated[
        list[str] | None,
        typer.Option(
            "--write",
            metavar="FORM=FILE",
            help="Write the result in another form too: csv, parquet, tei, "
            "web-annotation, prov, or one that an installed package adds.",
        ),
    ] = None,
    base: Base = None,
    comparing: Comparing,
    reading: Reading,
    plain: Plain = False,
) -> None:
    """Set the reports of one story side by side.

    All reports given are taken as one story; the order in which they are given
    changes nothing. JSONL files hold one report a line. The findings come first,
    then what each report has alone and what several have. --html gives the same as
    a page to read side by side; quotes, figures, timeline, origins, positions and
    omissions each answer one question in full.

    \b
    Examples:
      synoptic compare agency.txt paper.html
      synoptic compare 'reports/*.txt' --html page.html --open
      synoptic compare agency.txt https://example.org/story --json > story.json
      pbpaste | synoptic compare - agency.txt --fast

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        if html is None and (open_ or excerpts is not None):
            raise UsageError(
                "--open and --excerpts are for the page: give --html FILE too"
            )
        forms = [_form_and_file(each) for each in write_ or ()]
        result = compared(paths, comparing, reading, base=base)
        if html is not None:
            write(html, result.to_html(excerpts=excerpts))
        for form, file in forms:
            write(file, result.write(form))
            tell(f"{form} written to {file}")
        if json:
            print_bytes(result.to_json())
        else:
            from synoptic.present.terminal import print_collation

            print_collation(
                result.collation, terminal(plain=plain), base=base, plain=plain
            )
        if html is not None:
            tell(f"page written to {html}")
            if open_:
                typer.launch(html.resolve().as_uri())
        finish(result.rejected)


def _form_and_file(given: str) -> tuple[str, Path]:
    from synoptic.present.writers import writer_names

    form, _, file = given.partition("=")
    if not file or form not in writer_names():
        raise UsageError(
            f"--write {given}: give FORM=FILE, with one of {', '.join(writer_names())}"
        )
    return form, Path(file)


def rerun(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A result that `synoptic compare --json` printed."
        ),
    ],
) -> None:
    """Repeat a run, and say whether it came out the same.

    Files are read again from where they were, seen from the current folder. What
    came out otherwise is named, a line for each part of the result.

    \b
    Examples:
      synoptic compare agency.txt paper.html --json > story.json
      synoptic rerun story.json

    \b
    Exit codes: 0 the same, 1 not the same, or failed, 2 wrong usage.
    """  # noqa: D301
    with errors_told():
        from synoptic import app as verbs

        with progress() as told:
            result = verbs.rerun(file, processes=os.cpu_count() or 1, progress=told)
        for note in result.notes:
            tell(note)
        if result.same:
            typer.echo("the same")
            return
        typer.echo("not the same:")
        for difference in result.differences:
            typer.echo(f"  {one_line(difference)}")
        raise typer.Exit(FAILED)
