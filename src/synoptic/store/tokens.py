"""The words of texts and of searches, by one rule on every database.

The rule is SQLite's own `unicode61` without accents. On PostgreSQL the texts are cut
by it too, so that a search has the same hits on both.
"""

from __future__ import annotations

import sqlite3
import threading

_local = threading.local()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in order."""
    cutter = _cutter()
    cutter.execute("DELETE FROM cut")
    cutter.execute("INSERT INTO cut (rowid, text) VALUES (1, ?)", (text,))
    rows = cutter.execute("SELECT term FROM cut_words ORDER BY offset")
    return tuple(term for (term,) in rows)


def padded(words: tuple[str, ...]) -> str:
    """Words between single spaces, with one at either end, to look for whole words."""
    return f" {' '.join(words)} "


def _cutter() -> sqlite3.Connection:
    """A full-text index in memory, one a thread."""
    cutter: sqlite3.Connection | None = getattr(_local, "cutter", None)
    if cutter is None:
        cutter = sqlite3.connect(":memory:", isolation_level=None)
        cutter.execute(
            "CREATE VIRTUAL TABLE cut USING fts5(text, "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        cutter.execute("CREATE VIRTUAL TABLE cut_words USING fts5vocab(cut, instance)")
        _local.cutter = cutter
    return cutter
