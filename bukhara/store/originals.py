"""Files of another make that drafts were made of; every function takes an open connection."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, select, update

from bukhara.store import tables
from bukhara.store.rows import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file that was sent, before a workbook was made of it; `detail` is what the sender chose or the form held."""

    draft_id: int
    file_name: str
    file_hash: str
    content: bytes
    detail: Mapping[str, Any] = field(default_factory=dict)


def keep(connection: Connection, original: Original, made: bytes) -> None:
    """Store the file that was sent, and put the workbook that was made of it in the place of the draft's file."""
    drop(connection, original.draft_id)
    connection.execute(
        insert(tables.draft_original).values(
            draft_id=original.draft_id,
            file_name=clean(original.file_name),
            file_hash=original.file_hash,
            bytes=original.content,
            detail=clean(json.dumps(original.detail, ensure_ascii=False)),
        )
    )
    file = tables.draft_file
    connection.execute(update(file).where(file.c.draft_id == original.draft_id).values(bytes=made))


def find(connection: Connection, draft_id: int) -> Original | None:
    """Return the file that a draft was made of, or None if its own file is the one that was sent."""
    query = select(tables.draft_original).where(tables.draft_original.c.draft_id == draft_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Original(
        draft_id=draft_id,
        file_name=row.file_name,
        file_hash=row.file_hash,
        content=row.bytes,
        detail=orjson.loads(row.detail or "{}"),
    )


def detail(connection: Connection, draft_id: int) -> dict[str, Any]:
    """Return the details that are stored with the original file of a draft; empty for a draft without one."""
    query = select(tables.draft_original.c.detail).where(tables.draft_original.c.draft_id == draft_id)
    found: dict[str, Any] = orjson.loads(connection.execute(query).scalar_one_or_none() or "{}")
    return found


def drop(connection: Connection, draft_id: int) -> None:
    """Delete the file that a draft was made of."""
    connection.execute(delete(tables.draft_original).where(tables.draft_original.c.draft_id == draft_id))
