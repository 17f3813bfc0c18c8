"""One answer that came by letter or e-mail, as it is typed in; it goes the way of a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.model.observation import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered, and the letter it stands in; codes as they were sent, judged like those of a workbook.

    A `figure` is a row of statistics or partners; then item, indicator, state and statement are not looked at.
    """

    country: str
    item: str = ""
    indicator: str = ""
    kind: str = "implementation"
    state: str = ""
    status: str = ""
    since: str = ""
    statement: str = ""
    lang: str = "en"
    body: str
    document_number: str = ""
    date: date
    revision_reason: str = ""
    figure: Observation | None = None
