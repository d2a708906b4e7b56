"""Reports that share telling words with one: those worth holding against it."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from synoptic.store.moments import since as from_moment
from synoptic.store.moments import until as to_moment
from synoptic.store.tables import reports
from synoptic.store.tokens import words_of
from synoptic.store.words import Term, has_terms
from synoptic.text.rarity import bits

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from synoptic.model import Report

_N_WORDS = 10
_SHARED_AT_LEAST = 2
_RARE_BITS = 8.0  # a word in some 250; more frequent ones stand in every report
_MOST_OF_A_WORD = 300  # reports with it that are looked at, the newest first


def alike(
    connection: Connection,
    report: Report,
    *,
    since: str | None,
    until: str | None,
    limit: int,
) -> tuple[str, ...]:
    """Ids of the reports that share most of a report's telling words, most first.

    Args:
        connection: Of the workspace.
        report: Need not be in it; is not among the answers.
        since: Published on that day or later, or at a time not stated.
        until: Published on that day or earlier, or at a time not stated.
        limit: Most ids.
    """
    undated = reports.c.moment.is_(None)
    window = [reports.c.id != report.id]
    if since is not None:
        window.append(or_(undated, reports.c.moment >= from_moment(since)))
    if until is not None:
        window.append(or_(undated, reports.c.moment < to_moment(until)))
    shared: Counter[str] = Counter()
    for word in telling_words(report.text):
        rows = connection.execute(
            select(reports.c.id)
            .where(has_terms(connection.dialect.name, (Term((word,)),)), *window)
            .order_by(reports.c.seq.desc())
            .limit(_MOST_OF_A_WORD)
        )
        shared.update(rows.scalars())
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, n in ranked[:limit] if n >= _SHARED_AT_LEAST)


def telling_words(text: str) -> tuple[str, ...]:
    """The words that tell most of a text: rare ones, the repeated before the others."""
    counts = Counter(word for word in words_of(text) if not word.isdigit())
    weights = {
        word: bits(word) * (1 + math.log(n))
        for word, n in counts.items()
        if bits(word) >= _RARE_BITS and len(word) > 2
    }
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(word for word, _ in ranked[:_N_WORDS])
