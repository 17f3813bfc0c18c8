"""Saved choices of slides, and what was presented with its files, which never changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bukhara.store.migrations.append_only import guard, guard_replacing

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FROZEN = ("frozen_pack", "frozen_file", "frozen_withdrawal")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "saved_pack",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved_pack")),
        sqlite_strict=True,
    )
    op.create_table(
        "frozen_pack",
        sa.Column("frozen_id", sa.Text(), nullable=False),
        sa.Column("release_number", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("frozen_at", sa.Text(), nullable=False),
        sa.Column("frozen_by", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_number"], ["release.number"], name=op.f("fk_frozen_pack_release_number_release")
        ),
        sa.PrimaryKeyConstraint("frozen_id", name=op.f("pk_frozen_pack")),
        sqlite_strict=True,
    )
    op.create_table(
        "frozen_file",
        sa.Column("frozen_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["frozen_id"], ["frozen_pack.frozen_id"], name=op.f("fk_frozen_file_frozen_id_frozen_pack")
        ),
        sa.PrimaryKeyConstraint("frozen_id", "name", name=op.f("pk_frozen_file")),
        sqlite_strict=True,
    )
    op.create_table(
        "frozen_withdrawal",
        sa.Column("frozen_id", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["frozen_id"], ["frozen_pack.frozen_id"], name=op.f("fk_frozen_withdrawal_frozen_id_frozen_pack")
        ),
        sa.PrimaryKeyConstraint("frozen_id", name=op.f("pk_frozen_withdrawal")),
        sqlite_strict=True,
    )
    guard(op.get_bind(), FROZEN)
    guard_replacing(op.get_bind())


def downgrade() -> None:
    """Go down."""
    for table in ("frozen_withdrawal", "frozen_file", "frozen_pack", "saved_pack"):
        op.drop_table(table)
