"""`backup` and `doctor`: a workspace in the long run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from synoptic.cli.options import Fast, Json, WorkspaceAt
from synoptic.cli.output import FAILED, errors_told, print_bytes, progress, tell
from synoptic.cli.places import opened
from synoptic.errors import UsageError
from synoptic.present.wording import counted


def backup(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where the backup is, or is to be.")
    ],
    *,
    workspace: WorkspaceAt = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Fill an empty workspace from FILE.")
    ] = False,
) -> None:
    """Write the whole workspace to one file, or restore it.

    Others may go on reading and writing meanwhile. The file is a workspace itself
    (SQLite, from PostgreSQL too), so that any command can look into it. What was
    removed since the backup was made stays removed when it is restored.

    \b
    Examples:
      synoptic backup backups/desk-2026-03-04.db
      synoptic backup backups/desk-2026-03-04.db --restore --workspace new.db
    """  # noqa: D301
    with errors_told(), opened(workspace, create=restore) as (desk, store):
        with progress() as told:
            if restore:
                if told:
                    told("Restoring")
                removed = desk.restore(store, file)
            else:
                if told:
                    told("Writing the backup")
                made = store.backup(file)
        if not restore:
            typer.echo(f"backup written to {made.path}")
            return
        n_there = counted(store.n_reports(), "report")
        typer.echo(f"{store.where}: {n_there} restored from {file}")
        if removed:
            n_again = counted(removed, "report")
            tell(f"{n_again} removed since the backup, and now again")


def doctor(
    *,
    workspace: WorkspaceAt = None,
    mend: Annotated[
        bool,
        typer.Option("--mend", help="Make the index anew and empty the log."),
    ] = False,
    annotate: Annotated[
        bool,
        typer.Option("--annotate", help="Annotate the reports that are not yet."),
    ] = False,
    older_than_days: Annotated[
        int | None,
        typer.Option(
            "--remove-older-than",
            metavar="DAYS",
            min=1,
            help="Remove stories whose last report is older.",
        ),
    ] = None,
    within_mb: Annotated[
        int | None,
        typer.Option(
            "--remove-down-to",
            metavar="MB",
            min=1,
            help="Remove the oldest stories until the rest fits.",
        ),
    ] = None,
    results_mb: Annotated[
        int | None,
        typer.Option(
            "--results-within",
            metavar="MB",
            min=0,
            help="Drop kept results used longest ago, down to this size.",
        ),
    ] = None,
    schema: Annotated[
        str | None,
        typer.Option(
            "--schema",
            metavar="REVISION",
            help="Take the schema back, before installing an older version.",
        ),
    ] = None,
    json: Json = False,
    fast: Fast = False,
) -> None:
    """Say whether a workspace is in order, and what to do.

    Looks at the file, the schema, rows that belong to nothing, the index of words,
    models, free disk and backups.

    \b
    Examples:
      synoptic doctor
      synoptic doctor --remove-older-than 365 --results-within 2000

    \b
    Exit codes: 0 all is well, 1 something is not, or failed.
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        if schema is not None:
            if mend or annotate or older_than_days is not None:
                raise UsageError("--schema goes alone: it ends this version's work")
            store.move_schema(schema)
            typer.echo(f"{store.where} is at schema {schema}")
            return
        with progress() as told:
            if annotate:
                desk.annotate_rest(
                    store, fast=fast, processes=os.cpu_count() or 1, progress=told
                )
            if older_than_days is not None:
                gone = desk.remove_older(store, older_than_days)
                n_gone = counted(len(gone.ids), "report")
                tell(f"{n_gone} older than {older_than_days} days removed")
                for held in gone.backups:
                    tell(f"a backup still holds some of them: {held.path}")
            if within_mb is not None:
                gone = desk.remove_down_to(store, within_mb * 1_000_000)
                tell(f"{counted(len(gone.ids), 'report')} removed for want of room")
                for held in gone.backups:
                    tell(f"a backup still holds some of them: {held.path}")
            if results_mb is not None:
                n_dropped = store.trim_results(results_mb * 1_000_000)
                tell(f"{n_dropped} kept results dropped")
            if mend and not store.mend():
                tell("another process is reading; stop it and mend again")
        found = desk.look_over(store)
        if json:
            print_bytes(desk.health_json(store, found))
        else:
            for line in desk.health_lines(store, found):
                typer.echo(line)
        if any(trouble.grave for trouble in found):
            raise typer.Exit(FAILED)
