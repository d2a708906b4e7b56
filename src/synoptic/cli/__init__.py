"""The command line: arguments, printing, exit codes."""

from __future__ import annotations

import errno
import gc
import logging
import os
import sys
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from synoptic import __version__
from synoptic.cli.comparing import compare, rerun
from synoptic.cli.desk import add, list_, remove, search, show
from synoptic.cli.desk_export import export, join
from synoptic.cli.desk_keeping import backup, doctor
from synoptic.cli.grouping import stories
from synoptic.cli.listing import annotate, figures, timeline
from synoptic.cli.omissions import omissions
from synoptic.cli.output import DONE, FAILED, tell
from synoptic.cli.positions import positions
from synoptic.cli.quoting import quotes
from synoptic.cli.reusing import reuse
from synoptic.cli.serving import demo, serve, users
from synoptic.cli.surveying import sample, score, survey
from synoptic.cli.tracing import origins
from synoptic.cli.watching import feeds, watch

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EIO}

_FRESH, _YOUNG, _OLD = 100_000, 20, 50
"""When Python looks for records that only point at each other: ours never do, and
looking through a collation each time it has grown a little costs a tenth."""

_SECTIONS: dict[str, tuple[Callable[..., None], ...]] = {
    "A story in hand": (
        compare,
        annotate,
        quotes,
        figures,
        timeline,
        origins,
        positions,
        omissions,
        rerun,
    ),
    "A desk": (
        add,
        list_,
        show,
        search,
        watch,
        feeds,
        serve,
        export,
        join,
        remove,
        backup,
        doctor,
        users,
        demo,
    ),
    "A corpus": (reuse, stories, survey, sample, score),
}


def _called(command: Callable[..., None]) -> str:
    return command.__name__.rstrip("_")


class _Sectioned(TyperGroup):
    """Lists the commands by what one has: a story, a desk, a corpus."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a list of commands under each heading."""
        names = self.list_commands(ctx)
        width = formatter.width - 6 - max(map(len, names))
        for title, commands in _SECTIONS.items():
            rows = [
                (name, self.commands[name].get_short_help_str(width))
                for name in map(_called, commands)
            ]
            with formatter.section(title):
                formatter.write_dl(rows)


app = typer.Typer(
    cls=_Sectioned,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
for _commands in _SECTIONS.values():
    for _command in _commands:
        app.command(_called(_command))(_command)


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


def main() -> NoReturn:
    """Run the command; end the process with its exit code."""
    traced = bool(os.environ.get("SYNOPTIC_TRACEBACK"))
    if not traced:
        # Else Python prints the log's tracebacks for want of another place.
        logging.getLogger("synoptic").addHandler(logging.NullHandler())
    gc.set_threshold(_FRESH, _YOUNG, _OLD)
    try:
        app(prog_name="synoptic", standalone_mode=True)
    except Exception as err:
        if traced:
            raise
        if isinstance(err, OSError) and err.errno in _NO_ROOM:
            tell(f"the output could not be written: {err.strerror}")
        else:
            tell(
                f"this is a mistake in synoptic, not in your input: "
                f"{type(err).__name__}: {err}. SYNOPTIC_TRACEBACK=1 shows where"
            )
        sys.exit(FAILED)
    sys.exit(DONE)
