"""The topics of a statement; empty for the statements of an older store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("statement", sa.Column("topics", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go down."""
    op.drop_column("statement", "topics")
