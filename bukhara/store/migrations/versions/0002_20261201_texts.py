"""Texts in every language go to one table; a table and two columns of letters that nothing used are dropped."""

import sqlalchemy as sa
from alembic import op

from bukhara.store import append_only

revision = "20261201"
down_revision = "20261207"

_KEYS = ("owner", "field", "language", "read_by")
# the table, what its texts belong to, their field, and who has read them
_TITLES = (
    ("request", "'request/' || content_id", "position || '/title'", "''"),
    ("round", "round_id", "'title'", "created_by"),
)


def upgrade() -> None:
    """Move the titles of rounds and of requests."""
    columns = (sa.Column(name, sa.Text, nullable=False) for name in (*_KEYS, "text"))
    op.create_table("text", *columns, sa.PrimaryKeyConstraint(*_KEYS), sqlite_strict=True)
    for table, owner, field, read_by in _TITLES:
        for language, column in (("en", "title"), ("ru", "title_ru")):
            op.execute(
                f"INSERT INTO text (owner, field, language, read_by, text) "  # noqa: S608 - names of this file
                f"SELECT {owner}, {field}, '{language}', {read_by}, {column} FROM \"{table}\" WHERE {column} <> ''"
            )
            op.execute(f'ALTER TABLE "{table}" DROP COLUMN {column}')
    append_only.guard(op.get_bind(), ["text"])
    op.execute("DELETE FROM letter WHERE state <> 'sent'")
    for column in ("state", "reason"):
        op.execute(f"ALTER TABLE letter DROP COLUMN {column}")
    op.drop_table("kept_difference")
