"""The tables: the record is append-only (`GUARDED`), internal data is not; plain types, for STRICT in SQLite."""

from datetime import date

from sqlalchemy import (
    DOUBLE_PRECISION,
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
from sqlalchemy.schema import SchemaItem

from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.rows import Record, column_types, text_fields

LARGEST = 2**53
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True)


def _records(name: str, record: type[Record], *checks: CheckConstraint) -> Table:
    columns = (
        Column(
            field, REAL().with_variant(DOUBLE_PRECISION(), "postgresql") if kind is float else Text(), nullable=optional
        )
        for field, (kind, optional) in column_types(record).items()
        if field not in text_fields(record)
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


def _keys(*names: str) -> list[Column[str]]:
    return [Column(name, Text, primary_key=True) for name in names]


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _optional(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


framework_text = _table("framework_text", *_keys("hash"), *_texts("text"))

release = _table(
    "release",
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("created_at", "actor", "note"),
    Column("framework_hash", Text, ForeignKey("framework_text.hash"), nullable=False),
    *_texts("framework_version", "method_version"),
    Column("exercise", Integer, nullable=False),
    Column("reverts", Integer, ForeignKey("release.number")),
    *_optional("revert_scope"),
    CheckConstraint("number >= 1", name="number_counts"),
    CheckConstraint("exercise IN (0, 1)", name="exercise_flag"),
)

content = _table(
    "content",
    Column("content_id", Integer, primary_key=True),
    *_texts("hash"),
    Column("row_count", Integer, nullable=False),
    UniqueConstraint("hash"),
)

block = _table(
    "block",
    Column("release_number", Integer, ForeignKey("release.number"), primary_key=True, autoincrement=False),
    *_keys("kind", "country", "source_id"),
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
    *_texts("at", "actor", "action", "detail"),
    Column("release_number", Integer, ForeignKey("release.number")),
    *_optional("hash"),
)

request = _records("request", Request)

reply = _records("reply", Reply)

decision = _records("decision", Decision)

OF_RECORD = {
    Source: source,
    Statement: statement,
    Observation: observation,
    Request: request,
    Reply: reply,
    Decision: decision,
}
"""The table that has the rows of each kind of record."""

text = _table("text", *_keys("owner", "field", "language", "read_by"), *_texts("text"))

frozen_pack = _table(
    "frozen_pack",
    *_keys("frozen_id"),
    Column("release_number", Integer, ForeignKey("release.number"), nullable=False),
    *_texts("as_of", "occasion", "choice", "frozen_at", "frozen_by", "files"),
)

frozen_file = _table(
    "frozen_file",
    Column("frozen_id", Text, ForeignKey("frozen_pack.frozen_id"), primary_key=True),
    *_keys("name"),
    Column("bytes", LargeBinary, nullable=False),
    *_optional("sha256"),
    Column("size", Integer),
    *_optional("title", "added_at"),
)

frozen_withdrawal = _table(
    "frozen_withdrawal",
    Column("frozen_id", Text, ForeignKey("frozen_pack.frozen_id"), primary_key=True),
    *_texts("withdrawn_at", "withdrawn_by", "reason"),
)

withdrawal = _table(
    "withdrawal",
    Column("release_number", Integer, ForeignKey("release.number"), primary_key=True, autoincrement=False),
    *_keys("row_id", "said"),
)

GUARDED = tuple(table.name for table in metadata.sorted_tables)

slide_template = _table(
    "slide_template",
    *_keys("sha256"),
    *_texts("uploaded_by", "uploaded_at"),
    Column("bytes", LargeBinary, nullable=False),
)

document = _table(
    "document",
    *_keys("document_id"),
    *_texts("source_id", "title", "address", "note", "passage", "kind"),
    Column("size", Integer, nullable=False),
    *_texts("sha256", "licence", "added_by", "added_at"),
    Column("bytes", LargeBinary, nullable=False),
)

account = _table(
    "account",
    *_keys("name"),
    *_texts("roles", "country", "password_hash", "subject"),
    Column("disabled", Integer, nullable=False),
    *_texts("created_at"),
    Column("version", Integer, nullable=False),
    CheckConstraint("disabled IN (0, 1)", name="disabled_flag"),
)

web_session = _table(
    "web_session",
    *_keys("token_hash"),
    *_texts("account"),
    Column("account_version", Integer, nullable=False),
    *_texts("data", "created_at", "seen_at"),
)

attempt = _table("attempt", Column("attempt_id", Integer, primary_key=True), *_texts("subject", "at"))

notice = _table("notice", *_keys("key"), *_texts("value", "at"))

invitation = _table(
    "invitation", *_keys("token_hash"), *_texts("account", "purpose", "expires_at"), *_optional("used_at")
)

draft = _table(
    "draft",
    Column("draft_id", Integer, primary_key=True),
    *_texts("subject", "origin", "state", "file_name", "file_hash", "created_by", "created_at"),
    Column("base", Integer),
    *_texts("note"),
    *_optional("publish_at"),
    *_texts("zone", "submitted_by", "approved_by"),
    *_optional("approved_at"),
    Column("release_number", Integer, ForeignKey("release.number")),
    Column("version", Integer, nullable=False),
    Column("size", Integer),
    *_optional("moved_at"),
)

draft_file = _table(
    "draft_file",
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
)

draft_original = _table(
    "draft_original",
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    *_texts("file_name", "file_hash"),
    Column("bytes", LargeBinary, nullable=False),
    *_texts("detail"),
)

receipt = _table(
    "receipt",
    Column("release_number", Integer, ForeignKey("release.number"), primary_key=True, autoincrement=False),
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), primary_key=True, autoincrement=False),
    *_texts("detail"),
)

round_ = _table(
    "round",
    *_keys("round_id"),
    *_texts("items", "created_at", "created_by"),
    Column("closed", Integer, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("answer_days", "question_days", "reply_days")),
)

round_state = _table(
    "round_state",
    Column("round_id", Text, ForeignKey("round.round_id"), primary_key=True),
    *_keys("country"),
    *_texts("cleared_by", "contact", "note", "language"),
)

round_event = _table(
    "round_event",
    Column("event_id", Integer, primary_key=True),
    Column("round_id", Text, ForeignKey("round.round_id"), nullable=False),
    *_texts("country", "kind", "at"),
    *_optional("day", "until"),
    *_texts("role", "by"),
    Column("draft_id", Integer, nullable=False),
    *_texts("answers"),
)

letter = _table("letter", *_keys("letter_id"), *_texts("kind", "country", "at", "by"))

cell_question = _table(
    "cell_question",
    Column("question_id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.draft_id"), nullable=False),
    *_texts("country", "item", "words", "asked_by", "asked_at", "answer", "answered_by"),
    *_optional("answered_at"),
)

heading = _table("heading", *_keys("country", "kind", "text"), *_texts("column_key"))

table_mapping = _table("table_mapping", *_keys("owner", "shape"), *_texts("headings", "choices"))

pending_reply = _table(
    "pending_reply",
    *_keys("reply_id"),
    *_texts("country", "item", "indicator", "kind", "words", "lang", "translation", "body", "document_number"),
    *_texts("given_on", "seen", "created_by"),
)
