"""Statements about acts have the kind of the act and where its text stands."""

import sqlalchemy as sa
from alembic import op

revision = "20261201c"
down_revision = "20261201b"


def upgrade() -> None:
    """Add the columns, empty in every row."""
    for column in ("act_kind", "act_text"):
        op.add_column("statement", sa.Column(column, sa.Text))
