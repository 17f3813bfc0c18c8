"""Compares an uploaded export with the record: unchanged rows have no effect, changed rows get a finding; pure."""

from collections.abc import Iterator
from dataclasses import replace

from bukhara.exports import records
from bukhara.exports.dataset import Dataset, flat
from bukhara.model.codes import WorkbookKind
from bukhara.model.release import Snapshot
from bukhara.workbook import Exported, WorkbookReading, as_exported
from bukhara.workbook.reading.exported import ExportedRow

# Differences and parts that disagree depend on other figures, which a filtered table does not have.
_NOT_COMPARED = frozenset({"difference_group", "parts_disagree"})


def compared(reading: WorkbookReading, shown: Snapshot) -> WorkbookReading:
    """Return the reading of an export with a finding for each row that differs from the shown data."""
    exported = reading.exported
    if exported is None:
        return reading
    table = records.evidence(shown) if exported.kind is WorkbookKind.TRACKER else records.observations(shown)
    found = exported.changed(_changed(exported, table))
    return replace(reading, findings=(*reading.findings, *found))


def _changed(exported: Exported, table: Dataset) -> Iterator[tuple[ExportedRow, int]]:
    """Yield the changed rows, each with the column index of the first changed value."""
    known = [key for key in exported.columns if key in table.columns and key not in _NOT_COMPARED]
    theirs = [exported.columns.index(key) for key in known]
    ours = [table.columns.index(key) for key in known]
    rows = [(row[0], tuple(as_exported(flat(row[column])) for column in ours)) for row in table.rows]
    shown, whole = dict(rows), {values for _, values in rows}
    own_id = exported.columns.index(table.columns[0])
    for row in exported.rows:
        values = tuple(row.values[column] for column in theirs)
        if values in whole:
            continue
        was = shown.get(row.values[own_id], ())
        differing = next((n for n, pair in enumerate(zip(values, was, strict=False)) if pair[0] != pair[1]), 0)
        yield row, theirs[differing] if was else own_id
