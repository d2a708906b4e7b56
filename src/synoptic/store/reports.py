"""Reports in a workspace: taken in once, never changed, given back as they were."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, or_, select

from synoptic.errors import NotInWorkspace
from synoptic.model import Report
from synoptic.store import codec
from synoptic.store.events import tell
from synoptic.store.kinds import Added
from synoptic.store.moments import moment_of, now
from synoptic.store.moments import until as to_moment
from synoptic.store.sources import is_version, source_key
from synoptic.store.tables import removed, reports
from synoptic.store.tokens import padded, words_of
from synoptic.store.words import index_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row
    from sqlalchemy.sql import ColumnElement

_AT_ONE_ADDRESS = 20  # reports compared; a feed may give one address to all of them
_LOOKED_AT_ONCE = 500  # names in one statement; SQLite takes some thousands


def add_report(
    connection: Connection, report: Report, *, raw_sha256: str = "", again: bool = False
) -> Added:
    """Take a report in, unless it is there; see `Workspace.add`."""
    sha256 = raw_sha256 or report.sha256
    if not again and _was_removed(connection, report.id, sha256):
        return Added("removed", report.id, report.series)
    key = source_key(report)
    text_sha256 = hashlib.sha256(report.text.encode("utf-8", "replace")).hexdigest()
    states = _states(connection, report, key)
    for state in states:
        if state.text_sha256 == text_sha256:
            return Added("known", state.id, state.series, _number(states, state))
    report = _named(connection, report, states)
    found = connection.execute(
        insert(reports)
        .values(
            id=report.id,
            given_id=states[0].given_id if states else report.id,
            series=report.series,
            source_key=key,
            outlet=_plain(report.outlet),
            outlet_words=padded(words_of(report.outlet)) if report.outlet else None,
            headline=_plain(report.headline),
            moment=moment_of(report.published_at),
            text=report.text,
            text_sha256=text_sha256,
            record=codec.dumps(replace(report, text="")),
            n_chars=len(report.text),
            added_at=now(),
        )
        .returning(reports.c.seq)
    )
    index_words(connection, found.scalar_one(), report.headline or "", report.text)
    connection.execute(removed.delete().where(removed.c.report_id == report.id))
    tell(connection, "report-version" if states else "report-new", report=report.id)
    number = len(states) + 1
    return Added("version" if states else "new", report.id, report.series, number)


def get_report(connection: Connection, name: str) -> Report:
    """The report of that id.

    Raises:
        NotInWorkspace: There is none.
    """
    row = connection.execute(select(reports).where(reports.c.id == name)).first()
    if row is None:
        raise NotInWorkspace(f"there is no report {name} in this workspace")
    return as_report(row)


def get_reports(connection: Connection, names: Iterable[str]) -> tuple[Report, ...]:
    """The reports of those ids, in their order, without those that are not there."""
    wanted = list(names)
    found = {}
    for start in range(0, len(wanted), _LOOKED_AT_ONCE):
        part = wanted[start : start + _LOOKED_AT_ONCE]
        for row in connection.execute(select(reports).where(reports.c.id.in_(part))):
            found[row.id] = as_report(row)
    return tuple(found[name] for name in wanted if name in found)


def every_report(
    connection: Connection, conditions: Sequence[ColumnElement[bool]]
) -> Iterator[Report]:
    """The reports that fit, by time of publication, those that state none last."""
    chosen = select(reports).where(*conditions)
    ordered = chosen.order_by(
        reports.c.moment.is_(None), reports.c.moment, reports.c.id
    )
    for row in connection.execute(ordered.execution_options(yield_per=200)):
        yield as_report(row)


def before(connection: Connection, moment: str | None, limit: int) -> tuple[str, ...]:
    """Ids of the last reports published till then, or at a time not stated."""
    chosen = select(reports.c.id)
    if moment is not None:
        till = or_(reports.c.moment.is_(None), reports.c.moment < to_moment(moment))
        chosen = chosen.where(till)
    last = chosen.order_by(reports.c.moment.desc(), reports.c.seq.desc()).limit(limit)
    return tuple(connection.execute(last).scalars())


def latest(
    connection: Connection, series: Iterable[str] | None = None
) -> frozenset[str]:
    """The id of the last version of each of these series; None: of every one."""
    chosen = select(reports.c.series, reports.c.id).order_by(reports.c.seq)
    if series is None:
        parts = [chosen]
    else:
        listed = sorted(set(series))
        parts = [
            chosen.where(reports.c.series.in_(listed[start : start + _LOOKED_AT_ONCE]))
            for start in range(0, len(listed), _LOOKED_AT_ONCE)
        ]
    states: dict[str, list[str]] = {}
    for part in parts:
        for row in connection.execute(part):
            states.setdefault(row.series, []).append(row.id)
    return frozenset(
        versions_of(connection, name)[-1].id if len(ids) > 1 else ids[-1]
        for name, ids in states.items()
    )


def versions_of(connection: Connection, series: str) -> tuple[Report, ...]:
    """The states of one report, oldest first.

    Raises:
        NotInWorkspace: There is no such series.
    """
    rows = connection.execute(
        select(reports).where(reports.c.series == series).order_by(reports.c.seq)
    )
    found = [as_report(row) for row in rows]
    if not found:
        raise NotInWorkspace(f"there is no series {series} in this workspace")
    # A time that only some of them state puts nothing in order.
    stated = [moment_of(r.modified_at) or moment_of(r.published_at) for r in found]
    if all(stated):
        found = [
            r
            for _, r in sorted(
                zip(stated, found, strict=True), key=lambda p: p[0] or ""
            )
        ]
    return tuple(found)


def as_report(row: Row[Any]) -> Report:
    """The report of a row."""
    return replace(codec.loads(Report, row.record), text=row.text)


def count(connection: Connection) -> int:
    """How many reports there are, every version counted."""
    return connection.execute(select(func.count()).select_from(reports)).scalar_one()


def n_chars(connection: Connection) -> int:
    """How many characters all reports have."""
    total = select(func.coalesce(func.sum(reports.c.n_chars), 0))
    return int(connection.execute(total).scalar_one())


def _was_removed(connection: Connection, name: str, sha256: str) -> bool:
    same = [removed.c.report_id == name]
    if sha256:
        same.append(removed.c.raw_sha256 == sha256)
    found = connection.execute(select(removed.c.report_id).where(or_(*same)).limit(1))
    return found.first() is not None


def _states(connection: Connection, report: Report, key: str | None) -> list[Row[Any]]:
    """The rows of which this report is a state, oldest first."""
    columns = (
        reports.c.id,
        reports.c.given_id,
        reports.c.series,
        reports.c.text_sha256,
    )
    states = select(*columns).order_by(reports.c.seq)
    same = [
        reports.c.given_id == report.id,
        reports.c.id == report.id,
        reports.c.series == report.series,
    ]
    found: list[Row[Any]] = [*connection.execute(states.where(or_(*same)))]
    if found or key is None:
        return found
    at_key = (
        select(reports.c.series, reports.c.text)
        .where(reports.c.source_key == key)
        .order_by(reports.c.seq.desc())
        .limit(_AT_ONE_ADDRESS)
    )
    for row in connection.execute(at_key):
        if is_version(row.text, report.text):
            of_series = states.where(reports.c.series == row.series)
            return [*connection.execute(of_series)]
    return []


def _number(states: list[Row[Any]], state: Row[Any]) -> int:
    return [row.id for row in states].index(state.id) + 1


def _named(connection: Connection, report: Report, states: list[Row[Any]]) -> Report:
    """The report under the id and series that the workspace has it by."""
    series = states[0].series if states else report.series
    name, number = report.id, 1
    taken = select(reports.c.id)
    while connection.execute(taken.where(reports.c.id == name)).first() is not None:
        number += 1
        name = f"{report.id}-{number}"
    return replace(report, id=name, series=series)


def _plain(value: str | None) -> str | None:
    return value.replace("\0", " ") if value else None
