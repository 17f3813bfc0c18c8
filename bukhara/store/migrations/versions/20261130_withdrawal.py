"""Adds the table of figures and statements that are not shown any more; it is append-only like the record."""

import sqlalchemy as sa
from alembic import op

from bukhara.store import append_only

revision = "20261130"
down_revision = "20261129"


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        "withdrawal",
        sa.Column("release_number", sa.Integer, sa.ForeignKey("release.number"), nullable=False),
        sa.Column("row_id", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("release_number", "row_id", "said", name="pk_withdrawal"),
        sqlite_strict=True,
    )
    append_only.guard(op.get_bind(), ["withdrawal"])
