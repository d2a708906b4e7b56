"""Searching the reports of a workspace."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, not_, select

from synoptic.model import Span
from synoptic.store.kinds import Hit, Hits
from synoptic.store.moments import since as from_moment
from synoptic.store.moments import until as to_moment
from synoptic.store.reports import as_report
from synoptic.store.tables import annotated, reports, speakers, story_reports
from synoptic.store.tokens import padded, words_of
from synoptic.store.words import has_terms, read_terms

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.sql import ColumnElement

    from synoptic.store.words import Term

_WORD = re.compile(r"[^\W_]+")
_SNIPPET_CHARS = 160
_MOST_SPANS = 50  # of one hit; a page marks no more


def search(
    connection: Connection,
    asked: str,
    *,
    outlet: str | None,
    since: str | None,
    until: str | None,
    speaker: str | None,
    limit: int,
    offset: int,
) -> Hits:
    """The reports that fit; see `Workspace.search`."""
    terms = read_terms(asked)
    conditions = within(outlet=outlet, since=since, until=until)
    if terms:
        conditions.append(has_terms(connection.dialect.name, terms))
    not_annotated = 0
    if speaker is not None:
        seen = reports.c.seq.in_(select(annotated.c.seq))
        not_annotated = _count(connection, [*conditions, not_(seen)])
        conditions.append(spoken_by(speaker))
    rows = connection.execute(
        select(reports, story_reports.c.story_id)
        .join_from(
            reports,
            story_reports,
            story_reports.c.report_id == reports.c.id,
            isouter=True,
        )
        .where(*conditions)
        .order_by(reports.c.moment.is_(None), reports.c.moment.desc(), reports.c.id)
        .limit(limit)
        .offset(offset)
    )
    hits = []
    for row in rows:
        spans = places(row.text, terms)
        hits.append(Hit(as_report(row), spans, _snippet(row.text, spans), row.story_id))
    return Hits(tuple(hits), _count(connection, conditions), not_annotated)


def within(
    *, outlet: str | None, since: str | None, until: str | None
) -> list[ColumnElement[bool]]:
    """The conditions of outlet and time; reports that state no time fit no time."""
    conditions: list[ColumnElement[bool]] = []
    if outlet is not None:
        conditions.append(
            reports.c.outlet_words.contains(padded(words_of(outlet)), autoescape=True)
        )
    if since is not None:
        conditions.append(reports.c.moment >= from_moment(since))
    if until is not None:
        conditions.append(reports.c.moment < to_moment(until))
    return conditions


def spoken_by(speaker: str) -> ColumnElement[bool]:
    """The condition that a report quotes somebody whose name has these words."""
    named = and_(
        *(
            speakers.c.words.contains(f" {word} ", autoescape=True)
            for word in words_of(speaker)
        )
    )
    return reports.c.seq.in_(select(speakers.c.seq).where(named))


def places(text: str, terms: tuple[Term, ...]) -> tuple[Span, ...]:
    """Where the words of the terms stand in a text, in order; 50 at the most."""
    wanted = [term for term in terms if not term.excluded]
    if not wanted:
        return ()
    tokens = [(m.start(), m.end(), _folded(m.group())) for m in _WORD.finditer(text)]
    firsts: dict[str, list[Term]] = {}
    begun: list[Term] = []
    for term in wanted:
        if term.prefix and len(term.words) == 1:
            begun.append(term)
        else:
            firsts.setdefault(term.words[0], []).append(term)
    found: list[Span] = []
    for at, (start, end, word) in enumerate(tokens):
        if any(word.startswith(term.words[0]) for term in begun):
            found.append(Span(start, end))
        for term in firsts.get(word, ()):
            run = tokens[at : at + len(term.words)]
            if _stands(term, [token[2] for token in run]):
                found.append(Span(start, run[-1][1]))
        if len(found) >= _MOST_SPANS:
            break
    return tuple(dict.fromkeys(found))


def _stands(term: Term, words: list[str]) -> bool:
    if len(words) < len(term.words):
        return False
    whole = len(words) - 1 if term.prefix else len(words)
    if tuple(words[:whole]) != term.words[:whole]:
        return False
    return not term.prefix or words[-1].startswith(term.words[-1])


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    split = unicodedata.normalize("NFD", word)
    return "".join(c for c in split if not unicodedata.combining(c)).lower()


def _snippet(text: str, spans: tuple[Span, ...]) -> str:
    """Some words around the first span, else the beginning, on one line."""
    middle = spans[0].start if spans else 0
    start = max(0, middle - _SNIPPET_CHARS // 3)
    end = min(len(text), start + _SNIPPET_CHARS)
    if start:
        blank = text.find(" ", start, middle)
        start = blank + 1 if blank >= 0 else start
    words = " ".join(text[start:end].split())
    return ("… " if start else "") + words + (" …" if end < len(text) else "")


def _count(connection: Connection, conditions: list[ColumnElement[bool]]) -> int:
    counted = select(func.count()).select_from(reports).where(*conditions)
    return connection.execute(counted).scalar_one()
