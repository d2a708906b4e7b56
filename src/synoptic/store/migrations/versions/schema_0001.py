"""The first schema.

Revision: 0001.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_INDEXED = {
    "reports": ("given_id", "series", "source_key", "moment"),
    "removed": ("raw_sha256",),
    "stories": ("last_moment", "changed_at"),
    "story_reports": ("story_id",),
    "story_names": ("story_id",),
    "results": ("stage", "used_at"),
    "result_reports": ("report_id",),
    "corrections": ("report_id",),
    "events": ("report_id",),
}
_LATEST_FIRST = (
    "backups",
    "events",
    "feeds",
    "corrections",
    "result_reports",
    "results",
    "story_names",
    "story_reports",
    "stories",
    "annotated",
    "speakers",
    "removed",
    "reports",
    "settings",
)


def _text(name: str, *, null: bool = False, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null, primary_key=key)


def _counted(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=True)


def _of(target: str, name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(
        name, kind, sa.ForeignKey(target, ondelete="CASCADE"), primary_key=True
    )


def upgrade() -> None:
    """Make all tables and the full-text index."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    text = sa.LargeBinary() if postgresql else sa.Text()
    op.create_table("settings", _text("name", key=True), _text("value"))
    op.create_table(
        "reports",
        _counted("seq"),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        _text("given_id"),
        _text("series"),
        _text("source_key", null=True),
        _text("outlet", null=True),
        _text("outlet_words", null=True),
        _text("headline", null=True),
        _text("moment", null=True),
        sa.Column("text", text, nullable=False),
        _text("text_sha256"),
        _text("record"),
        sa.Column("n_chars", sa.Integer(), nullable=False),
        _text("added_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "removed",
        _text("report_id", key=True),
        _text("raw_sha256"),
        _text("reason"),
        _text("at"),
        sa.Column("added_number", sa.Integer(), nullable=False),
    )
    op.create_table(
        "speakers",
        _of("reports.seq", "seq", sa.Integer()),
        _text("name", key=True),
        _text("words"),
    )
    op.create_table("annotated", _of("reports.seq", "seq", sa.Integer()))
    op.create_table(
        "stories",
        _text("id", key=True),
        _text("title"),
        _text("keywords"),
        _text("follows", null=True),
        _text("first_moment", null=True),
        _text("last_moment", null=True),
        _text("changed_at"),
    )
    op.create_table(
        "story_reports",
        _of("reports.id", "report_id", sa.Text()),
        sa.Column(
            "story_id",
            sa.Text(),
            sa.ForeignKey("stories.id", ondelete="CASCADE"),
            nullable=False,
        ),
    )
    op.create_table("story_names", _text("old_id", key=True), _text("story_id"))
    op.create_table(
        "results",
        _text("key", key=True),
        _text("stage"),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("n_bytes", sa.Integer(), nullable=False),
        _text("made_at"),
        _text("used_at"),
        sa.Column("of_reports", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "result_reports",
        _of("results.key", "key", sa.Text()),
        _text("report_id", key=True),
    )
    op.create_table(
        "corrections",
        _counted("number"),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        _text("report_id"),
        _text("record"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "feeds", _text("url", key=True), _text("state"), _text("changed_at")
    )
    op.create_table(
        "events",
        _counted("number"),
        _text("at"),
        _text("kind"),
        _text("report_id", null=True),
        _text("story_id", null=True),
        _text("detail", null=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "backups",
        _text("path", key=True),
        _text("at"),
        sa.Column("up_to_number", sa.Integer(), nullable=False),
    )
    for table, columns in _INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    _make_words(postgresql=postgresql)


def _make_words(*, postgresql: bool) -> None:
    if postgresql:
        op.execute(
            "CREATE TABLE report_words (seq INTEGER PRIMARY KEY "
            "REFERENCES reports (seq) ON DELETE CASCADE, "
            "words TSVECTOR, folded TEXT NOT NULL)"
        )
        op.execute("CREATE INDEX ix_report_words ON report_words USING gin (words)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(headline, text, "
        "content='reports', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN "
        "INSERT INTO report_words (rowid, headline, text) "
        "VALUES (new.seq, new.headline, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER reports_removed AFTER DELETE ON reports BEGIN "
        "INSERT INTO report_words (report_words, rowid, headline, text) "
        "VALUES ('delete', old.seq, old.headline, old.text); END"
    )


def downgrade() -> None:
    """Drop all of it; the reports go too."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TABLE report_words")
    else:
        op.execute("DROP TRIGGER reports_added")
        op.execute("DROP TRIGGER reports_removed")
        op.execute("DROP TABLE report_words")
    for table in _LATEST_FIRST:
        op.drop_table(table)
