"""The full-text index: FTS5 on SQLite, `tsvector` on PostgreSQL, one set of hits.

SQLite keeps its index by triggers and takes the words from the reports' own table. On
PostgreSQL the words are cut here by SQLite's rule; a phrase is looked for in the words
of the text as one line, since positions in a `tsvector` end at 16,383.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, cast, column, not_, or_, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from synoptic.errors import UsageError
from synoptic.store.tables import reports
from synoptic.store.tokens import padded, words_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select
    from sqlalchemy.sql import ColumnElement

_PIECE = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')
_MAX_WORD_BYTES = 1_000  # PostgreSQL takes words of 2,046 bytes
_MAX_WORDS_BYTES = 500_000  # and a megabyte of them in all

_indexed = table("report_words", column("seq"), column("words"), column("folded"))


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to look for.

    Attributes:
        words: As `words_of` cuts them; several: one directly after the other.
        prefix: Whether the last word may go on.
        excluded: Whether reports that have it are left out.
    """

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


def read_terms(asked: str) -> tuple[Term, ...]:
    """What a search asks for: words, "phrases", beginnings*, and -words left out.

    Raises:
        UsageError: It only leaves out, or holds nothing that is a word.
    """
    terms = []
    for minus, phrase, star, word in _PIECE.findall(asked):
        if word:
            excluded = word.startswith("-") and len(word) > 1
            bare = word[1:] if excluded else word
            term = Term(words_of(bare), bare.endswith("*"), excluded)
        else:
            term = Term(words_of(phrase), bool(star), bool(minus))
        if term.words:
            terms.append(term)
    if asked.strip() and all(term.excluded for term in terms):
        raise UsageError(f"{asked!r} names no word to look for")
    return tuple(terms)


def index_words(connection: Connection, seq: int, headline: str, body: str) -> None:
    """Put a report's words into the index; SQLite has done so by itself."""
    if connection.dialect.name != "postgresql":
        return
    # Two lines: no phrase runs from one into the other.
    parts = (words_of(headline), words_of(body))
    lexemes: list[str] | None = sorted({word for part in parts for word in part})
    size = sum(len(w.encode()) + 8 for w in lexemes or ())
    if size > _MAX_WORDS_BYTES or any(
        len(w.encode()) > _MAX_WORD_BYTES for w in lexemes or ()
    ):
        lexemes = None  # too much for the index; looked through word for word
    connection.execute(
        text(
            "INSERT INTO report_words (seq, words, folded) "
            "VALUES (:seq, array_to_tsvector(CAST(:words AS text[])), :folded)"
        ),
        {
            "seq": seq,
            "words": lexemes,
            "folded": "\n".join(padded(part) for part in parts),
        },
    )


def has_terms(dialect: str, terms: tuple[Term, ...]) -> ColumnElement[bool]:
    """The condition that a report has all the terms, and none that is excluded."""
    wanted = [term for term in terms if not term.excluded]
    excluded = [term for term in terms if term.excluded]
    if dialect == "postgresql":
        found = and_(*(_in_folded(term) for term in wanted))
        if excluded:
            found = and_(found, not_(or_(*(_in_folded(term) for term in excluded))))
        return reports.c.seq.in_(select(_indexed.c.seq).where(found))
    asked = " AND ".join(_phrase(term) for term in wanted)
    if excluded:
        asked = f"({asked}) NOT ({' OR '.join(_phrase(term) for term in excluded)})"
    matching: Select[Any] = select(column("rowid")).select_from(table("report_words"))
    return reports.c.seq.in_(
        matching.where(text("report_words MATCH :asked").bindparams(asked=asked))
    )


def _phrase(term: Term) -> str:
    """The term in FTS5's language; its words hold no quotation mark."""
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _in_folded(term: Term) -> ColumnElement[bool]:
    asked = " & ".join(_lexeme(word) for word in term.words[:-1])
    last = _lexeme(term.words[-1]) + (":*" if term.prefix else "")
    query = cast(f"{asked} & {last}" if asked else last, TSQUERY)
    line = " " + " ".join(term.words) + ("" if term.prefix else " ")
    listed = cast(_indexed.c.words, TSVECTOR).op("@@")(query)
    standing = cast(_indexed.c.folded, Text).contains(line, autoescape=True)
    if len(term.words) == 1:
        return or_(listed, and_(_indexed.c.words.is_(None), standing))
    return and_(or_(listed, _indexed.c.words.is_(None)), standing)


def _lexeme(word: str) -> str:
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'"
