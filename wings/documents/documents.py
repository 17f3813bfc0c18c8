"""Copies of sources that the secretariat keeps."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bukhara.errors import Refused
from bukhara.model.access import Actor
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.service.drafts.uploads import hash_of
from bukhara.store.rows import from_rows, to_row
from bukhara.store.tables import document as table
from wings.documents.files import kind_of
from wings.documents.wing import ADDED, DOCUMENTS, EDIT_DOCUMENTS, REMOVED

MOST = 1000
NO_SOURCE = N_("Please choose the source that this is a copy of.")
NO_COPY = N_("Please choose a file, or copy the passage into its field.")
TOO_MANY = N_("There are already 1,000 documents. Please remove one first.")
ABSENT = N_("There is no such document any more.")
_GONE = dict.fromkeys(("title", "address", "note"), "")
"""Columns of documents without a source, of which there are none any more."""
_described = [column for column in table.c if column.name not in {*_GONE, "bytes"}]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A copy of a source, its file, its passage or both.

    With a `licence` anybody may have it, without one only who is signed in.
    """

    document_id: str
    source_id: str
    passage: str
    kind: str
    size: int
    sha256: str
    licence: str
    added_by: str
    added_at: datetime


class Documents:
    """Copies of sources."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def every(self, actor: Actor) -> tuple[KeptDocument, ...]:
        """Return every document in the order in which they were added."""
        self._core.authorize(actor, DOCUMENTS)
        return self._every()

    def open_copies(self) -> tuple[KeptDocument, ...]:
        """Return the copies that anybody may have, by their licence."""
        return tuple(each for each in self._every() if each.licence)

    def content(self, document_id: str) -> bytes:
        """Return the bytes of the file of a copy that the caller may have; none of one that has no file."""
        with self._core.opened().connect() as connection:
            found = connection.execute(select(table.c.bytes).where(table.c.document_id == document_id)).scalar()
        return bytes(found or b"")

    def keep(self, actor: Actor, source_id: str, content: bytes, *, passage: str = "", licence: str = "") -> None:
        """Keep a copy of a source of the newest release: a file, a passage or both.

        Raises:
            Refused: the source is not known, or the file cannot be kept.
        """
        self._core.authorize(actor, EDIT_DOCUMENTS)
        if source_id not in {source.source_id for source in self._core.newest().sources}:
            raise Refused(NO_SOURCE)
        if not (content or passage.strip()):
            raise Refused(NO_COPY)
        kind, digest, now = kind_of(content) if content else "", hash_of(content) if content else "", self._core.now()
        with self._core.opened().transaction() as connection:
            if len(_stored(connection)) >= MOST:
                raise Refused(TOO_MANY)
            added = KeptDocument(
                document_id="d" + hash_of(f"{source_id} {passage} {digest} {now.isoformat()}".encode())[:12],
                source_id=source_id,
                passage=passage.strip(),
                kind=kind,
                size=len(content),
                sha256=digest,
                licence=" ".join(licence.split()),
                added_by=actor.name,
                added_at=now,
            )
            connection.execute(insert(table).values(to_row(added) | _GONE | {"bytes": content}))
            self._core.audit(connection, actor.name, ADDED, **_detail(added))

    def remove(self, actor: Actor, document_id: str) -> None:
        """Delete a copy."""
        self._core.authorize(actor, EDIT_DOCUMENTS)
        with self._core.opened().transaction() as connection:
            found = next((each for each in _stored(connection) if each.document_id == document_id), None)
            if found is None:
                raise Refused(ABSENT)
            connection.execute(delete(table).where(table.c.document_id == document_id))
            self._core.audit(connection, actor.name, REMOVED, **_detail(found))

    def _every(self) -> tuple[KeptDocument, ...]:
        with self._core.opened().connect() as connection:
            return _stored(connection)


def _stored(connection: Connection) -> tuple[KeptDocument, ...]:
    chosen = select(*_described).where(table.c.source_id != "").order_by(table.c.added_at, table.c.document_id)
    return from_rows(KeptDocument, connection.execute(chosen))


def _detail(document: KeptDocument) -> dict[str, str]:
    return {"document": document.source_id, "file": document.sha256}
