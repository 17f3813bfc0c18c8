"""The desk (accounts, sessions, drafts, rounds) and what a round leaves in the record (requests, replies, decisions)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bukhara.store.migrations.append_only import guard

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

RECORD = ("request", "reply", "decision")
DOUBLE: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql")


def upgrade() -> None:
    """Go up."""
    op.create_table('account',
        sa.Column('name', sa.Text(), nullable=False),
        sa.Column('roles', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('password_hash', sa.Text(), nullable=False),
        sa.Column('subject', sa.Text(), nullable=False),
        sa.Column('disabled', sa.Integer(), nullable=False),
        sa.Column('created_at', sa.Text(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('disabled IN (0, 1)', name=op.f('ck_account_disabled_flag')),
        sa.PrimaryKeyConstraint('name', name=op.f('pk_account')),
        sqlite_strict=True
    )
    op.create_table('attempt',
        sa.Column('attempt_id', sa.Integer(), nullable=False),
        sa.Column('subject', sa.Text(), nullable=False),
        sa.Column('at', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('attempt_id', name=op.f('pk_attempt')),
        sqlite_strict=True
    )
    op.create_table('heading',
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('column_key', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('country', 'kind', 'text', name=op.f('pk_heading')),
        sqlite_strict=True
    )
    op.create_table('invitation',
        sa.Column('token_hash', sa.Text(), nullable=False),
        sa.Column('account', sa.Text(), nullable=False),
        sa.Column('purpose', sa.Text(), nullable=False),
        sa.Column('expires_at', sa.Text(), nullable=False),
        sa.Column('used_at', sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_invitation')),
        sqlite_strict=True
    )
    op.create_table('pending_reply',
        sa.Column('reply_id', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('item', sa.Text(), nullable=False),
        sa.Column('indicator', sa.Text(), nullable=False),
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('lang', sa.Text(), nullable=False),
        sa.Column('translation', sa.Text(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.Column('document_number', sa.Text(), nullable=False),
        sa.Column('given_on', sa.Text(), nullable=False),
        sa.Column('created_by', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('reply_id', name=op.f('pk_pending_reply')),
        sqlite_strict=True
    )
    op.create_table('round',
        sa.Column('round_id', sa.Text(), nullable=False),
        sa.Column('title', sa.Text(), nullable=False),
        sa.Column('title_ru', sa.Text(), nullable=False),
        sa.Column('items', sa.Text(), nullable=False),
        sa.Column('created_at', sa.Text(), nullable=False),
        sa.Column('created_by', sa.Text(), nullable=False),
        sa.Column('closed', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('round_id', name=op.f('pk_round')),
        sqlite_strict=True
    )
    op.create_table('web_session',
        sa.Column('token_hash', sa.Text(), nullable=False),
        sa.Column('account', sa.Text(), nullable=False),
        sa.Column('account_version', sa.Integer(), nullable=False),
        sa.Column('data', sa.Text(), nullable=False),
        sa.Column('created_at', sa.Text(), nullable=False),
        sa.Column('seen_at', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_web_session')),
        sqlite_strict=True
    )
    op.create_table('decision',
        sa.Column('content_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('difference', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('status', sa.Text(), nullable=False),
        sa.Column('reason', sa.Text(), nullable=False),
        sa.Column('decided_by', sa.Text(), nullable=False),
        sa.Column('decided_on', sa.Text(), nullable=False),
        sa.Column('first_value', DOUBLE, nullable=False),
        sa.Column('second_value', DOUBLE, nullable=False),
        sa.CheckConstraint('length(decided_on) = 10', name=op.f('ck_decision_decided_on_day')),
        sa.ForeignKeyConstraint(['content_id'], ['content.content_id'], name=op.f('fk_decision_content_id_content')),
        sa.PrimaryKeyConstraint('content_id', 'position', name=op.f('pk_decision')),
        sqlite_strict=True
    )
    op.create_table('reply',
        sa.Column('content_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('reply_id', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('item', sa.Text(), nullable=False),
        sa.Column('indicator', sa.Text(), nullable=False),
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('lang', sa.Text(), nullable=False),
        sa.Column('translation', sa.Text(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.Column('document_number', sa.Text(), nullable=False),
        sa.Column('given_on', sa.Text(), nullable=False),
        sa.CheckConstraint('length(given_on) = 10', name=op.f('ck_reply_given_on_day')),
        sa.ForeignKeyConstraint(['content_id'], ['content.content_id'], name=op.f('fk_reply_content_id_content')),
        sa.PrimaryKeyConstraint('content_id', 'position', name=op.f('pk_reply')),
        sqlite_strict=True
    )
    op.create_table('request',
        sa.Column('content_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('round_id', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('title', sa.Text(), nullable=False),
        sa.Column('title_ru', sa.Text(), nullable=False),
        sa.Column('items', sa.Text(), nullable=False),
        sa.Column('sent', sa.Text(), nullable=False),
        sa.Column('due', sa.Text(), nullable=True),
        sa.CheckConstraint('length(due) = 10', name=op.f('ck_request_due_day')),
        sa.CheckConstraint('length(sent) = 10', name=op.f('ck_request_sent_day')),
        sa.ForeignKeyConstraint(['content_id'], ['content.content_id'], name=op.f('fk_request_content_id_content')),
        sa.PrimaryKeyConstraint('content_id', 'position', name=op.f('pk_request')),
        sqlite_strict=True
    )
    op.create_table('round_state',
        sa.Column('round_id', sa.Text(), nullable=False),
        sa.Column('country', sa.Text(), nullable=False),
        sa.Column('sent', sa.Text(), nullable=True),
        sa.Column('due', sa.Text(), nullable=True),
        sa.Column('reminded', sa.Text(), nullable=True),
        sa.Column('received', sa.Text(), nullable=True),
        sa.Column('cleared', sa.Text(), nullable=True),
        sa.Column('cleared_by', sa.Text(), nullable=False),
        sa.Column('contact', sa.Text(), nullable=False),
        sa.Column('note', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['round_id'], ['round.round_id'], name=op.f('fk_round_state_round_id_round')),
        sa.PrimaryKeyConstraint('round_id', 'country', name=op.f('pk_round_state')),
        sqlite_strict=True
    )
    op.create_table('draft',
        sa.Column('draft_id', sa.Integer(), nullable=False),
        sa.Column('subject', sa.Text(), nullable=False),
        sa.Column('origin', sa.Text(), nullable=False),
        sa.Column('state', sa.Text(), nullable=False),
        sa.Column('file_name', sa.Text(), nullable=False),
        sa.Column('file_hash', sa.Text(), nullable=False),
        sa.Column('created_by', sa.Text(), nullable=False),
        sa.Column('created_at', sa.Text(), nullable=False),
        sa.Column('base', sa.Integer(), nullable=True),
        sa.Column('note', sa.Text(), nullable=False),
        sa.Column('publish_at', sa.Text(), nullable=True),
        sa.Column('zone', sa.Text(), nullable=False),
        sa.Column('submitted_by', sa.Text(), nullable=False),
        sa.Column('approved_by', sa.Text(), nullable=False),
        sa.Column('approved_at', sa.Text(), nullable=True),
        sa.Column('release_number', sa.Integer(), nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['release_number'], ['release.number'], name=op.f('fk_draft_release_number_release')),
        sa.PrimaryKeyConstraint('draft_id', name=op.f('pk_draft')),
        sqlite_strict=True
    )
    op.create_table('draft_file',
        sa.Column('draft_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('bytes', sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(['draft_id'], ['draft.draft_id'], name=op.f('fk_draft_file_draft_id_draft')),
        sa.PrimaryKeyConstraint('draft_id', name=op.f('pk_draft_file')),
        sqlite_strict=True
    )
    op.create_table('receipt',
        sa.Column('release_number', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('draft_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('detail', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['draft_id'], ['draft.draft_id'], name=op.f('fk_receipt_draft_id_draft')),
        sa.ForeignKeyConstraint(['release_number'], ['release.number'], name=op.f('fk_receipt_release_number_release')),
        sa.PrimaryKeyConstraint('release_number', 'draft_id', name=op.f('pk_receipt')),
        sqlite_strict=True
    )
    guard(op.get_bind(), RECORD)


def downgrade() -> None:
    """Go down."""
    op.drop_table('receipt')
    op.drop_table('draft_file')
    op.drop_table('draft')
    op.drop_table('round_state')
    op.drop_table('request')
    op.drop_table('reply')
    op.drop_table('decision')
    op.drop_table('web_session')
    op.drop_table('round')
    op.drop_table('pending_reply')
    op.drop_table('invitation')
    op.drop_table('heading')
    op.drop_table('attempt')
    op.drop_table('account')
