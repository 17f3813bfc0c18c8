"""Adds the table of the uploaded template of slides; it has one row or none."""

import sqlalchemy as sa
from alembic import op

revision = "20261201"
down_revision = "20261130"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "slide_template",
        sa.Column("sha256", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("uploaded_by", "uploaded_at", "pictures")),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_slide_template"),
        sqlite_strict=True,
    )
