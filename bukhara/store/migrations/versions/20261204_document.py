"""Adds the table of kept copies of sources and of documents still to be read."""

import sqlalchemy as sa
from alembic import op

revision = "20261204"
down_revision = "20261203"

_TEXTS = ("document_id", "source_id", "title", "address", "note", "passage", "kind")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "document",
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.Column("size", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("sha256", "licence", "added_by", "added_at")),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_document"),
        sqlite_strict=True,
    )
