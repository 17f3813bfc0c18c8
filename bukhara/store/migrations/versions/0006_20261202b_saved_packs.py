"""Choices of slides are no longer saved by name: their address holds them."""

from alembic import op

revision = "20261202b"
down_revision = "20261202"


def upgrade() -> None:
    """Drop the table; a store that was made since has none."""
    op.drop_table("saved_pack", if_exists=True)
