"""Sources: the documents and submissions that records are taken from."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import SourceClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published document, the submission of a state, or one edition of a data set."""

    source_id: str
    source_class: SourceClass
    title: str
    body: str
    date: date
    document_number: str = ""
    language: str = "en"
    access: str = "public"
    address: str = ""
    checksum: str = ""
    dataset: str = ""

    @property
    def edition(self) -> str:
        """The day of this edition of its data set; an empty string if the source is not one."""
        return self.date.isoformat() if self.dataset else ""
