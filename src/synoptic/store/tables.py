"""The tables of a workspace, the same on SQLite and PostgreSQL.

The full-text index and its like differ and stand in `search`. The migrations write the
tables down once more: they are history and do not change with this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine


class ReportText(TypeDecorator[str]):
    """A report's text, every character of it.

    PostgreSQL's own text takes no character 0, which a report may hold, so that it is
    kept as UTF-8 bytes there.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Bytes on PostgreSQL, text on SQLite."""
        kind = LargeBinary() if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The text as the database keeps it."""
        if value is None or dialect.name != "postgresql":
            return value
        return value.encode()

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text as it was."""
        if value is None or dialect.name != "postgresql":
            return value  # type: ignore[no-any-return]
        return bytes(value).decode()


metadata = MetaData()

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("given_id", Text, nullable=False, index=True),
    Column("series", Text, nullable=False, index=True),
    Column("source_key", Text, index=True),
    Column("outlet", Text),
    Column("outlet_words", Text),
    Column("headline", Text),
    Column("moment", Text, index=True),
    Column("text", ReportText, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("n_chars", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_autoincrement=True,
)

removed = Table(
    "removed",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("raw_sha256", Text, nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("added_number", Integer, nullable=False),
)

speakers = Table(
    "speakers",
    metadata,
    Column(
        "seq", Integer, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True
    ),
    Column("name", Text, primary_key=True),
    Column("words", Text, nullable=False),
)

annotated = Table(
    "annotated",
    metadata,
    Column(
        "seq", Integer, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True
    ),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("keywords", Text, nullable=False),
    Column("follows", Text),
    Column("first_moment", Text),
    Column("last_moment", Text, index=True),
    Column("changed_at", Text, nullable=False, index=True),
)

story_reports = Table(
    "story_reports",
    metadata,
    Column(
        "report_id",
        Text,
        ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column(
        "story_id",
        Text,
        ForeignKey("stories.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
)

story_names = Table(
    "story_names",
    metadata,
    Column("old_id", Text, primary_key=True),
    Column("story_id", Text, nullable=False, index=True),
)

results = Table(
    "results",
    metadata,
    Column("key", Text, primary_key=True),
    Column("stage", Text, nullable=False, index=True),
    Column("value", LargeBinary, nullable=False),
    Column("n_bytes", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("used_at", Text, nullable=False, index=True),
    Column("of_reports", Boolean, nullable=False),
)

result_reports = Table(
    "result_reports",
    metadata,
    Column(
        "key", Text, ForeignKey("results.key", ondelete="CASCADE"), primary_key=True
    ),
    Column("report_id", Text, primary_key=True, index=True),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("report_id", Text),
    Column("story_id", Text),
    Column("detail", Text),
    Index("ix_events_report_id", "report_id"),
    sqlite_autoincrement=True,
)

backups = Table(
    "backups",
    metadata,
    Column("path", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("up_to_number", Integer, nullable=False),
    Column("n_bytes", BigInteger),
    Column("sha256", Text),
)
