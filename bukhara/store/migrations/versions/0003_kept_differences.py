"""Differences between sources, kept by what they were computed from; they can always be computed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "kept_difference",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_kept_difference")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("kept_difference")
