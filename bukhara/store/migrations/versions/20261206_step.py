"""Adds to statements the lead of a step, the document promised, and what became of the step before."""

import sqlalchemy as sa
from alembic import op

revision = "20261206"
down_revision = "20261205"


def upgrade() -> None:
    """Add the columns."""
    for name in ("lead", "promised_document"):
        op.add_column("statement", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("statement", sa.Column("step_outcome", sa.Text))
