"""What people and feeds leave in a workspace: corrections, feeds, settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from synoptic.errors import CorrectionError
from synoptic.model import Correction
from synoptic.store import codec
from synoptic.store.events import tell
from synoptic.store.moments import now
from synoptic.store.tables import corrections, feeds, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection


def all_corrections(
    connection: Connection, of: Iterable[str] | None
) -> tuple[Correction, ...]:
    """The records, in the order in which they were made."""
    chosen = select(corrections.c.record).order_by(corrections.c.number)
    if of is not None:
        chosen = chosen.where(corrections.c.report_id.in_(list(of)))
    rows = connection.execute(chosen)
    return tuple(codec.loads(Correction, record) for record in rows.scalars())


def add_correction(connection: Connection, correction: Correction) -> None:
    """Write a correction down behind the others.

    Raises:
        CorrectionError: Its id is taken, or it undoes what is not there.
    """
    if correction.undoes is not None:
        earlier = select(corrections.c.id).where(corrections.c.id == correction.undoes)
        if connection.execute(earlier).first() is None:
            raise CorrectionError(f"there is no earlier correction {correction.undoes}")
    same = select(corrections.c.record).where(corrections.c.id == correction.id)
    kept = connection.execute(same).scalar()
    if kept is not None:
        if codec.loads(Correction, kept) == correction:
            return
        raise CorrectionError(f"there is another correction {correction.id}")
    connection.execute(
        insert(corrections).values(
            id=correction.id,
            report_id=correction.target.report_id,
            record=codec.dumps(correction),
        )
    )
    tell(
        connection,
        "correction",
        report=correction.target.report_id,
        detail=correction.id,
    )


def all_feeds(connection: Connection) -> tuple[dict[str, Any], ...]:
    """The state of every feed, by address."""
    rows = connection.execute(select(feeds.c.state).order_by(feeds.c.url))
    return tuple(json.loads(state) for state in rows.scalars())


def put_feed(connection: Connection, state: Mapping[str, Any]) -> None:
    """Keep the state of a feed; `url` in it says which."""
    url = str(state["url"])
    connection.execute(delete(feeds).where(feeds.c.url == url))
    line = json.dumps(dict(state), ensure_ascii=False)
    connection.execute(insert(feeds).values(url=url, state=line, changed_at=now()))


def drop_feed(connection: Connection, url: str) -> bool:
    """Forget a feed; whether it was there."""
    return connection.execute(delete(feeds).where(feeds.c.url == url)).rowcount > 0


def setting(connection: Connection, name: str) -> str | None:
    """The value of a setting; None: it was never set."""
    chosen = select(settings.c.value).where(settings.c.name == name)
    return connection.execute(chosen).scalar()


def put_setting(connection: Connection, name: str, value: str) -> None:
    """Set a setting."""
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(insert(settings).values(name=name, value=value))
