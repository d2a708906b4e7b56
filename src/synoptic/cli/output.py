"""What a command says, where it says it, and with which code it ends."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

import typer

from synoptic.errors import NothingToCompare, SynopticError, UsageError
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from synoptic.model import Rejected, Report

DONE, FAILED, USAGE, WITH_REJECTS = 0, 1, 2, 3

_COUNTED = re.compile(r"(.+?) (\d+) of (\d+)")
_NO_NAME = "''"  # as it was typed
_MANY = 20
_NAMED_OF_MANY = 3


@contextmanager
def errors_told() -> Iterator[None]:
    """An error that a user can cause becomes one line on stderr and an exit code."""
    try:
        yield
    except SynopticError as err:
        if isinstance(err, NothingToCompare):
            _tell_not_read(err.not_read)
        tell(str(err))
        raise typer.Exit(USAGE if isinstance(err, UsageError) else FAILED) from None
    except KeyboardInterrupt:
        tell("stopped")
        raise typer.Exit(FAILED) from None


def one_form(*, json: bool, csv: bool) -> None:
    """Refuse to print two forms at once.

    Raises:
        UsageError: Both are asked for.
    """
    if json and csv:
        raise UsageError("--json and --csv exclude each other: give one of them")


@contextmanager
def progress() -> Iterator[Callable[[str], None] | None]:
    """The name of the step, where somebody is looking; a bar where it counts.

    A step that ends in "3 of 40" moves the bar; one without is as long as it is.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    shown = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[count]}"),
        console=Console(stderr=True),
        transient=True,
    )
    with shown:
        task = shown.add_task("Starting", total=None, count="")

        def told(step: str) -> None:
            counted = _COUNTED.fullmatch(step)
            name, done, total = counted.groups() if counted else (step, "0", None)
            shown.update(
                task,
                description=name,
                completed=int(done),
                total=None if total is None else int(total),
                count="" if total is None else f"{done} of {total}",
            )

        yield told


def write(path: Path, data: str | bytes) -> None:
    """Write a file, text as UTF-8.

    Raises:
        SynopticError: It cannot be written.
    """
    try:
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    except OSError as err:
        raise SynopticError(f"{path}: cannot be written ({err.strerror})") from err


def print_bytes(text: str) -> None:
    """Print as UTF-8, whatever the terminal's encoding: JSON has no other."""
    typer.echo(text.encode(), nl=False)


def print_json(document: object) -> None:
    """Print a document of a command's own as JSON."""
    from json import dumps

    print_bytes(dumps(document, ensure_ascii=False, indent=1) + "\n")


def print_rows(
    name: str,
    rows: Sequence[Mapping[str, object]],
    *,
    json: bool,
    csv: bool,
    none: str | None = None,
) -> None:
    """Print a table as JSON, CSV or text.

    Args:
        name: What the rows are, for JSON.
        rows: One for each line, with the same columns.
        json: As JSON.
        csv: As CSV.
        none: What the text says of no rows; else `no` and the name.
    """
    if json:
        print_json({name: rows})
        return
    from synoptic.present.figure_table import as_csv, as_text

    drawn = [
        {key: None if value is None else _cell(value) for key, value in row.items()}
        for row in rows
    ]
    if csv:
        print_bytes(as_csv(drawn))
    elif drawn:
        replace_unprintable()
        typer.echo(as_text(drawn), nl=False)
    else:
        typer.echo(none or f"no {name}")


def _cell(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple | list) else str(value)


def terminal(*, plain: bool) -> Console:
    """Where a result is printed; colour where it is looked at and not `plain`."""
    from synoptic.present.lines import open_console

    replace_unprintable()
    return open_console(plain=plain)


def replace_unprintable() -> None:
    """On a terminal of another encoding than UTF-8, print `?` and do not fail."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def refuse_none(found: Sequence[Report], rejected: tuple[Rejected, ...]) -> None:
    """Fail where there is nothing to answer from.

    Raises:
        NothingToCompare: No report could be read.
    """
    if not found:
        reasons = tuple((reject.path, reject.reason) for reject in rejected)
        raise NothingToCompare("no report was found", reasons)


def finish(rejected: tuple[Rejected, ...]) -> None:
    """Say which inputs could not be read, and end with the code for it."""
    _tell_not_read([(reject.path, reject.reason) for reject in rejected])
    if rejected:
        raise typer.Exit(WITH_REJECTS)


def _tell_not_read(rejected: Sequence[tuple[str, str]]) -> None:
    """Name each input that could not be read; of very many, some for each reason."""
    by_reason: dict[str, list[str]] = {}
    for path, reason in rejected:
        name = "standard input" if path == "-" else path or _NO_NAME
        by_reason.setdefault(reason, []).append(name)
    most = _NAMED_OF_MANY if len(rejected) > _MANY else _MANY
    for reason, names in by_reason.items():
        for name in names[:most]:
            tell(f"not read: {name}: {reason}")
        if n_more := len(names[most:]):
            tell(f"not read: {n_more:,} more, for the same reason")


def tell(message: str) -> None:
    """Say something about the work, on one line of standard error."""
    typer.echo(f"synoptic: {one_line(message)}", err=True)
