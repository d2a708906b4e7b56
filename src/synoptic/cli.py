"""The command line: arguments, printing, exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from synoptic import __version__
from synoptic.errors import SynopticError, UsageError
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.model import Rejected
    from synoptic.read import ReadOptions

DONE, FAILED, USAGE, WITH_REJECTS = 0, 1, 2, 3

_SIZES = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, globs, web addresses, or - for standard input.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Plain = Annotated[
    bool,
    typer.Option("--plain", help="Plain text: no colour, no drawn lines."),
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
Outlet = Annotated[
    str | None,
    typer.Option(
        "--outlet", metavar="NAME", help="The outlet, where a file does not say."
    ),
]
PublishedAt = Annotated[
    str | None,
    typer.Option(
        "--published-at",
        metavar="TIME",
        help="When it was published (2025-03-14, 2025-03-14T08:39), where a file "
        "does not say.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="CODE", help="Its language (en, de ...), where not told."
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


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"synoptic {__version__}")
        raise typer.Exit


@app.callback()
def synoptic(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    r"""Reads every report of a story side by side.

    Shows, with the evidence for each line, which passages the reports share, how
    their words differ, and what stands in one of them only. Everything stays on
    this machine.

    \b
    Start with:
      synoptic compare first.txt second.html
      synoptic compare reports/ --html page.html --open
    """


@app.command()
def compare(
    paths: Paths,
    *,
    json: Json = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write the page to FILE."),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser.")
    ] = False,
    excerpts: Annotated[
        int | None,
        typer.Option(
            "--excerpts",
            metavar="N",
            min=0,
            help="A page without the full texts: N words around each passage shown.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REPORT",
            help="The report the page reads along: its file name, outlet or id.",
        ),
    ] = None,
    fast: Fast = False,
    pipeline: Pipeline = None,
    corrections: Corrections = None,
    outlet: Outlet = None,
    published_at: PublishedAt = None,
    language: Language = None,
    offline: Offline = False,
    max_size: MaxSize = None,
    plain: Plain = False,
) -> None:
    r"""Set the reports of one story side by side.

    All reports given are taken as one story; the order in which they are given
    changes nothing. JSONL files hold one report a line.

    \b
    Examples:
      synoptic compare agency.txt paper.html
      synoptic compare 'reports/*.txt' --html page.html --open
      synoptic compare agency.txt https://example.org/story --json > story.json
      pbpaste | synoptic compare - agency.txt --fast

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """
    with _errors_told():
        if html is None and (open_ or excerpts is not None):
            raise UsageError(
                "--open and --excerpts are for the page: give --html FILE too"
            )
        from synoptic import app as verbs

        with _progress() as progress:
            result = verbs.compare(
                paths,
                fast=fast,
                pipeline=pipeline,
                base=base,
                corrections=corrections if corrections is not None else (),
                options=_read_options(
                    outlet, published_at, language, max_size, offline=offline
                ),
                progress=progress,
            )
        if html is not None:
            _write(html, result.to_html(excerpts=excerpts))
        if json:
            _print_bytes(result.to_json())
        else:
            from synoptic.present.terminal import open_console, print_collation

            _replace_unprintable()
            print_collation(result.collation, open_console(plain=plain), base=base)
        if html is not None:
            _tell(f"page written to {html}")
            if open_:
                typer.launch(html.resolve().as_uri())
        _finish(result.rejected)


@app.command()
def annotate(
    paths: Paths,
    *,
    json: Json = False,
    fast: Fast = False,
    pipeline: Pipeline = None,
    corrections: Corrections = None,
    outlet: Outlet = None,
    published_at: PublishedAt = None,
    language: Language = None,
    offline: Offline = False,
    max_size: MaxSize = None,
    plain: Plain = False,
) -> None:
    r"""Show what is known about each report by itself.

    Which lines are headline, byline, dateline, credit, caption and body, and what
    stands in the body. Nothing is compared.

    \b
    Examples:
      synoptic annotate agency.txt
      synoptic annotate reports/ --json > reports.json
    """
    with _errors_told():
        from synoptic import app as verbs

        with _progress() as progress:
            result = verbs.annotate(
                paths,
                fast=fast,
                pipeline=pipeline,
                corrections=corrections if corrections is not None else (),
                options=_read_options(
                    outlet, published_at, language, max_size, offline=offline
                ),
                progress=progress,
            )
        if json:
            _print_bytes(result.to_json())
        else:
            from synoptic.present.terminal import open_console, print_reports

            _replace_unprintable()
            console = open_console(plain=plain)
            print_reports(result.run, result.reports, result.annotations, console)
        _finish(result.rejected)


@app.command()
def rerun(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.json", help="A result that `synoptic compare --json` printed."
        ),
    ],
) -> None:
    r"""Repeat a run, and say whether it came out the same.

    Files are read again from where they were, seen from the current folder.

    \b
    Exit codes: 0 the same, 1 not the same, or failed.
    """
    with _errors_told():
        from synoptic import app as verbs

        with _progress() as progress:
            result = verbs.rerun(file, progress=progress)
        for note in result.notes:
            _tell(note)
        if result.same:
            typer.echo("the same")
            return
        typer.echo("not the same:")
        for difference in result.differences:
            typer.echo(f"  {one_line(difference)}")
        raise typer.Exit(FAILED)


def main() -> NoReturn:
    """Run the command; end the process with its exit code."""
    try:
        app(prog_name="synoptic", standalone_mode=True)
    except Exception as err:
        if os.environ.get("SYNOPTIC_TRACEBACK"):
            raise
        _tell(
            f"this is a mistake in synoptic, not in your input: "
            f"{type(err).__name__}: {err}. SYNOPTIC_TRACEBACK=1 shows where"
        )
        sys.exit(FAILED)
    sys.exit(DONE)


@contextmanager
def _errors_told() -> Iterator[None]:
    """An error that a user can cause becomes one line on stderr and an exit code."""
    try:
        yield
    except SynopticError as err:
        _tell(str(err))
        raise typer.Exit(USAGE if isinstance(err, UsageError) else FAILED) from None
    except KeyboardInterrupt:
        _tell("stopped")
        raise typer.Exit(FAILED) from None


@contextmanager
def _progress() -> Iterator[Callable[[str], None] | None]:
    """A spinner with the name of the step, where somebody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("Starting ...") as status:
        yield lambda step: status.update(f"{step} ...")


