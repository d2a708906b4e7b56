"""Results kept under a name that says all they hang on."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from synoptic.store.moments import now
from synoptic.store.tables import result_reports, results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_USED_AGAIN_AFTER_CHARS = 13
"""Characters of a time that are compared: a use is written down once an hour."""


def result_key(
    *, texts: Iterable[str], stage: str, revision: str, settings: object, models: object
) -> str:
    """The name of a result: the same where all that it hangs on is the same.

    Args:
        texts: Hashes of what went in, in order.
        stage: What made it, such as `annotate`.
        revision: Of the code of that stage.
        settings: Options, as JSON values.
        models: Names and hashes of the models, as JSON values.
    """
    parts = [list(texts), stage, revision, settings, models]
    line = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.blake2b(line.encode("utf-8", "replace"), digest_size=20).hexdigest()


def find(connection: Connection, keys: Iterable[str]) -> dict[str, bytes]:
    """The kept results that are there, by key."""
    wanted = list(keys)
    found: dict[str, bytes] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = connection.execute(
            select(results.c.key, results.c.value).where(results.c.key.in_(part))
        )
        found.update((row.key, bytes(row.value)) for row in rows)
    return found


def stale_uses(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Of these keys, those whose last use was not written down within the hour."""
    hour = now()[:_USED_AGAIN_AFTER_CHARS]
    rows = connection.execute(
        select(results.c.key).where(
            results.c.key.in_(list(keys)), results.c.used_at < hour
        )
    )
    return [row.key for row in rows]


def mark_used(connection: Connection, keys: list[str]) -> None:
    """Write down that results were used now."""
    used = update(results).where(results.c.key.in_(keys)).values(used_at=now())
    connection.execute(used)


def keep(
    connection: Connection,
    key: str,
    value: bytes,
    *,
    stage: str,
    of: Iterable[str] | None,
) -> None:
    """Keep a result; see `Workspace.keep`."""
    connection.execute(delete(results).where(results.c.key == key))
    moment = now()
    connection.execute(
        insert(results).values(
            key=key,
            stage=stage,
            value=value,
            n_bytes=len(value),
            made_at=moment,
            used_at=moment,
            of_reports=of is not None,
        )
    )
    rows = [{"key": key, "report_id": name} for name in sorted(set(of or ()))]
    if rows:
        connection.execute(insert(result_reports), rows)


def drop_holding(connection: Connection, names: Iterable[str]) -> int:
    """Drop every result that holds text of these reports, or may; say how many."""
    listed = list(names)
    holding = select(result_reports.c.key).where(result_reports.c.report_id.in_(listed))
    gone = connection.execute(
        delete(results).where(results.c.key.in_(holding) | ~results.c.of_reports)
    )
    return gone.rowcount


def trim(connection: Connection, n_bytes: int) -> int:
    """Drop the results used longest ago, until the rest fits; how many went."""
    rows = connection.execute(
        select(results.c.key, results.c.n_bytes).order_by(
            results.c.used_at.desc(), results.c.key
        )
    )
    room, gone = n_bytes, []
    for row in rows:
        room -= row.n_bytes
        if room < 0:
            gone.append(row.key)
    for start in range(0, len(gone), 500):
        part = gone[start : start + 500]
        connection.execute(delete(results).where(results.c.key.in_(part)))
    return len(gone)


def size(connection: Connection) -> tuple[int, int]:
    """How many results are kept, and their bytes."""
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(results.c.n_bytes), 0))
    ).one()
    return int(row[0]), int(row[1])
