"""Copies of sources that the secretariat keeps."""

from dataclasses import dataclass
from datetime import datetime


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
