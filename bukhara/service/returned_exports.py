"""An export of ours that comes back: unchanged it changes nothing, and a changed row is sent to the template; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.exports import records
from bukhara.exports.dataset import flat
from bukhara.model.codes import WorkbookKind
from bukhara.workbook import as_exported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.exports.dataset import Dataset
    from bukhara.model.release import Snapshot
    from bukhara.workbook import Exported, WorkbookReading
    from bukhara.workbook.reading.exported import ExportedRow

# how figures are grouped depends on what else is there, which a table that was narrowed down does not show
_NOT_COMPARED = frozenset({"difference_group"})


def compared(reading: WorkbookReading, shown: Snapshot) -> WorkbookReading:
    """Return the reading of an export with a finding for each row that is not as it was shown."""
    exported = reading.exported
    if exported is None:
        return reading
    table = records.evidence(shown) if exported.kind is WorkbookKind.TRACKER else records.observations(shown)
    found = exported.changed(_changed(exported, table))
    return replace(reading, findings=(*reading.findings, *found))


def _changed(exported: Exported, table: Dataset) -> Iterator[tuple[ExportedRow, int]]:
    """Yield the rows that were not shown so, each with the place of the value that differs first."""
    known = [key for key in exported.columns if key in table.columns and key not in _NOT_COMPARED]
    theirs = [exported.columns.index(key) for key in known]
    ours = [table.columns.index(key) for key in known]
    rows = [(row[0], tuple(as_exported(flat(row[place])) for place in ours)) for row in table.rows]
    shown, whole = dict(rows), {said for _, said in rows}
    own_id = exported.columns.index(table.columns[0])
    for row in exported.rows:
        said = tuple(row.values[place] for place in theirs)
        if said in whole:
            continue
        was = shown.get(row.values[own_id], ())
        differing = next((n for n, pair in enumerate(zip(said, was, strict=False)) if pair[0] != pair[1]), 0)
        yield row, theirs[differing] if was else own_id
