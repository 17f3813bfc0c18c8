"""Files of another make that drafts were made of, and the remembered meanings of their tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "draft_original",
        sa.Column("draft_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_hash", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.draft_id"], name=op.f("fk_draft_original_draft_id_draft")),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_draft_original")),
        sqlite_strict=True,
    )
    op.create_table(
        "table_mapping",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("headings", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "shape", name=op.f("pk_table_mapping")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("table_mapping")
    op.drop_table("draft_original")
