"""How much a revert takes back; the size of a draft's file, and when the draft last moved a step.

All three are empty in rows of an older store.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.add_column("release", sa.Column("revert_scope", sa.Text(), nullable=True))
    op.add_column("draft", sa.Column("size", sa.Integer(), nullable=True))
    op.add_column("draft", sa.Column("moved_at", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go down."""
    op.drop_column("draft", "moved_at")
    op.drop_column("draft", "size")
    op.drop_column("release", "revert_scope")
