"""A backup is known by its size and hash, so that one that changed is told.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both columns; of older backups they are not known."""
    op.add_column("backups", sa.Column("n_bytes", sa.BigInteger(), nullable=True))
    op.add_column("backups", sa.Column("sha256", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop both columns."""
    op.drop_column("backups", "sha256")
    op.drop_column("backups", "n_bytes")
