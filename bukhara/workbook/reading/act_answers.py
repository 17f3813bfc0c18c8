"""Acts on file that a state answers with a tick: in force, or not; its letter becomes their source."""

from bukhara.i18n.act_answers import SAID, told
from bukhara.model.codes import ACTS, EvidenceGrade
from bukhara.model.text import Text
from bukhara.workbook.reading.ledger import DataRow

# of the public source and not of the state
_OF_THE_SOURCE = ("body", "quote", "note", "act_text")


def answer_act(row: DataRow, letter: str) -> None:
    """Make the row of an act that is ticked the answer of the state; it sets a status only if one is chosen in it."""
    said = row.fields.get("answer_row")
    if said not in SAID:
        return
    if row.fields.get("act_kind") not in ACTS or not row.fields.get("act_name"):
        row.find("tick-without-act", "answer_row")
        return
    if not letter:
        row.find("confirmed-without-letter", "answer_row")
        return
    names = Text.translated(row.fields["act_name"], "ru")
    row.fields = {key: value for key, value in row.fields.items() if key not in _OF_THE_SOURCE}
    row.fields |= told(names, said, row.fields.get("valid_until", ""))
    row.fields |= {"source_id": letter, "evidence_grade": EvidenceGrade.STATEMENT_ON_RECORD}
