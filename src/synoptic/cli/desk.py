"""`add`, `list`, `show`, `search` and `remove`: a workspace day by day."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from synoptic.cli.groups import Reading, with_groups
from synoptic.cli.options import (
    Base,
    Corrections,
    Csv,
    Fast,
    HtmlFile,
    Json,
    OwnersFile,
    Paths,
    Pipeline,
    Plain,
    Since,
    Until,
    WorkspaceAt,
)
from synoptic.cli.output import (
    WITH_REJECTS,
    errors_told,
    finish,
    one_form,
    print_bytes,
    print_json,
    print_rows,
    progress,
    replace_unprintable,
    tell,
    terminal,
    write,
)
from synoptic.cli.places import opened
from synoptic.present.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@with_groups
def add(
    paths: Paths,
    *,
    workspace: WorkspaceAt = None,
    again: Annotated[
        bool,
        typer.Option("--again", help="Take in reports that were removed before, too."),
    ] = False,
    later: Annotated[
        bool,
        typer.Option("--later", help="Annotate them when they are first shown."),
    ] = False,
    corrections: Corrections = None,
    json: Json = False,
    fast: Fast = False,
    reading: Reading,
) -> None:
    """Keep reports in a workspace, and put them into stories.

    The workspace is made when it is not there. A report that it has already is not
    taken twice; a later text from the same address or file is kept as a version.
    Safe to stop at any moment: Ctrl-C keeps what was read, says how much that is,
    and the same command goes on from there.

    \b
    Examples:
      synoptic add reports/
      synoptic add https://example.org/story --outlet 'The Example'
      synoptic add archive.jsonl.gz --workspace desk.db --later
      synoptic add reports/ --corrections fixes.jsonl

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read or not every correction kept.
    """  # noqa: D301
    with errors_told(), opened(workspace, create=True) as (desk, store):
        how = reading.of(paths)
        with progress() as told:
            result = desk.add_sources(
                store,
                paths,
                again=again,
                annotate=not later,
                fast=fast,
                processes=os.cpu_count() or 1,
                progress=told,
                **how,
            )
        missed: tuple[str, ...] = ()
        if corrections is not None:
            from synoptic.app.corrections import load_corrections

            n_taken, missed = desk.take_corrections(
                store, load_corrections(corrections)
            )
            tell(f"{counted(n_taken, 'correction')} kept from {corrections}")
        rows = [
            {"kind": one.kind, "id": one.id, "version": one.number, "path": path}
            for path, one in result.added
        ]
        if json:
            missed_inputs = [asdict(one) for one in result.rejected]
            print_json({"added": rows, "rejected": missed_inputs})
        else:
            _print_added(rows, len(result.stories), store.where)
        for sentence in missed:
            tell(sentence)
        finish(result.rejected)
        if missed:
            raise typer.Exit(WITH_REJECTS)


def list_(
    *,
    workspace: WorkspaceAt = None,
    reports: Annotated[
        str | None,
        typer.Option(
            "--reports", metavar="STORY", help="The reports of a story; all: of all."
        ),
    ] = None,
    versions: Annotated[
        str | None,
        typer.Option("--versions", metavar="REPORT", help="The versions of a report."),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="With a report of this outlet."),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="The N newest only."),
    ] = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the stories of a workspace, or the reports of one.

    Newest first.

    \b
    Examples:
      synoptic list --since 2026-03-01
      synoptic list --reports 03bb1b0055a3aa6f
      synoptic list --json --workspace desk.db
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        one_form(json=json, csv=csv)
        rows: Sequence[Mapping[str, object]]
        if versions is not None:
            name, rows = "versions", desk.report_rows(desk.versions(store, versions))
        elif reports == "all":
            found = store.reports(outlet=outlet, since=since, until=until)
            name, rows = "reports", desk.report_rows(found)
        elif reports is not None:
            members = store.story(reports).reports
            name, rows = "reports", desk.report_rows(store.reports(members))
        else:
            lines = store.stories(outlet=outlet, since=since, until=until, limit=limit)
            name, rows = "stories", desk.story_rows(lines)
        print_rows(name, rows, json=json, csv=csv)


def show(
    story: Annotated[
        str, typer.Argument(metavar="STORY", help="Id of a story, or of a report.")
    ],
    *,
    workspace: WorkspaceAt = None,
    versions: Annotated[
        bool,
        typer.Option("--versions", help="The versions of a report: what changed."),
    ] = False,
    json: Json = False,
    html: HtmlFile = None,
    base: Base = None,
    fast: Fast = False,
    pipeline: Pipeline = None,
    owners: OwnersFile = None,
    plain: Plain = False,
) -> None:
    """Show a story of the workspace: its reports side by side.

    Corrections are applied. What was worked out before is kept, so that showing a
    story again takes no time.

    \b
    Examples:
      synoptic show 03bb1b0055a3aa6f
      synoptic show 03bb1b0055a3aa6f --html page.html
      synoptic show 1a98268337e8fe1b76ee --versions
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        made_by = None if owners is None else str(owners)
        with progress() as told:
            if versions:
                result = desk.compare_versions(store, story, fast=fast, progress=told)
            else:
                result = desk.show_story(
                    store,
                    desk.story_named(store, story),
                    fast=fast,
                    pipeline=pipeline,
                    owners=made_by,
                    progress=told,
                )
        if html is not None:
            write(html, result.to_html(base=base))
            tell(f"page written to {html}")
        if json:
            print_bytes(result.to_json())
        elif html is None:
            from synoptic.present.terminal import print_collation

            print_collation(
                result.collation, terminal(plain=plain), base=base, plain=plain
            )


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help='Words, "phrases", beginnings*.'),
    ] = None,
    *,
    workspace: WorkspaceAt = None,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="Only this outlet's reports."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only reports that quote NAME."),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="Most hits to show.")
    ] = 20,
    offset: Annotated[
        int, typer.Option("--offset", metavar="N", min=0, help="Hits to pass over.")
    ] = 0,
    json: Json = False,
) -> None:
    """Find reports by words, outlet, time or whom they quote.

    All words must be there; case and accents make no difference. A phrase stands in
    quotation marks, word* finds its longer forms, and -- -word leaves reports out.

    \b
    Examples:
      synoptic search lagoon dredging
      synoptic search '"forty days"' --since 2026-03-04
      synoptic search --speaker Torrane --outlet Courier
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        found = store.search(
            " ".join(words or ()),
            outlet=outlet,
            since=since,
            until=until,
            speaker=speaker,
            limit=limit,
            offset=offset,
        )
        if json:
            print_json({"hits": desk.hit_rows(found.hits), "total": found.total})
        else:
            _print_hits(desk.hit_rows(found.hits), found.total, offset)
        if found.not_annotated:
            tell(
                f"{counted(found.not_annotated, 'report')} not looked at for speakers; "
                "`synoptic doctor --annotate` does it"
            )


def remove(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Ids of reports.")
    ],
    *,
    workspace: WorkspaceAt = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Kept with their ids.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove reports, with every version and every trace.

    The index is made anew, the file written anew and its log emptied. Their ids and
    hashes stay, so that no feed brings them back. Backups that still hold them are
    named.

    \b
    Examples:
      synoptic list --reports all
      synoptic remove 1a98268337e8fe1b76ee --reason 'withdrawn by the agency'
    """  # noqa: D301
    with errors_told(), opened(workspace) as (desk, store):
        for report in store.reports(reports):
            typer.echo(f"{report.id}  {report.headline or report.path}")
        if not yes and not typer.confirm("Remove them for good?"):
            raise typer.Exit
        gone = desk.remove(store, reports, reason=reason)
        verb = "is" if len(gone.ids) == 1 else "are"
        typer.echo(f"{counted(len(gone.ids), 'report')} {verb} gone, versions counted.")
        if not gone.complete:
            tell(
                "another process is reading, so that the log still holds them. Stop it "
                "and run `synoptic doctor --mend`"
            )
        for backup in gone.backups:
            there = "" if backup.there else ", not at that place any more"
            tell(f"a backup still holds them: {backup.path} ({backup.at}{there})")


