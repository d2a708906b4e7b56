"""One module per form of input: text, HTML, JSONL ... to reports or rejects."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from synoptic.errors import InputError, SynopticError
from synoptic.model import Intake, Rejected, Report, Skipped
from synoptic.read.assemble import assemble
from synoptic.read.draft import Draft, Raw, Reader, as_rejected
from synoptic.read.load import opened
from synoptic.read.options import ReadOptions
from synoptic.read.sources import expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from synoptic.read.sources import Source

__all__ = ["Draft", "Raw", "ReadOptions", "Reader", "read", "read_each"]

_PROGRESS_EVERY = 20

_log = logging.getLogger(__name__)


def read(
    sources: Iterable[str],
    *,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
    progress: Callable[[str], None] | None = None,
) -> Intake:
    """Read every report that the sources hold; what cannot be read is a reject.

    Args:
        sources: Paths, folders, patterns, `-` for the standard input, addresses. A
            folder's files come in order of path; `.gz` is unpacked on the way.
        options: Limits, and what the user states about all of them.
        progress: Called now and then with how far it has come.

    Returns:
        Reports and rejects, each in the order of the sources. Two reports may have
        the same id: only who has read all of a run can tell them apart.
    """
    reports: list[Report] = []
    rejected: list[Rejected] = []
    skipped: list[Skipped] = []
    for item in read_each(sources, options=options):
        if isinstance(item, Report):
            reports.append(item)
        elif isinstance(item, Rejected):
            rejected.append(item)
        else:
            skipped.append(item)
        if progress and len(reports) % _PROGRESS_EVERY == 0 and reports:
            progress(f"Reading: {len(reports):,} reports, {len(rejected):,} not read")
    _log.info("%d reports read, %d rejected", len(reports), len(rejected))
    return Intake(tuple(reports), tuple(rejected), tuple(skipped))


def read_each(
    sources: Iterable[str],
    *,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
) -> Iterator[Report | Rejected | Skipped]:
    """Read reports one by one, as `read` does, in memory that does not grow.

    For archives and folders that are larger than memory.

    Yields:
        Reports, rejects and what was passed over, in the order of the sources.
    """
    for source in expand(sources):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from _read_one(source, options)


def _read_one(
    source: Source, options: ReadOptions
) -> Iterator[Report | Rejected | Skipped]:
    try:
        with opened(source, options) as (raw, reader):
            for item in reader.read(raw, options):
                if isinstance(item, Draft):
                    yield _assembled(item, raw, options)
                else:
                    yield item
    except InputError as err:
        yield as_rejected(err, err.path)
    except SynopticError as err:
        yield Rejected(source.path, err.code, str(err))
    except Exception as err:  # noqa: BLE001 (a reader may be anybody's: one bad input must not lose the others)
        _log.warning("reader failed on %s", source.path, exc_info=True)
        yield Rejected(
            source.path,
            "failed",
            f"The reader failed ({type(err).__name__}). Please report this input.",
        )


def _assembled(draft: Draft, raw: Raw, options: ReadOptions) -> Report | Rejected:
    try:
        return assemble(draft, raw, options)
    except InputError as err:
        return as_rejected(err, raw.path + draft.place)
