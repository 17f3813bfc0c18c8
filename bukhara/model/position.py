"""Who said a status: the position of its state, with the day and the document that it comes from."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import Position


@dataclass(frozen=True, slots=True)
class Attribution:
    """A position, and the day of the report, letter or reply behind it; `document_number` is that of an own answer."""

    position: Position
    day: date
    document_number: str = ""
