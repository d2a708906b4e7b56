"""The command line: arguments, printing, exit codes."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from synoptic import __version__
from synoptic.errors import NothingToCompare, SynopticError, UsageError
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.model import Collation, Rejected
    from synoptic.read import ReadOptions

DONE, FAILED, USAGE, WITH_REJECTS = 0, 1, 2, 3

_NO_NAME = "''"  # as it was typed
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
        metavar="PATH",
        help="Files, folders, globs, web addresses, or - for standard input.",
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
    """Reads every report of a story side by side.

    Shows, with the evidence for each line, which passages the reports share, how
    their words differ, and what stands in one of them only. Everything stays on
    this machine.

    \b
    Start with:
      synoptic compare first.txt second.html
      synoptic compare reports/ --html page.html --open
    """  # noqa: D301


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
    outlet: Outlets = None,
    published_at: PublishedAts = None,
    language: Languages = None,
    offline: Offline = False,
    max_size: MaxSize = None,
    plain: Plain = False,
) -> None:
    """Set the reports of one story side by side.

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
    """  # noqa: D301
    with _errors_told():
        if html is None and (open_ or excerpts is not None):
            raise UsageError(
                "--open and --excerpts are for the page: give --html FILE too"
            )
        from synoptic import app as verbs

        common, stated = _statements(
            paths, outlet=outlet, published_at=published_at, language=language
        )
        with _progress() as progress:
            result = verbs.compare(
                paths,
                fast=fast,
                pipeline=pipeline,
                base=base,
                corrections=corrections if corrections is not None else (),
                options=_read_options(common, max_size, offline=offline),
                stated=stated,
                progress=progress,
            )
        if html is not None:
            _write(html, result.to_html(excerpts=excerpts))
        if json:
            _print_bytes(result.to_json())
        else:
            from synoptic.present.lines import open_console
            from synoptic.present.terminal import print_collation

            _replace_unprintable()
            console = open_console(plain=plain)
            print_collation(result.collation, console, base=base, plain=plain)
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
    outlet: Outlets = None,
    published_at: PublishedAts = None,
    language: Languages = None,
    offline: Offline = False,
    max_size: MaxSize = None,
    plain: Plain = False,
) -> None:
    """Show what is known about each report by itself.

    Which lines are headline, byline, dateline, credit, caption and body, and what
    stands in the body. Nothing is compared.

    \b
    Examples:
      synoptic annotate agency.txt
      synoptic annotate reports/ --json > reports.json
    """  # noqa: D301
    with _errors_told():
        from synoptic import app as verbs

        common, stated = _statements(
            paths, outlet=outlet, published_at=published_at, language=language
        )
        with _progress() as progress:
            result = verbs.annotate(
                paths,
                fast=fast,
                pipeline=pipeline,
                corrections=corrections if corrections is not None else (),
                options=_read_options(common, max_size, offline=offline),
                stated=stated,
                progress=progress,
            )
        if json:
            _print_bytes(result.to_json())
        else:
            from synoptic.present.lines import open_console
            from synoptic.present.terminal_reports import print_reports

            _replace_unprintable()
            console = open_console(plain=plain)
            print_reports(result.run, result.reports, result.annotations, console)
        _finish(result.rejected)


@app.command()
def rerun(
    file: Annotated[
        Path,
        typer.Argument(help="A result that `synoptic compare --json` printed."),
    ],
) -> None:
    """Repeat a run, and say whether it came out the same.

    Files are read again from where they were, seen from the current folder.

    \b
    Exit codes: 0 the same, 1 not the same, or failed.
    """  # noqa: D301
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
    traced = bool(os.environ.get("SYNOPTIC_TRACEBACK"))
    if not traced:
        # Else Python prints the log's tracebacks for want of another place.
        logging.getLogger("synoptic").addHandler(logging.NullHandler())
    try:
        app(prog_name="synoptic", standalone_mode=True)
    except Exception as err:
        if traced:
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
        if isinstance(err, NothingToCompare):
            for reason in err.not_read:
                _tell(f"not read: {reason}")
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


@app.command()
def figures(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    fast: Fast = False,
    published_at: PublishedAts = None,
    offline: Offline = False,
    max_size: MaxSize = None,
) -> None:
    """List the figures of each report, and set those of several reports side by side.

    Each with its bounds, unit, hedge and what it counts. Figures of two reports that
    speak of the same thing are named beside each other.

    \b
    Examples:
      synoptic figures agency.txt
      synoptic figures agency.txt paper.html --csv > figures.csv
    """  # noqa: D301
    with _errors_told():
        from synoptic.present.figure_table import figure_rows

        found = _collated(
            paths, fast=fast, published_at=published_at, offline=offline, size=max_size
        )
        rows = figure_rows(found.reports, found.annotations, found.comparisons)
        _print_rows("figures", rows, json=json, csv=csv)
        _finish(found.rejected)


@app.command()
def timeline(
    paths: Paths,
    *,
    json: Json = False,
    csv: Csv = False,
    fast: Fast = False,
    published_at: PublishedAts = None,
    offline: Offline = False,
    max_size: MaxSize = None,
) -> None:
    """Put what the reports date in the order in which it happened.

    Each with the first and last day it can mean. A year that a report does not state
    is taken from another report of the story, and this is said.

    \b
    Examples:
      synoptic timeline agency.txt paper.html
      synoptic timeline reports/ --json
    """  # noqa: D301
    with _errors_told():
        from synoptic.present.figure_table import timeline_rows

        found = _collated(
            paths, fast=fast, published_at=published_at, offline=offline, size=max_size
        )
        rows = timeline_rows(found.reports, found.timeline)
        _print_rows("timeline", rows, json=json, csv=csv)
        _finish(found.rejected)


def _collated(
    paths: list[str],
    *,
    fast: bool,
    published_at: list[str] | None,
    offline: bool,
    size: str | None,
) -> Collation:
    """The reports of one story, compared; a single one is compared with nothing."""
    from synoptic.app.one_or_more import collate_any

    common, stated = _statements(paths, published_at=published_at)
    with _progress() as progress:
        return collate_any(
            paths,
            fast=fast,
            options=_read_options(common, size, offline=offline),
            stated=stated,
            progress=progress,
        )


def _print_rows(
    name: str, rows: list[dict[str, str | None]], *, json: bool, csv: bool
) -> None:
    from synoptic.present.figure_table import as_csv, as_text

    if json:
        from json import dumps

        result = {"schema": "synoptic/1", name: rows}
        _print_bytes(dumps(result, ensure_ascii=False, indent=1) + "\n")
    elif csv:
        _print_bytes(as_csv(rows))
    elif rows:
        _replace_unprintable()
        typer.echo(as_text(rows), nl=False)
    else:
        typer.echo(f"no {name}" if name == "figures" else "nothing is dated")


def _statements(
    paths: list[str], **values: list[str] | None
) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What is stated of all inputs, by field, and of single ones, by input and field.

    Raises:
        UsageError: `PATH=VALUE` names no input, or a field is stated of all twice.
    """
    common: dict[str, str] = {}
    single: dict[str, dict[str, str]] = {}
    for field, given in values.items():
        for value in given or ():
            named = [path for path in paths if value.startswith(f"{path}=")]
            if named:
                path = max(named, key=len)
                single.setdefault(path, {})[field] = value[len(path) + 1 :]
            elif "=" in value:
                path = value.split("=", 1)[0]
                raise UsageError(f"{path!r} (in {value!r}) is not among the inputs")
            elif field in common:
                raise UsageError(
                    f"{value!r} and {common[field]!r} are both stated of all inputs. "
                    f"Write PATH={value} for one of them"
                )
            else:
                common[field] = value
    return common, single


def _read_options(
    common: dict[str, str], max_size: str | None, *, offline: bool
) -> ReadOptions:
    from synoptic.app.stated import with_fields
    from synoptic.read import ReadOptions

    options = ReadOptions(offline=offline)
    if max_size is not None:
        size = _n_bytes(max_size)
        # No text has more characters than bytes, so that one limit is enough here.
        options = ReadOptions(offline=offline, max_bytes=size, max_chars=size)
    return with_fields(options, common)


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
        _tell(f"not read: {reject.path or _NO_NAME}: {reject.reason}")
    if rejected:
        raise typer.Exit(WITH_REJECTS)


def _tell(message: str) -> None:
    typer.echo(f"synoptic: {one_line(message)}", err=True)
