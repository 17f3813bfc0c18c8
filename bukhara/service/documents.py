"""Copies of sources that the secretariat keeps."""

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.document import KeptDocument
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.service.document_files import kind_of
from bukhara.service.drafts.uploads import hash_of
from bukhara.store import documents

MOST = 1000
NO_SOURCE = N_("Please choose the source that this is a copy of.")
NO_COPY = N_("Please choose a file, or copy the passage into its field.")
TOO_MANY = N_("There are already 1,000 documents. Please remove one first.")
ABSENT = N_("There is no such document any more.")


class Documents:
    """Copies of sources."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def every(self, actor: Actor) -> tuple[KeptDocument, ...]:
        """Return every document in the order in which they were added."""
        self._core.authorize(actor, Action.DOCUMENTS)
        return self._every()

    def open_copies(self) -> tuple[KeptDocument, ...]:
        """Return the copies that anybody may have, by their licence."""
        return tuple(each for each in self._every() if each.licence)

    def open_file(self, document_id: str) -> tuple[KeptDocument, bytes] | None:
        """Return a file that anybody may have, by its licence."""
        return self._file(document_id, self.open_copies())

    def file(self, actor: Actor, document_id: str) -> tuple[KeptDocument, bytes] | None:
        """Return a document with its file; None if there is none."""
        return self._file(document_id, self.every(actor))

    def keep(self, actor: Actor, source_id: str, content: bytes, *, passage: str = "", licence: str = "") -> None:
        """Keep a copy of a source of the newest release: a file, a passage or both.

        Raises:
            Refused: the source is not known, or the file cannot be kept.
        """
        self._core.authorize(actor, Action.EDIT_DOCUMENTS)
        if source_id not in {source.source_id for source in self._core.newest().sources}:
            raise Refused(NO_SOURCE)
        if not (content or passage.strip()):
            raise Refused(NO_COPY)
        kind, digest, now = kind_of(content) if content else "", hash_of(content) if content else "", self._core.now()
        with self._core.opened().transaction() as connection:
            if len(documents.every(connection)) >= MOST:
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
            documents.add(connection, added, content)
            self._core.audit(connection, actor.name, AuditAction.DOCUMENT_ADDED, **_detail(added))

    def remove(self, actor: Actor, document_id: str) -> None:
        """Delete a copy."""
        self._core.authorize(actor, Action.EDIT_DOCUMENTS)
        with self._core.opened().transaction() as connection:
            found = next((each for each in documents.every(connection) if each.document_id == document_id), None)
            if found is None:
                raise Refused(ABSENT)
            documents.drop(connection, document_id)
            self._core.audit(connection, actor.name, AuditAction.DOCUMENT_REMOVED, **_detail(found))

    def _every(self) -> tuple[KeptDocument, ...]:
        with self._core.opened().connect() as connection:
            return documents.every(connection)

    def _file(self, document_id: str, among: tuple[KeptDocument, ...]) -> tuple[KeptDocument, bytes] | None:
        found = next((each for each in among if each.document_id == document_id and each.kind), None)
        if found is None:
            return None
        with self._core.opened().connect() as connection:
            return found, documents.content(connection, document_id)


def _detail(document: KeptDocument) -> dict[str, str]:
    return {"document": document.source_id, "file": document.sha256}
