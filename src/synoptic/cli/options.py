"""The options that several commands share, one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, globs, addresses, workspaces, or - for standard input.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print the result as CSV.")]
Plain = Annotated[
    bool,
    typer.Option("--plain", help="Words only: no colour, no strips of letters."),
]
Fast = Annotated[
    bool,
    typer.Option("--fast", help="Rules only: no language model, no sentence vectors."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        help="An installed spaCy pipeline to use instead of ours.",
    ),
]
Corrections = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="What you set right, one JSON record a line.",
    ),
]
OwnersFile = Annotated[
    Path | None,
    typer.Option(
        "--owners",
        metavar="FILE",
        help="Who owns which outlets and buys from whom, as TOML.",
    ),
]
_OF_ONE = "PATH=... states it of that input only."
Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help=f"State the outlet; {_OF_ONE}"),
]
PublishedAts = Annotated[
    list[str] | None,
    typer.Option(
        "--published-at",
        metavar="TIME",
        help=f"State the time, as 2025-03-14 or 2025-03-14T08:39; {_OF_ONE}",
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help=f"State the language, as en or de; {_OF_ONE}",
    ),
]
Offline = Annotated[
    bool,
    typer.Option("--offline", help="Fetch nothing, even where an address is named."),
]
MaxSize = Annotated[
    str | None,
    typer.Option(
        "--max-size",
        metavar="SIZE",
        help="Largest input to read, such as 50MB.",
        show_default=False,
    ),
]
WorkspaceAt = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        metavar="PATH|URL",
        help="A file, or postgresql+psycopg://...; else $SYNOPTIC_WORKSPACE, "
        "else synoptic.db here.",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="TIME", help="Published then or later."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="TIME", help="Published then or earlier."),
]
Window = Annotated[
    int,
    typer.Option(
        "--window",
        metavar="DAYS",
        min=0,
        help="Dated reports further apart are not one story.",
    ),
]
HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write the page to FILE."),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REPORT",
        help="The report the page reads along: its file name, outlet or id.",
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]
