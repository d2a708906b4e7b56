"""Annotating reports, in several processes where there is much to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from synoptic.annotate import Annotated, annotate_all, together
from synoptic.app.processes import in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.model import Report

LEAST_CHARS = 60_000
"""What each of several processes has to read to be worth its start (0157)."""

_MOST_REPORTS = 50  # in a share: what is lost when somebody stops it


def annotate_together(
    reports: Sequence[Report],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Annotated:
    """Annotations of every report, in the order given, whoever made them.

    Args:
        reports: Any number, in any mix of languages.
        fast: As for `annotate_all`.
        pipeline: As for `annotate_all`.
        processes: How many may work at a time, where there is much to read.
        progress: As for `annotate_all`, now and then only where several work.
    """
    if _crew(reports, fast=fast, processes=processes) == 1:
        return annotate_all(reports, fast=fast, pipeline=pipeline, progress=progress)
    shares = annotate_in_shares(
        reports, fast=fast, pipeline=pipeline, processes=processes, progress=progress
    )
    return together([known for _, known in shares])


def annotate_in_shares(
    reports: Sequence[Report],
    *,
    fast: bool = False,
    pipeline: str | None = None,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Iterator[tuple[Sequence[Report], Annotated]]:
    """Yield some reports after others, in order, with what is known of them.

    Takes what `annotate_together` takes.
    """
    crew = _crew(reports, fast=fast, processes=processes)
    shares = _shares(reports, crew)
    work = partial(annotate_all, fast=fast, pipeline=pipeline)
    found = in_processes(work, shares, processes=crew)
    n_done = 0
    for share in shares:
        if progress is not None:
            progress(f"Annotating {n_done + 1} of {len(reports)}")
        yield share, next(found)
        n_done += len(share)


def _crew(reports: Sequence[Report], *, fast: bool, processes: int) -> int:
    """How many processes are worth their start; rules alone are done before that."""
    n_chars = sum(len(r.text) for r in reports if r.language == "en")
    return 1 if fast else max(min(processes, n_chars // LEAST_CHARS), 1)


def _shares(reports: Sequence[Report], crew: int) -> list[Sequence[Report]]:
    """Reports in a row, as long as the next share, as many shares for each process."""
    n_shares = crew * -(-len(reports) // (crew * _MOST_REPORTS))
    whole = sum(len(report.text) for report in reports) + 1
    shares: list[list[Report]] = [[] for _ in range(n_shares)]
    n_before = 0
    for report in reports:
        shares[n_before * n_shares // whole].append(report)
        n_before += len(report.text)
    return [share for share in shares if share]
