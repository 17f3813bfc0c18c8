"""The data set of which a source is an edition; empty for the sources of an older store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("source", sa.Column("dataset", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go down."""
    op.drop_column("source", "dataset")
