"""`reuse`: every passage that any two reports of a corpus share."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synoptic.cli.inputs import n_bytes
from synoptic.cli.output import errors_told, finish, print_json
from synoptic.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.app.reuse import Reused
    from synoptic.engine import Engine

_SHOWN_STEPS = {
    "reports": "reading",
    "fingerprints-0": "fingerprints",
    "fingerprints": "joining",
    "pairs": "choosing pairs",
    "texts-1": "gathering texts",
    "passages": "aligning",
}


def reuse(
    corpus: Annotated[
        list[str],
        typer.Argument(
            metavar="CORPUS...",
            help="Folders, files (text, HTML, JSONL, Parquet; also .gz), workspaces.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Where the passages go: .parquet, .jsonl or .csv.",
            show_default=False,
        ),
    ],
    clusters: Annotated[
        bool, typer.Option("--clusters", help="Put near-duplicates together, too.")
    ] = False,
    furniture: Annotated[
        bool,
        typer.Option(
            "--furniture", help="Give the standing text of outlets, too, marked so."
        ),
    ] = False,
    least_words: Annotated[
        int | None,
        typer.Option(
            "--least-words", metavar="N", min=4, help="Shortest passage, in words."
        ),
    ] = None,
    memory: Annotated[
        str,
        typer.Option(
            "--memory", metavar="SIZE", help="What tables may take; the rest is files."
        ),
    ] = "4GB",
    work: Annotated[
        Path | None,
        typer.Option(
            "--work",
            metavar="DIR",
            help="Keep finished parts here; a stopped run goes on from them.",
        ),
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="NAME", help="local or spark.")
    ] = "local",
    master: Annotated[
        str,
        typer.Option("--master", metavar="URL", help="Spark: where the cluster is."),
    ] = "local[*]",
    json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON.")
    ] = False,
) -> None:
    """Find every passage that any two reports of a corpus share.

    FILE gets one row for each shared passage: the ids of the two reports and where
    the passage begins and ends in each, in characters. Beside it go the pairs, with
    the share of each report that stands in the other, and how the result was made.
    Standing text of an outlet (it prints it under report after report) is told apart.

    \b
    Examples:
      synoptic reuse articles/ --out shared.parquet
      synoptic reuse 2024.jsonl.gz --out shared.csv --clusters
      synoptic reuse archive/ --out shared.parquet --memory 2GB --work parts/
      synoptic reuse synoptic.db --out shared.parquet

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but not every input
    could be read.
    """  # noqa: D301
    with errors_told():
        try:
            from synoptic.app.reuse import reuse as find
        except ModuleNotFoundError as err:
            raise MissingExtra("reuse", extra="corpus") from err
        with _progress() as told, _engine(engine, master) as where:
            result = find(
                corpus,
                out,
                memory=n_bytes(memory, "--memory"),
                work=work,
                clusters=clusters,
                furniture=furniture,
                engine=where,
                told=told,
                least_words=least_words,
            )
        if json:
            print_json(_as_record(result))
        else:
            _print(result)
        finish(result.rejected)


@contextmanager
def _engine(name: str, master: str) -> Iterator[Engine | None]:
    """The engine named; None: the one of this machine."""
    if name == "local":
        yield None
    elif name == "spark":
        try:
            from synoptic.scale import open_spark
        except ModuleNotFoundError as err:
            raise MissingExtra("--engine spark", extra="spark") from err
        with open_spark(master) as engine:
            yield engine
    else:
        raise UsageError(f"--engine {name!r}: there are local and spark")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar for each step, with its rate and the time left, where somebody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    tasks: dict[str, TaskID] = {}
    with Progress(
        TextColumn("{task.description:>16}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as bars:

        def told(step: str, done: int, n_all: int) -> None:
            shown = _SHOWN_STEPS.get(step)
            if shown is None:
                return
            if step not in tasks:
                tasks[step] = bars.add_task(shown, total=n_all, rate="")
            speed = (
                bars.tasks[tasks[step]].finished_speed or bars.tasks[tasks[step]].speed
            )
            rate = ""
            if speed:
                rate = (
                    f"{speed / 1e6:.1f} MB/s" if step == "reports" else f"{speed:.1f}/s"
                )
            bars.update(tasks[step], completed=done, total=n_all, rate=rate)

        yield told


def _print(result: Reused) -> None:
    counts, settings = result.counts, result.run["settings"]
    if not isinstance(settings, dict):
        raise TypeError("settings are a record")
    typer.echo(
        f"{counts['reports']:,} reports, {counts['bytes'] / 1e6:,.1f} MB of text\n"
        f"{counts['passages']:,} shared passages in {_pairs(counts['pairs'])}: "
        + ", ".join(
            f"{counts.get(relation, 0):,} {relation}"
            for relation in ("duplicate", "contained", "overlapping")
        )
        + f"\nno shared run of {settings['guarantee']} words or more is missed that "
        f"carries {settings['least_bits']:g} bits\nfingerprints of "
        f"{settings['run_words']} words, "
        + (
            f"one of {settings['window']} kept"
            if settings["window"] > 1
            else "all kept"
        )
    )
    for what, path in result.files.items():
        typer.echo(f"{what:>9}  {path}")


def _pairs(n: int) -> str:
    return "1 pair" if n == 1 else f"{n:,} pairs"


def _as_record(result: Reused) -> dict[str, object]:
    return {
        **result.run,
        "counts": dict(result.counts),
        "files": {what: str(path) for what, path in result.files.items()},
        "rejected": [
            {"path": r.path, "code": r.code, "reason": r.reason}
            for r in result.rejected
        ],
    }
