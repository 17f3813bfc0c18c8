"""The meaning of each state of an answer, in one line: for the sheet `Read me`."""

from bukhara.i18n.codes import N_
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.workbook.columns import Column
from bukhara.workbook.labels import label_of

STATES: dict[State, str] = {
    State.VALUE: N_("There is an answer, in this row. Zero is an answer."),
    State.NOT_APPLICABLE: N_("The question does not concern us; the note says why."),
    State.NOT_AVAILABLE: N_("It concerns us, but the authority has no such figure or document."),
    State.NOT_ASKED: N_("The source does not speak of it; nobody was asked."),
    State.NOT_REPORTED: N_("It was asked, and the answer is still awaited."),
    State.SUPPRESSED: N_("There is a figure, but it is so small that persons could be recognised."),
}


def meanings(column: Column, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the label and the meaning of each code of a column whose labels need an explanation; else nothing."""
    if column.codes is not State:
        return ()
    return tuple((label_of(column.key, code, words), words(meaning)) for code, meaning in STATES.items())
