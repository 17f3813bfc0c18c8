"""The tables: the record is append-only (`GUARDED`), internal data is not; plain types, for STRICT in SQLite."""

from datetime import date

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.rows import Record, column_types

LARGEST = 2**53
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _double() -> TypeEngine[float]:
    return REAL().with_variant(DOUBLE_PRECISION(), "postgresql")


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True)


def _records(name: str, record: type[Record], *checks: CheckConstraint) -> Table:
    columns = (
        Column(field, _double() if kind is float else Text(), nullable=optional)
        for field, (kind, optional) in column_types(record).items()
    )
    return _table(
        name,
        Column("content_id", Integer, ForeignKey("content.content_id"), primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
        *checks,
        *_date_checks(record),
    )


def _date_checks(record: type[Record]) -> list[CheckConstraint]:
    dates = [field for field, (kind, _) in column_types(record).items() if kind is date]
    return [CheckConstraint(f"length({field}) = 10", name=f"{field}_day") for field in dates]


def _number(field: str, lowest: str) -> CheckConstraint:
    return CheckConstraint(f"{field} >= {lowest} AND {field} < {LARGEST}", name=f"{field}_number")


framework_text = _table(
    "framework_text",
    Column("hash", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

release = _table(
    "release",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("created_at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("framework_hash", Text, ForeignKey("framework_text.hash"), nullable=False),
    Column("framework_version", Text, nullable=False),
    Column("method_version", Text, nullable=False),
    Column("exercise", Integer, nullable=False),
    Column("reverts", Integer, ForeignKey("release.number")),
    Column("revert_scope", Text),
    CheckConstraint("number >= 1", name="number_counts"),
    CheckConstraint("exercise IN (0, 1)", name="exercise_flag"),
)

content = _table(
    "content",
    Column("content_id", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    UniqueConstraint("hash"),
)

block = _table(
    "block",
    Column("release_number", Integer, ForeignKey("release.number"), primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("country", Text, primary_key=True),
    Column("source_id", Text, primary_key=True),
    Column("content_id", Integer, ForeignKey("content.content_id")),
)

source = _records("source", Source)

statement = _records("statement", Statement, CheckConstraint("level >= 0 AND level <= 1", name="level_share"))

observation = _records(
    "observation",
    Observation,
    CheckConstraint(
        f"value < {LARGEST} AND value > -{LARGEST} AND (value >= 0 OR coalesce(qualifier, '') = 'change_percent')",
        name="value_number",
    ),
    _number("value_low", f"-{LARGEST}"),
    _number("value_high", f"-{LARGEST}"),
    CheckConstraint("(state = 'value') OR (value IS NULL)", name="value_has_state"),
    CheckConstraint(
        "(state <> 'value') OR (value IS NOT NULL) OR (value_low IS NOT NULL) OR (value_high IS NOT NULL)",
        name="state_has_value",
    ),
)

audit = _table(
    "audit",
    Column("audit_id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("release_number", Integer, ForeignKey("release.number")),
    Column("hash", Text),
)

request = _records("request", Request)

reply = _records("reply", Reply)

decision = _records("decision", Decision)

frozen_pack = _table(
    "frozen_pack",
    Column("frozen_id", Text, primary_key=True),
    Column("release_number", Integer, ForeignKey("release.number"), nullable=False),
    Column("as_of", Text, nullable=False),
    Column("occasion", Text, nullable=False),
    Column("choice", Text, nullable=False),
    Column("frozen_at", Text, nullable=False),
    Column("frozen_by", Text, nullable=False),
    Column("files", Text, nullable=False),
)

frozen_file = _table(
    "frozen_file",
    Column("frozen_id", Text, ForeignKey("frozen_pack.frozen_id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

frozen_withdrawal = _table(
    "frozen_withdrawal",
    Column("frozen_id", Text, ForeignKey("frozen_pack.frozen_id"), primary_key=True),
    Column("withdrawn_at", Text, nullable=False),
    Column("withdrawn_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

GUARDED = tuple(table.name for table in metadata.sorted_tables)

saved_pack = _table(
    "saved_pack",
    Column("name", Text, primary_key=True),
    Column("choice", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

kept_difference = _table(
    "kept_difference",
    Column("key", Text, primary_key=True),
    Column("found", Text, nullable=False),
)

account = _table(
    "account",
    Column("name", Text, primary_key=True),
    Column("roles", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("disabled", Integer, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("disabled IN (0, 1)", name="disabled_flag"),
)

web_session = _table(
    "web_session",
    Column("token_hash", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("account_version", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
)

attempt = _table(
    "attempt",
    Column("attempt_id", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("at", Text, nullable=False),
)

invitation = _table(
    "invitation",
    Column("token_hash", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_at", Text),
)

draft = _table(
    "draft",
    Column("draft_id", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("base", Integer),
    Column("note", Text, nullable=False),
    Column("publish_at", Text),
    Column("zone", Text, nullable=False),
    Column("submitted_by", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("approved_at", Text),
    Column("release_number", Integer, ForeignKey("release.number")),
    Column("version", Integer, nullable=False),
    Column("size", Integer),
    Column("moved_at", Text),
)

draft_file = _table(
    "draft_file",
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
)

draft_original = _table(
    "draft_original",
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("detail", Text, nullable=False),
)

receipt = _table(
    "receipt",
    Column("release_number", Integer, ForeignKey("release.number"), primary_key=True, autoincrement=False),
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    Column("detail", Text, nullable=False),
)

round_ = _table(
    "round",
    Column("round_id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("title_ru", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("closed", Integer, nullable=False),
)

round_state = _table(
    "round_state",
    Column("round_id", Text, ForeignKey("round.round_id"), primary_key=True),
    Column("country", Text, primary_key=True),
    Column("sent", Text),
    Column("due", Text),
    Column("reminded", Text),
    Column("received", Text),
    Column("cleared", Text),
    Column("cleared_by", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("note", Text, nullable=False),
)

heading = _table(
    "heading",
    Column("country", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("column_key", Text, nullable=False),
)

table_mapping = _table(
    "table_mapping",
    Column("owner", Text, primary_key=True),
    Column("shape", Text, primary_key=True),
    Column("headings", Text, nullable=False),
    Column("choices", Text, nullable=False),
)

pending_reply = _table(
    "pending_reply",
    Column("reply_id", Text, primary_key=True),
    Column("country", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("translation", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("document_number", Text, nullable=False),
    Column("given_on", Text, nullable=False),
    Column("created_by", Text, nullable=False),
)
