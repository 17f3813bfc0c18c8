"""Adds the lengths of the stages of a round, and questions about a theme of a submitted answer."""

import sqlalchemy as sa
from alembic import op

revision = "20261205"
down_revision = "20261204"


def upgrade() -> None:
    """Add the columns, with no length for earlier rounds, and the table."""
    for name in ("answer_days", "question_days", "reply_days"):
        op.add_column("round", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    texts = ("country", "item", "words", "asked_by", "asked_at", "answer", "answered_by")
    op.create_table(
        "cell_question",
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("draft_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("answered_at", sa.Text),
        sa.PrimaryKeyConstraint("question_id", name="pk_cell_question"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.draft_id"], name="fk_cell_question_draft_id_draft"),
        sqlite_strict=True,
    )
