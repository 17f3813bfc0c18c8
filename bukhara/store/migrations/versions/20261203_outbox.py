"""Adds the language of a contact, and how far letters are; what states were told of before counts as sent."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "20261203"
down_revision = "20261202"
TOLD = (
    ("request", "SELECT round_id || '-' || country, country FROM round_state WHERE sent IS NOT NULL"),
    ("reminder", "SELECT round_id || '-' || country, country FROM round_state WHERE reminded IS NOT NULL"),
    ("received", "SELECT draft_id || '-' || version, subject FROM draft WHERE state = 'in_review'"),
    ("approved", "SELECT draft_id || '-' || version, subject FROM draft WHERE state = 'approved'"),
    ("published", "SELECT draft_id || '-' || version, subject FROM draft WHERE state = 'published'"),
    ("objection", "SELECT DISTINCT difference, country FROM decision WHERE difference LIKE 'y-%'"),
)


def upgrade() -> None:
    """Add the column and the table, and mark the letters of earlier events."""
    op.add_column("round_state", sa.Column("language", sa.Text, nullable=False, server_default=""))
    names = ("kind", "country", "state", "at", "by", "reason")
    letter = op.create_table(
        "letter",
        sa.Column("letter_id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in names),
        sa.PrimaryKeyConstraint("letter_id", name="pk_letter"),
        sqlite_strict=True,
    )
    told = {"state": "sent", "at": datetime.now(UTC).isoformat(), "by": "", "reason": ""}
    connection = op.get_bind()
    for kind, query in TOLD:
        for key, country in connection.execute(sa.text(query)).all():
            connection.execute(sa.insert(letter).values(letter_id=f"{kind}-{key}", kind=kind, country=country, **told))
