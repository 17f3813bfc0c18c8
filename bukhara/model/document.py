"""Documents that the secretariat keeps: copies of sources, and what is still to be read."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A copy of a source, its file, its passage or both; without a source it is a document still to be read.

    `note` says why it is to be read. With a `licence` anybody may have the copy, without one only who is signed in.
    """

    document_id: str
    source_id: str
    title: str
    address: str
    note: str
    passage: str
    kind: str
    size: int
    sha256: str
    licence: str
    added_by: str
    added_at: datetime
