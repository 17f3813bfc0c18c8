"""Copies of sources; functions take an open connection."""

from sqlalchemy import Connection, delete, insert, select

from bukhara.model.document import KeptDocument
from bukhara.store import tables
from bukhara.store.rows import from_rows, to_row

_table = tables.document
_GONE = dict.fromkeys(("title", "address", "note"), "")
"""Columns of documents without a source, of which there are none any more."""
_described = [column for column in _table.c if column.name not in {*_GONE, "bytes"}]


def every(connection: Connection) -> tuple[KeptDocument, ...]:
    """Return the copies without their bytes, in the order in which they were added."""
    rows = connection.execute(
        select(*_described).where(_table.c.source_id != "").order_by(_table.c.added_at, _table.c.document_id)
    )
    return from_rows(KeptDocument, rows)


def content(connection: Connection, document_id: str) -> bytes:
    """Return the bytes of a document; none of one that has no file."""
    return bytes(connection.execute(select(_table.c.bytes).where(_table.c.document_id == document_id)).scalar() or b"")


def add(connection: Connection, document: KeptDocument, data: bytes) -> None:
    """Store a document with its bytes."""
    connection.execute(insert(_table).values(to_row(document) | _GONE | {"bytes": data}))


def drop(connection: Connection, document_id: str) -> None:
    """Delete a document."""
    connection.execute(delete(_table).where(_table.c.document_id == document_id))
