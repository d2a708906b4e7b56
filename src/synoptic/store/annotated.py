"""Whom the reports of a workspace quote, for searches by speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from synoptic.store.tables import annotated, reports, speakers
from synoptic.store.tokens import padded, words_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from synoptic.model import Annotations


def mark_annotated(connection: Connection, known: Annotations) -> None:
    """Note whom a report quotes: by name, and by the words beside the quotation.

    A report that is gone is passed over.
    """
    row = connection.execute(
        select(reports.c.seq, reports.c.text).where(reports.c.id == known.report)
    ).first()
    if row is None:
        return
    seq = row.seq
    connection.execute(delete(speakers).where(speakers.c.seq == seq))
    connection.execute(delete(annotated).where(annotated.c.seq == seq))
    connection.execute(insert(annotated).values(seq=seq))
    names: set[str] = set()
    for quotation in known.quotations or ():
        speaker = quotation.speaker
        if speaker.entity:
            names.add(speaker.entity)
        if speaker.span is not None:
            names.add(" ".join(row.text[speaker.span.start : speaker.span.end].split()))
    rows = [
        {"seq": seq, "name": name, "words": padded(words_of(name))}
        for name in sorted({name.replace("\0", " ") for name in names} - {""})
    ]
    if rows:
        connection.execute(insert(speakers), rows)


def not_annotated(connection: Connection, limit: int) -> tuple[str, ...]:
    """Ids of reports that nobody has looked at, newest first."""
    rows = connection.execute(
        select(reports.c.id)
        .where(reports.c.seq.not_in(select(annotated.c.seq)))
        .order_by(reports.c.seq.desc())
        .limit(limit)
    )
    return tuple(rows.scalars())
