"""A hash chain over the audit log, and triggers against `INSERT OR REPLACE` on SQLite."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bukhara.store.migrations.append_only import guard_replacing, unguard_replacing

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up; the rows that are there get no hash of their own, the first new one covers them."""
    op.add_column("audit", sa.Column("hash", sa.Text(), nullable=True))
    guard_replacing(op.get_bind())


def downgrade() -> None:
    """Go down."""
    unguard_replacing(op.get_bind())
    op.drop_column("audit", "hash")
