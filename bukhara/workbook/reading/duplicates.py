"""Rows with one subject: equal rows are a warning, two different answers are an error with both rows."""

from collections.abc import Hashable

from bukhara.model.codes import Qualifier, WorkbookKind
from bukhara.model.observation import COUNTED
from bukhara.workbook.letters import skeleton
from bukhara.workbook.reading.ledger import DataRow

_STATEMENT = ("country", "indicator", "kind", "body", "partner", "source_id", "source_locator", "quote")
_OBSERVATION = (
    *("country", "indicator", *COUNTED, "period_start", "period_end"),
    *("reporter", "source_id", "source_locator", "quote", "partner", "kind_of_support"),
)
_ANSWER = (
    *("value", "value_low", "value_high", "state", "qualifier", "status", "level", "since", "valid_until"),
    "statement",
)


_KEYS: dict[WorkbookKind | None, tuple[str, ...]] = {
    None: ("source_id",),
    WorkbookKind.TRACKER: _STATEMENT,
    WorkbookKind.STATISTICS: _OBSERVATION,
    WorkbookKind.PARTNERS: _OBSERVATION,
}


class Duplicates:
    """Compares each row of one sheet with the earlier rows; the Sources sheet has no `kind`."""

    def __init__(self, kind: WorkbookKind | None) -> None:
        self._kind = kind
        self._met: dict[Hashable, tuple[int, Hashable]] = {}

    def see(self, row: DataRow) -> None:
        """Add a finding if an earlier row has the same subject."""
        if row.blamed and not row.blamed.isdisjoint(_KEYS[self._kind]):
            return
        number, answer = self._met.setdefault(_identity(row, self._kind), (row.number, _answer(row, self._kind)))
        if number == row.number:
            return
        same = answer == _answer(row, self._kind)
        row.repeated = same
        code = "duplicate-row" if same else "duplicate-conflict"
        row.find(code, _key(self._kind), first=str(number), second=str(row.number))


def _identity(row: DataRow, kind: WorkbookKind | None) -> Hashable:
    fields = row.fields
    if kind is None:
        # rows name a source in any case: two that look alike cannot be distinguished
        return skeleton(fields.get("source_id", ""))
    if kind is WorkbookKind.TRACKER:
        return tuple(map(fields.get, _STATEMENT))
    change = fields.get("qualifier") is Qualifier.CHANGE_PERCENT
    return (change, *map(fields.get, _OBSERVATION))


def _answer(row: DataRow, kind: WorkbookKind | None) -> Hashable:
    if kind is None:
        return tuple(sorted((key, str(value)) for key, value in row.fields.items()))
    return tuple(map(row.fields.get, _ANSWER))


def _key(kind: WorkbookKind | None) -> str:
    if kind is None:
        return "source_id"
    return "indicator" if kind is WorkbookKind.TRACKER else "value"
