"""The meaning of each code of a column, in one line: for the sheet `Read me` and the Word form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_, label
from bukhara.model.codes import AnswerRow, Kind, PeriodBasis, Qualifier, State, Status

if TYPE_CHECKING:
    from enum import StrEnum

    from bukhara.i18n.words import Words
    from bukhara.workbook.columns import Column

STATES: dict[State, str] = {
    State.VALUE: N_("There is an answer; it stands in the row. Zero is an answer."),
    State.NOT_APPLICABLE: N_("The question does not concern us; the note says why."),
    State.NOT_AVAILABLE: N_("It concerns us, but the authority has no such figure or document."),
    State.NOT_ASKED: N_("The source does not speak of it; nobody was asked."),
    State.NOT_REPORTED: N_("It was asked, and the answer is still awaited."),
    State.SUPPRESSED: N_("There is a figure, but it is too small to be published without naming somebody."),
}
_LISTED = (State, Status, Kind, AnswerRow, Qualifier, PeriodBasis)


def meanings(column: Column, words: Words) -> tuple[tuple[str, str], ...]:
    """Return code and meaning for columns with codes that need an explanation; empty for the others."""
    if column.codes not in _LISTED:
        return ()
    return tuple((code.value, _meaning(code, words)) for code in column.codes)


def _meaning(code: StrEnum, words: Words) -> str:
    if isinstance(code, State):
        return f"{label(words, code)}. {words(STATES[code])}"
    return label(words, code)
