"""All tables, STRICT on SQLite, and the triggers that keep them append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bukhara.store.migrations.append_only import guard, unguard

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("content", "framework_text", "observation", "release", "source", "statement", "audit", "block")
DOUBLE: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "content",
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("content_id", name=op.f("pk_content")),
        sa.UniqueConstraint("hash", name=op.f("uq_content_hash")),
        sqlite_strict=True,
    )
    op.create_table(
        "framework_text",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_framework_text")),
        sqlite_strict=True,
    )
    op.create_table(
        "observation",
        sa.Column("content_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("value", DOUBLE, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("qualifier", sa.Text(), nullable=True),
        sa.Column("value_low", DOUBLE, nullable=True),
        sa.Column("value_high", DOUBLE, nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("counting_unit", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("offence_class", sa.Text(), nullable=False),
        sa.Column("legal_article", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("age_group", sa.Text(), nullable=False),
        sa.Column("form_of_exploitation", sa.Text(), nullable=False),
        sa.Column("citizenship", sa.Text(), nullable=False),
        sa.Column("identifying_body", sa.Text(), nullable=False),
        sa.Column("territorial_scope", sa.Text(), nullable=False),
        sa.Column("period_start", sa.Text(), nullable=True),
        sa.Column("period_end", sa.Text(), nullable=True),
        sa.Column("period_label", sa.Text(), nullable=False),
        sa.Column("period_basis", sa.Text(), nullable=False),
        sa.Column("reporter", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("source_locator", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("revision_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("kind_of_support", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state <> 'value') OR (value IS NOT NULL) OR (value_low IS NOT NULL) "
            "OR (value_high IS NOT NULL)",
            name=op.f("ck_observation_state_has_value"),
        ),
        sa.CheckConstraint(
            "(state = 'value') OR (value IS NULL)", name=op.f("ck_observation_value_has_state")
        ),
        sa.CheckConstraint(
            "value < 9007199254740992 AND value > -9007199254740992 "
            "AND (value >= 0 OR coalesce(qualifier, '') = 'change_percent')",
            name=op.f("ck_observation_value_number"),
        ),
        sa.CheckConstraint("length(asked_on) = 10", name=op.f("ck_observation_asked_on_day")),
        sa.CheckConstraint("length(period_end) = 10", name=op.f("ck_observation_period_end_day")),
        sa.CheckConstraint("length(period_start) = 10", name=op.f("ck_observation_period_start_day")),
        sa.CheckConstraint(
            "value_high >= -9007199254740992 AND value_high < 9007199254740992",
            name=op.f("ck_observation_value_high_number"),
        ),
        sa.CheckConstraint(
            "value_low >= -9007199254740992 AND value_low < 9007199254740992",
            name=op.f("ck_observation_value_low_number"),
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.content_id"], name=op.f("fk_observation_content_id_content")
        ),
        sa.PrimaryKeyConstraint("content_id", "position", name=op.f("pk_observation")),
        sqlite_strict=True,
    )
    op.create_table(
        "release",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("framework_hash", sa.Text(), nullable=False),
        sa.Column("framework_version", sa.Text(), nullable=False),
        sa.Column("method_version", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Integer(), nullable=False),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.CheckConstraint("exercise IN (0, 1)", name=op.f("ck_release_exercise_flag")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_release_number_counts")),
        sa.ForeignKeyConstraint(
            ["framework_hash"], ["framework_text.hash"], name=op.f("fk_release_framework_hash_framework_text")
        ),
        sa.ForeignKeyConstraint(["reverts"], ["release.number"], name=op.f("fk_release_reverts_release")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_release")),
        sqlite_strict=True,
    )
    op.create_table(
        "source",
        sa.Column("content_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("source_class", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.CheckConstraint("length(date) = 10", name=op.f("ck_source_date_day")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.content_id"], name=op.f("fk_source_content_id_content")
        ),
        sa.PrimaryKeyConstraint("content_id", "position", name=op.f("pk_source")),
        sqlite_strict=True,
    )
    op.create_table(
        "statement",
        sa.Column("content_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("level", DOUBLE, nullable=True),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("statement_translation", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("evidence_grade", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("source_locator", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("due_date", sa.Text(), nullable=True),
        sa.Column("revision_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("coding_status", sa.Text(), nullable=False),
        sa.CheckConstraint("length(asked_on) = 10", name=op.f("ck_statement_asked_on_day")),
        sa.CheckConstraint("length(due_date) = 10", name=op.f("ck_statement_due_date_day")),
        sa.CheckConstraint("level >= 0 AND level <= 1", name=op.f("ck_statement_level_share")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.content_id"], name=op.f("fk_statement_content_id_content")
        ),
        sa.PrimaryKeyConstraint("content_id", "position", name=op.f("pk_statement")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("release_number", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_number"], ["release.number"], name=op.f("fk_audit_release_number_release")
        ),
        sa.PrimaryKeyConstraint("audit_id", name=op.f("pk_audit")),
        sqlite_strict=True,
    )
    op.create_table(
        "block",
        sa.Column("release_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.content_id"], name=op.f("fk_block_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["release_number"], ["release.number"], name=op.f("fk_block_release_number_release")
        ),
        sa.PrimaryKeyConstraint("release_number", "kind", "country", "source_id", name=op.f("pk_block")),
        sqlite_strict=True,
    )
    guard(op.get_bind(), TABLES)


def downgrade() -> None:
    """Go down."""
    op.drop_table("block")
    op.drop_table("audit")
    op.drop_table("statement")
    op.drop_table("source")
    op.drop_table("release")
    op.drop_table("observation")
    op.drop_table("framework_text")
    op.drop_table("content")
    unguard(op.get_bind())
