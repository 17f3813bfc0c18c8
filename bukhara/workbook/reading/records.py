"""Makes records of the model from rows without an error; nothing is checked here."""

from collections.abc import Iterable, Mapping
from typing import Any

from bukhara.model.codes import Access, AnswerRow, SourceClass, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.record_positions import RecordPositions
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.workbook.columns import TEMPLATE_ONLY
from bukhara.workbook.grid import column_letters
from bukhara.workbook.reading.ledger import DataRow

_OF_LAST_ANSWER = (AnswerRow.LAST_ANSWER, AnswerRow.CONFIRMED, AnswerRow.CORRECTION)


class SheetRecords:
    """The records of one data sheet in its order, with their cells; only the countries unless they are `wanted`."""

    def __init__(self, kind: WorkbookKind | None, *, wanted: bool = True) -> None:
        self._tracker, self._wanted = kind is WorkbookKind.TRACKER, wanted
        self.statements: list[Statement] = []
        self.taken_out: list[Statement | Observation] = []
        self.confirmed: list[int] = []
        self.pre_filled = False
        self.observations: list[Observation] = []
        self.countries: set[str] = set()
        self.cited: set[object] = set()
        self._first: DataRow | None = None
        self._numbers: list[int] = []

    def take(self, row: DataRow) -> None:
        """Make a record of a row that is kept."""
        self.cited.add(row.fields.get("source_id"))
        if not row.kept:
            return
        self.countries.add(row.fields["country"])
        if not self._wanted:
            return
        stored = {key: value for key, value in row.fields.items() if key not in TEMPLATE_ONLY}
        self._first = self._first or row
        said = row.fields.get("answer_row")
        self.pre_filled |= self._tracker and said in _OF_LAST_ANSWER
        stored = _translated(stored, "statement_translation", stored.get("lang", "en"))
        stored = _translated(stored, "act_name", "ru")  # without a mark it is in English
        record = Statement(**({"item": ""} | stored)) if self._tracker else Observation(**({"value": None} | stored))
        if said is AnswerRow.TAKEN_OUT:
            self.taken_out.append(record)
            return
        if said is AnswerRow.CONFIRMED:
            self.confirmed.append(len(self._numbers))
        if isinstance(record, Statement):
            self.statements.append(record)
        else:
            self.observations.append(record)
        self._numbers.append(row.number)

    def located(self) -> RecordPositions | None:
        """Return the cells of the records; None without records."""
        return _located(self._first, self._numbers) if self._first else None


def sources_from(rows: Iterable[DataRow]) -> tuple[Source, ...]:
    """Return the sources in the order of the sheet.

    A state's own submission is internal unless the sheet declares it public: its number is that of a letter.
    """
    given = (_access(row.fields) | row.fields for row in rows if row.kept)
    return tuple(Source(**_translated(each, "title_translation", each.get("language", "en"))) for each in given)


def _translated(fields: dict[str, Any], name: str, original: str) -> dict[str, Any]:
    return fields | {name: Text.translated(cell, original)} if (cell := fields.get(name)) else fields


def _access(fields: Mapping[str, Any]) -> dict[str, Any]:
    is_submission = fields.get("source_class") is SourceClass.STATE_SUBMISSION
    return {"access": Access.INTERNAL.value} if is_submission else {}


def located(rows: Iterable[DataRow]) -> RecordPositions | None:
    """Return the cells of the records, in the order of the sheet; None without records."""
    kept = [row for row in rows if row.kept]
    return _located(kept[0], [row.number for row in kept]) if kept else None


def _located(first: DataRow, numbers: Iterable[int]) -> RecordPositions:
    letters = tuple((key, column_letters(number)) for key, number in first.columns.items())
    return RecordPositions(first.sheet, letters, tuple(numbers))
