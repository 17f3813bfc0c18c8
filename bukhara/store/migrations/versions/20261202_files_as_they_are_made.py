"""Adds what is known of a file of presented slides to its row, so that each can be stored when it is made."""

import sqlalchemy as sa
from alembic import op

revision = "20261202"
down_revision = "20261201"


def upgrade() -> None:
    """Add the columns; those of earlier files stay empty, for their pack names them."""
    for name, kind in (("sha256", sa.Text), ("size", sa.Integer), ("title", sa.Text), ("added_at", sa.Text)):
        op.add_column("frozen_file", sa.Column(name, kind))
