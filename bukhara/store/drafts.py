"""Drafts: workbooks that were received and are not published; every function takes an open connection."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bukhara.errors import DraftConflict
from bukhara.model.draft import Draft, DraftState
from bukhara.model.messages import N_
from bukhara.store import originals, tables
from bukhara.store.rows import Plain, clean, from_row, to_row

OPEN = (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED)
_LAST_ID = 2**31 - 1  # of an integer column in PostgreSQL
_STATE, _AT = tables.draft.c.state, tables.draft.c.publish_at
# made once, because each request asks it
_WAITING = select(tables.draft).where(
    (_STATE == DraftState.DRAFT)
    | ((_STATE == DraftState.APPROVED) & _AT.is_not(None))
    | ((_STATE == DraftState.WITHDRAWN) & tables.draft.c.draft_id.in_(select(tables.draft_file.c.draft_id)))
)


def add(connection: Connection, draft: Draft, content: bytes) -> Draft:
    """Store a new draft and its file; return the draft with its number."""
    made = insert(tables.draft).values(_row(draft)).returning(tables.draft.c.draft_id)
    draft_id = int(connection.execute(made).scalar_one())
    connection.execute(insert(tables.draft_file).values(draft_id=draft_id, bytes=content))
    return replace(draft, draft_id=draft_id)


def find(connection: Connection, draft_id: int) -> Draft | None:
    """Return one draft, or None if it does not exist."""
    if not 1 <= draft_id <= _LAST_ID:
        return None
    row = connection.execute(select(tables.draft).where(tables.draft.c.draft_id == draft_id)).one_or_none()
    return None if row is None else _draft(row)


def listed(connection: Connection) -> tuple[Draft, ...]:
    """Return every draft, newest first."""
    rows = connection.execute(select(tables.draft).order_by(tables.draft.c.draft_id.desc()))
    return tuple(_draft(row) for row in rows)


def open_draft_of(connection: Connection, file_hash: str, created_by: str) -> Draft | None:
    """Return the open draft of the same file by the same account, also if a workbook was made of that file since."""
    draft, sent = tables.draft.c, tables.draft_original.c
    made_of = draft.draft_id.in_(select(sent.draft_id).where(sent.file_hash == file_hash))
    query = select(tables.draft).where(
        (draft.file_hash == file_hash) | made_of, draft.created_by == created_by, draft.state.in_(OPEN)
    )
    row = connection.execute(query.order_by(draft.draft_id)).first()
    return None if row is None else _draft(row)


def received_since(connection: Connection, created_by: str, moment: datetime) -> tuple[int, int]:
    """Return how many drafts an account has made after a moment, and the bytes of their files."""
    # Times are compared as times: the order of texts is the database's own affair.
    draft = tables.draft.c
    made = connection.execute(select(draft.created_at, draft.size).where(draft.created_by == created_by))
    sizes = [row.size or 0 for row in made if datetime.fromisoformat(row.created_at) > moment]
    return len(sizes), sum(sizes)


def waiting(connection: Connection) -> tuple[Draft, ...]:
    """Return the drafts that wait for an hour: to be published, to be withdrawn, or to lose their file."""
    found = (_draft(row) for row in connection.execute(_WAITING))
    return tuple(sorted(found, key=lambda each: (each.publish_at or each.created_at, each.draft_id)))


def move(connection: Connection, draft: Draft, **changes: Any) -> Draft:
    """Store the changed draft; raise DraftConflict if somebody changed it since it was read."""
    after = replace(draft, version=draft.version + 1, **changes)
    mine = (tables.draft.c.draft_id == draft.draft_id) & (tables.draft.c.version == draft.version)
    if connection.execute(update(tables.draft).where(mine).values(_row(after))).rowcount != 1:
        raise DraftConflict(N_("Somebody changed this draft at the same moment. Please look at it again."))
    return after


def file(connection: Connection, draft_id: int) -> bytes | None:
    """Return the file as it was sent, or None after it was deleted."""
    query = select(tables.draft_file.c.bytes).where(tables.draft_file.c.draft_id == draft_id)
    found: bytes | None = connection.execute(query).scalar_one_or_none()
    return found


def drop_file(connection: Connection, draft_id: int) -> None:
    """Delete the file, and the one that it was made of; its name and its hash stay with the draft."""
    originals.drop(connection, draft_id)
    connection.execute(delete(tables.draft_file).where(tables.draft_file.c.draft_id == draft_id))


def keep_receipt(connection: Connection, draft_id: int, release: int, detail: str) -> None:
    """Store the receipt of a draft: what its publication did with each cell."""
    values = {"draft_id": draft_id, "release_number": release, "detail": clean(detail)}
    connection.execute(insert(tables.receipt).values(values))


def receipt(connection: Connection, draft_id: int) -> str | None:
    """Return the receipt of a draft, or None if it was not published."""
    query = select(tables.receipt.c.detail).where(tables.receipt.c.draft_id == draft_id)
    found: str | None = connection.execute(query).scalar_one_or_none()
    return found


def _row(draft: Draft) -> dict[str, Plain]:
    values = to_row(draft)
    values["release_number"] = values.pop("release")
    del values["draft_id"]
    return values


def _draft(row: Row[Any]) -> Draft:
    return from_row(Draft, row)
