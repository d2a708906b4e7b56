"""`watch` and `feeds`: what comes in by itself."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from synoptic.cli.inputs import how_read
from synoptic.cli.options import Json, MaxSize, WorkspaceAt
from synoptic.cli.output import (
    WITH_REJECTS,
    errors_told,
    print_bytes,
    replace_unprintable,
    tell,
)
from synoptic.cli.places import opened
from synoptic.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.app.watch import FeedState, Watcher, WatchEvent

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

Log = Literal["text", "json"]


def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FEED...]",
            help="Addresses of feeds, and files of feeds (OPML); none: those that the "
            "workspace has already.",
            show_default=False,
        ),
    ] = None,
    *,
    workspace: WorkspaceAt = None,
    every: Annotated[
        str,
        typer.Option("--every", metavar="TIME", help="Time between two questions."),
    ] = "5m",
    once: Annotated[
        bool, typer.Option("--once", help="Ask every feed one time, and stop.")
    ] = False,
    log: Annotated[
        Log,
        typer.Option("--log", help="Lines for people, or one JSON object a line."),
    ] = "text",
    max_size: MaxSize = None,
) -> None:
    """Watch feeds, and keep what they bring in a workspace.

    RSS, Atom and JSON Feed. Where a feed prints only the beginning of a report, its
    page is fetched, politely. Feeds are remembered, so that the next call needs no
    names. Ctrl-C stops; nothing is lost by it, nor by a crash.

    \b
    Examples:
      synoptic watch https://example.org/rss
      synoptic watch feeds.opml --workspace desk.db --every 10m
      synoptic watch --once

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 with --once: done, but a feed
    or an entry could not be read.
    """  # noqa: D301
    with errors_told():
        interval = _interval(every)
        from synoptic.app import watch as watching

        addresses = watching.addresses_of(feeds or ())
        how = how_read([], max_size=max_size, offline=False)
        with opened(workspace, create=True) as (_, store):
            watching.subscribe(store, addresses)
            if not watching.feed_states(store):
                raise UsageError(
                    "no feed is watched in this workspace yet: name one, such as "
                    "https://example.org/rss, or a file of feeds (OPML)"
                )
            watcher = watching.Watcher(
                store,
                watching.WatchSettings(every=interval, reading=how["options"]),
                tell=_printer(log),
            )
            with _stopped_by_signals(watcher):
                totals = watcher.run(once=once)
        if once and (totals["failed"] or totals["not_read"]):
            raise typer.Exit(WITH_REJECTS)


def feeds(
    *,
    workspace: WorkspaceAt = None,
    remove: Annotated[
        list[str] | None,
        typer.Option(
            "--remove", metavar="FEED", help="Watch it no more; its reports stay."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List the feeds that are watched, and how each of them fares.

    \b
    Examples:
      synoptic feeds
      synoptic feeds --remove https://example.org/rss
    """  # noqa: D301
    with errors_told(), opened(workspace) as (_, store):
        from synoptic.app import watch as watching

        for address in remove or ():
            if not watching.unsubscribe(store, address):
                raise UsageError(f"{address!r} is not among the feeds")
            tell(f"{address} is not watched any more")
        states = watching.feed_states(store)
        if json:
            from synoptic.app.watch import health_of

            print_bytes(_dumps({"feeds": [health_of(state) for state in states]}))
            return
        replace_unprintable()
        for state in states:
            typer.echo(_line(state))
        if not states:
            typer.echo("no feed is watched")


def _line(state: FeedState) -> str:
    if state.gone:
        how = "gone for good; not asked any more"
    elif state.failures and state.last_error:
        how = (
            f"not read since {state.last_success_at or 'it was added'}: "
            f"{state.last_error[1]} Next try {state.next_try_at}."
        )
    elif state.last_success_at is None:
        how = "not asked yet"
    else:
        how = f"{state.n_entries} entries, read {state.last_success_at}"
    missed = f", {state.n_not_read} entries not read" if state.n_not_read else ""
    return f"{state.url}: {how}{missed}"


def _interval(given: str) -> timedelta:
    """A time such as `90s`, `5m`, `2h`.

    Raises:
        UsageError: It is none, or less than ten seconds.
    """
    number, unit = given[:-1], given[-1:].lower()
    try:
        found = timedelta(seconds=float(number) * _UNITS[unit])
    except (ValueError, KeyError, OverflowError):
        found = timedelta(0)
    if found < timedelta(seconds=10):
        raise UsageError(
            f"--every {given!r} is no time of ten seconds or more; write it like 5m"
        )
    return found


def _printer(log: Log) -> Callable[[WatchEvent], None]:
    def as_json(event: WatchEvent) -> None:
        print(_dumps(event.as_record()), file=sys.stderr, end="", flush=True)

    def as_text(event: WatchEvent) -> None:
        tell(event.as_line())

    return as_json if log == "json" else as_text


def _dumps(value: object) -> str:
    from json import dumps

    return dumps(value, ensure_ascii=False) + "\n"


@contextmanager
def _stopped_by_signals(watcher: Watcher) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops in order, the second one at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {s: signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, _frame: object) -> None:
        watcher.stop()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
