"""Rows with one subject: equal rows are a warning, two different answers are an error with both rows."""

from collections.abc import Hashable
from typing import Any

from bukhara.model.codes import Qualifier, WorkbookKind
from bukhara.model.columns import Role, names
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook.letters import skeleton
from bukhara.workbook.reading.ledger import DataRow

_STATEMENT = names(Statement, Role.SUBJECT, Role.CITATION)
_OBSERVATION = (*names(Observation, Role.SUBJECT, Role.COUNTED, Role.PERIOD, Role.CITATION), "reporter")
_ANSWER = (*names(Observation, Role.ANSWER), *names(Statement, Role.ANSWER))
# the columns that say what a row is about, and the column of the finding; the sheet of sources has no kind
_SUBJECTS: dict[WorkbookKind | None, tuple[tuple[str, ...], str]] = {
    None: (("source_id",), "source_id"),
    WorkbookKind.TRACKER: (_STATEMENT, "indicator"),
    WorkbookKind.STATISTICS: (_OBSERVATION, "value"),
    WorkbookKind.PARTNERS: (_OBSERVATION, "value"),
}


class Duplicates:
    """Compares each row of one sheet with the earlier rows."""

    def __init__(self, kind: WorkbookKind | None) -> None:
        self._kind, (self._subject, self._column) = kind, _SUBJECTS[kind]
        self._met: dict[Hashable, tuple[int, Hashable]] = {}

    def see(self, row: DataRow) -> None:
        """Add a finding if an earlier row has the same subject."""
        if row.blamed and not row.blamed.isdisjoint(self._subject):
            return
        answer = self._answer(row.fields)
        number, earlier = self._met.setdefault(self._identity(row.fields), (row.number, answer))
        if number == row.number:
            return
        row.repeated = answer == earlier
        code = "duplicate-row" if row.repeated else "duplicate-conflict"
        row.find(code, self._column, first=str(number), second=str(row.number))

    def _identity(self, fields: dict[str, Any]) -> Hashable:
        if self._kind is None:
            # rows name a source in any case: two that look alike cannot be distinguished
            return skeleton(fields.get("source_id", ""))
        # a change in per cent is another subject than the number that changed
        return (fields.get("qualifier") is Qualifier.CHANGE_PERCENT, *map(fields.get, self._subject))

    def _answer(self, fields: dict[str, Any]) -> Hashable:
        if self._kind is None:
            return tuple(sorted((key, str(value)) for key, value in fields.items()))
        return tuple(map(fields.get, _ANSWER))
