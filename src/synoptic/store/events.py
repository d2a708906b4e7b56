"""What changed in a workspace, each with a number that grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from synoptic.store.kinds import Event, EventKind
from synoptic.store.moments import now
from synoptic.store.tables import events

if TYPE_CHECKING:
    from sqlalchemy import Connection


def tell(
    connection: Connection,
    kind: EventKind,
    *,
    report: str | None = None,
    story: str | None = None,
    detail: str | None = None,
) -> None:
    """Write down that something changed."""
    connection.execute(
        insert(events).values(
            at=now(), kind=kind, report_id=report, story_id=story, detail=detail
        )
    )


def changes(connection: Connection, since: int, limit: int) -> tuple[Event, ...]:
    """The events after that number, in order."""
    rows = connection.execute(
        select(events)
        .where(events.c.number > since)
        .order_by(events.c.number)
        .limit(limit)
    )
    return tuple(
        Event(r.number, r.at, r.kind, r.report_id, r.story_id, r.detail) for r in rows
    )


def last_number(connection: Connection) -> int:
    """The number of the last event; 0: there was none."""
    return connection.execute(select(func.max(events.c.number))).scalar() or 0
