"""`export` and `join`: stories taken out of a workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from synoptic.cli.options import Fast, WorkspaceAt
from synoptic.cli.output import (
    WITH_REJECTS,
    errors_told,
    finish,
    print_bytes,
    progress,
    tell,
    write,
)
from synoptic.cli.places import opened
from synoptic.errors import DocumentError, UsageError


def export(
    story: Annotated[
        str,
        typer.Argument(metavar="STORY", help="Id of a story or of its report."),
    ],
    *,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORM",
            help="json, csv, parquet, html, tei, web-annotation, prov or corrections.",
        ),
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write to FILE, not to the output."),
    ] = None,
    without_text: Annotated[
        bool,
        typer.Option(
            "--without-text",
            help="Places and hashes only; `synoptic join` puts the words back.",
        ),
    ] = False,
    include_held: Annotated[
        bool,
        typer.Option(
            "--include-held",
            help="Also reports that are embargoed, withheld or withdrawn.",
        ),
    ] = False,
    workspace: WorkspaceAt = None,
    fast: Fast = False,
) -> None:
    """Take a story out of the workspace, whole.

    Nothing is left out or capped. csv and parquet have a row for each passage of each
    report; tei is a critical apparatus; web-annotation holds findings, passages,
    quotations, figures and dates; prov the copy tree; corrections what readers set
    right, one record a line.

    \b
    Examples:
      synoptic export 03bb1b0055a3aa6f > story.json
      synoptic export 03bb1b0055a3aa6f --format tei --out story.xml
      synoptic export 03bb1b0055a3aa6f --without-text > places.json
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        if format_ == "parquet" and out is None and sys.stdout.isatty():
            raise UsageError("Parquet is no text: give --out FILE")
        with progress() as told:
            data = desk.export(
                store,
                desk.story_named(store, story),
                format_,
                text=not without_text,
                include_held=include_held,
                fast=fast,
                progress=told,
            )
        if out is None:
            typer.echo(data, nl=False)
            return
        write(out, data)
        tell(f"{format_} written to {out}")


def join(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A result without its words.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Local copies of its reports."),
    ] = None,
    *,
    workspace: WorkspaceAt = None,
) -> None:
    """Put the words back into a result exported without them.

    A copy is known by the hash of its text, whatever its name. Without PATH the
    reports of the workspace are the copies.

    \b
    Examples:
      synoptic join places.json reports/ > story.json
      synoptic join places.json --workspace desk.db > story.json

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but a copy is missing or
    could not be read.
    """  # noqa: D301
    with errors_told():
        from synoptic.text.files import utf8_text

        document = utf8_text(file, DocumentError)
        try:
            if paths and workspace is None:
                from synoptic.app.workspace import join as joined

                whole, missing, rejected = joined(document, paths)
            else:
                with opened(workspace) as (desk, store):
                    whole, missing, rejected = desk.join(
                        document, paths or [], workspace=store
                    )
        except DocumentError as err:
            raise DocumentError(f"{file}: {err}") from err
        print_bytes(whole)
        for name in missing:
            tell(f"no copy of report {name} was found; its words are still missing")
        finish(rejected)
        if missing:
            raise typer.Exit(WITH_REJECTS)
