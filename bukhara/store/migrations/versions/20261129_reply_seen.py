"""Adds to replies the fingerprint of what the state saw; those that are there have none."""

import sqlalchemy as sa
from alembic import op

revision = "20261129"
down_revision = "20261128"


def upgrade() -> None:
    """Add the column to published and to waiting replies."""
    for table in ("reply", "pending_reply"):
        op.add_column(table, sa.Column("seen", sa.Text, nullable=False, server_default=""))
