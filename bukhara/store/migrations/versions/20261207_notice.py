"""Adds the table of what one process lets all others know."""

import sqlalchemy as sa
from alembic import op

revision = "20261207"
down_revision = "20261206"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "notice",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("key", "value", "at")),
        sa.PrimaryKeyConstraint("key", name="pk_notice"),
        sqlite_strict=True,
    )
