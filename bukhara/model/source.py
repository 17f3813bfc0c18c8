"""Sources: the documents and submissions that records are taken from."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bukhara.model.codes import Access, SourceClass
from bukhara.model.columns import LANGUAGES, Role, column
from bukhara.model.messages import N_
from bukhara.model.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published document, the submission of a state, or one edition of a data set."""

    # the sheet of sources defines them: elsewhere this column is looked up there
    source_id: Annotated[str, column(N_("Source"))]
    source_class: Annotated[SourceClass, column(N_("Class of source"))]
    title: Annotated[str, column(N_("Title"), Role.PROSE)]
    body: Annotated[str, column(N_("Body"))]
    date: Annotated[date, column(N_("Date"))]
    document_number: Annotated[str, column(N_("Number of the document"))] = ""
    language: Annotated[str, column(N_("Language"), words=LANGUAGES)] = "en"
    access: Annotated[str, column(N_("Access"), codes=Access)] = "public"
    address: Annotated[str, column(N_("Address"))] = ""
    checksum: Annotated[str, column(N_("Checksum"))] = ""
    dataset: Annotated[str, column(N_("Data set"), Role.LATER)] = ""
    title_translation: Annotated[Text, column(N_("Translation of the title"), Role.PROSE, Role.LATER)] = NO_TEXT

    @property
    def citation(self) -> str:
        """Title, body and day, as English tables name a source; one that is not public has no title."""
        return ", ".join(filter(None, (self.title, self.body, self.date.isoformat())))

    @property
    def edition(self) -> str:
        """The day of this edition of its data set; an empty string if the source is not one."""
        return self.date.isoformat() if self.dataset else ""