def _read_options(
    outlet: str | None,
    published_at: str | None,
    language: str | None,
    max_size: str | None,
    *,
    offline: bool,
) -> ReadOptions:
    from synoptic.read import ReadOptions

    stated = ReadOptions(
        outlet=outlet, published_at=published_at, language=language, offline=offline
    )
    if max_size is None:
        return stated
    from dataclasses import replace

    return replace(stated, max_bytes=_n_bytes(max_size))


def _n_bytes(size: str) -> int:
    """Bytes in a size such as `800`, `50MB` or `1.5g`."""
    number = size.strip().lower().removesuffix("b")
    unit = number[-1:] if number[-1:].isalpha() else ""
    try:
        n_bytes = int(float(number.removesuffix(unit)) * _SIZES[unit])
    except (ValueError, KeyError, OverflowError):
        n_bytes = 0
    if n_bytes < 1:
        raise UsageError(f"--max-size {size!r} is no size; write it like 800kB or 50MB")
    return n_bytes


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as err:
        raise SynopticError(f"{path}: cannot be written ({err.strerror})") from err


def _print_bytes(text: str) -> None:
    """Print as UTF-8, whatever the terminal's encoding: JSON has no other."""
    typer.echo(text.encode(), nl=False)


def _replace_unprintable() -> None:
    """On a terminal of another encoding than UTF-8, print `?` and do not fail."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _finish(rejected: tuple[Rejected, ...]) -> None:
    """Name every input that could not be read, and end with the code for it."""
    for reject in rejected:
        _tell(f"not read: {reject.path}: {reject.reason}")
    if rejected:
        raise typer.Exit(WITH_REJECTS)


def _tell(message: str) -> None:
    typer.echo(f"synoptic: {one_line(message)}", err=True)