def _print_added(
    rows: Sequence[Mapping[str, object]], n_stories: int, where: str
) -> None:
    replace_unprintable()
    for row in rows:
        note = f" {row['version']}" if row["kind"] == "version" else ""
        typer.echo(f"{row['kind']}{note}: {row['path']}  {row['id']}")
    counts = {kind: sum(row["kind"] == kind for row in rows) for kind in _KINDS}
    said = ", ".join(f"{n} {_KINDS[kind]}" for kind, n in counts.items() if n)
    typer.echo(f"{where}: {said or 'nothing added'}; stories touched: {n_stories}")


_KINDS = {
    "new": "new",
    "version": "later versions",
    "known": "known",
    "removed": "removed before, not taken again (--again does)",
}


def _print_hits(rows: Sequence[Mapping[str, object]], total: int, offset: int) -> None:
    replace_unprintable()
    for row in rows:
        head = [row["published_at"] or "no date", row["outlet"] or "no outlet"]
        typer.echo("  ".join(str(part) for part in [*head, row["report"]]))
        typer.echo(f"  {row['headline'] or row['path']}")
        typer.echo(f"  {row['snippet']}")
        typer.echo(f"  story {row['story']}" if row["story"] else "  in no story")
    last = offset + len(rows)
    typer.echo(f"{offset + 1} to {last} of {total}" if rows else f"none of {total}")
