"""Translations of statements and replies go to the table of texts; a column that was always empty is dropped."""

import sqlalchemy as sa
from alembic import op

revision = "20261201b"
down_revision = "20261201"


def upgrade() -> None:
    """Move the translations: those of English texts are in Russian, all others in English."""
    for table, column in (("statement", "statement_translation"), ("reply", "translation")):
        op.execute(
            f"INSERT INTO text (owner, field, language, read_by, text) "  # noqa: S608 - names of this file
            f"SELECT '{table}/' || content_id, position || '/{column}', CASE lang WHEN 'en' THEN 'ru' ELSE 'en' END, "
            f"'', {column} FROM {table} WHERE {column} <> ''"
        )
        op.drop_column(table, column)
    op.drop_column("slide_template", "pictures")
