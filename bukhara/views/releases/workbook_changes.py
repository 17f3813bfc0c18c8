"""Changes by a workbook: its rows beside those that they replace, and figures readers would see rounded. No words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bukhara.model.codes import State
from bukhara.model.columns import Role, columns_of, names
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.views.releases.row_pairs import Record, identity, paired

REASON, REMARKS = "revision_reason", frozenset(names(Statement, Role.REMARK))
NO_CELL = "coding_status"
"""The column that no workbook has."""


class Sort(StrEnum):
    """The kinds of change of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column of a row, as the record keeps it: codes, ISO 8601 dates and plain numbers; empty without a value."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: `record` after the change (before it, if removed), and `before` (None for an added row).

    `spot` is its row of the workbook (`Statements!4`); empty for a removed row.
    """

    sort: Sort
    record: Record
    before: Record | None
    spot: str = ""

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The columns that differ: of an added or removed row all filled ones, of a confirmed row no column."""
        if self.sort in (Sort.ADDED, Sort.REMOVED):
            columns = (name for name in _columns(self.record) if name != NO_CELL)
            found = ((name, text_of(getattr(self.record, name))) for name in columns)
            gone = self.sort is Sort.REMOVED
            return tuple(FieldChange(n, text, "") if gone else FieldChange(n, "", text) for n, text in found if text)
        return tuple(differing(self.before, self.record)) if self.sort is Sort.CHANGED else ()

    @property
    def kind(self) -> str:
        """`statement`, `observation` or `source`."""
        return type(self.record).__name__.lower()

    @property
    def country(self) -> str:
        """The state or region the row is about; empty for a source."""
        return "" if isinstance(self.record, Source) else self.record.country

    @property
    def item(self) -> str:
        """The item a statement is about; empty for a figure and a source."""
        return self.record.item if isinstance(self.record, Statement) else ""

    @property
    def indicator(self) -> str:
        """The indicator the row answers; empty for a source."""
        return "" if isinstance(self.record, Source) else self.record.indicator

    @property
    def partner(self) -> str:
        """The partner the row names; empty for a source."""
        return "" if isinstance(self.record, Source) else self.record.partner

    @property
    def source_id(self) -> str:
        """The source of the row, or the row itself if it is a source."""
        return self.record.source_id

    @property
    def identity(self) -> str:
        """The stable identifier of `record`."""
        return identity(self.record)

    @property
    def reason(self) -> str:
        """The reason given for a revision; empty without one."""
        return "" if isinstance(self.record, Source) else self.record.revision_reason

    @property
    def explained(self) -> bool:
        """Whether the reason was given for this change: a reason that was there before belongs to an earlier change."""
        columns = {field.column for field in self.fields}
        return columns <= REMARKS or (REASON in columns and bool(self.reason))


@dataclass(frozen=True, slots=True)
class WorkbookChanges:
    """The rows in the order of the workbook, then removed ones."""

    rows: tuple[RowChange, ...]

    def of(self, sort: Sort) -> tuple[RowChange, ...]:
        """Return the rows of one sort of change."""
        return tuple(row for row in self.rows if row.sort == sort)

    def count(self, sort: Sort) -> int:
        """Return the number of rows of one sort of change."""
        return len(self.of(sort))

    @property
    def differing(self) -> tuple[RowChange, ...]:
        """The rows that differ from the record, those first that overwrite or remove what is there."""
        return (*self.of(Sort.CHANGED), *self.of(Sort.REMOVED), *self.of(Sort.ADDED))

    @property
    def nothing(self) -> bool:
        """Whether the workbook has the same content as the record."""
        return all(row.sort is Sort.CONFIRMED for row in self.rows)

    @property
    def without_reason(self) -> tuple[RowChange, ...]:
        """The statements and figures that were overwritten without a reason for it."""
        return tuple(row for row in self.of(Sort.CHANGED) if row.kind != "source" and not row.explained)


def changes(before: Iterable[Record], after: Iterable[Record], spots: Sequence[str] = ()) -> WorkbookChanges:
    """Return the change of every row; give in `before` only the rows that the workbook replaces.

    `spots` has one entry for each row of `after`: its row of the workbook.
    """
    old, new = tuple(before), tuple(after)
    of_new = paired(old, new)
    taken = set(of_new.values())
    rows = [
        _row_change(old[of_new[n]] if n in of_new else None, record, spots[n] if spots else "")
        for n, record in enumerate(new)
    ]
    gone = [RowChange(Sort.REMOVED, record, record) for n, record in enumerate(old) if n not in taken]
    return WorkbookChanges((*rows, *gone))


def text_of(value: object) -> str:
    """Return a value as the record keeps it: whole numbers without a decimal point, white space as single spaces."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return " ".join(str(value).split())


def _row_change(before: Record | None, record: Record, spot: str) -> RowChange:
    if before is None:
        return RowChange(Sort.ADDED, record, None, spot)
    return RowChange(Sort.CHANGED if any(differing(before, record)) else Sort.CONFIRMED, record, before, spot)


def differing(before: Record | None, record: Record) -> Iterator[FieldChange]:
    """Yield the columns in which two records differ as the record keeps them."""
    for name in _columns(record):
        one, other = getattr(before, name), getattr(record, name)
        if one != other and (was := text_of(one)) != (now := text_of(other)):
            yield FieldChange(name, was, now)


def _columns(record: Record) -> tuple[str, ...]:
    kind: type = type(record)
    return tuple(each.name for each in columns_of(kind))


@dataclass(frozen=True, slots=True)
class AsShown:
    """A figure as it was given, with its row of the workbook, and as readers would see it."""

    given: Observation
    shown: Observation
    spot: str


def shown_otherwise(changes: WorkbookChanges, today: Snapshot, tomorrow: Snapshot) -> Iterator[AsShown]:
    """Yield the protected figures that are new, changed, or protected otherwise than today."""
    was, then = ({each.observation_id: each for each in of.observations} for of in (today, tomorrow))
    for row in changes.rows:
        given = row.record
        if not isinstance(given, Observation) or row.sort is Sort.REMOVED:
            continue
        shown = then.get(given.observation_id)
        if shown is None or (shown.state is not State.SUPPRESSED and _number(shown) == _number(given)):
            continue
        if row.sort is not Sort.CONFIRMED or shown != was.get(given.observation_id):
            yield AsShown(given, shown, row.spot)


def _number(figure: Observation) -> tuple[object, ...]:
    return figure.state, figure.value, figure.value_low, figure.value_high, figure.qualifier
