"""Takes over for one figure of a draft what its series has: the corrected file becomes a draft of its own."""

from bukhara import workbook
from bukhara.errors import DraftConflict
from bukhara.i18n.codes import N_
from bukhara.model.framework import Framework
from bukhara.service.series_joins import new_figures
from bukhara.store import StoredContents
from bukhara.workbook import WorkbookReading

NOT_THERE = N_("This figure needs no such correction any more. Please look at the findings again.")
NOT_WRITABLE = N_("The file cannot be corrected here. Please correct the cell in Excel and send the file again.")


def corrected_file(
    content: bytes, reading: WorkbookReading, held: StoredContents, framework: Framework, cell: tuple[str, int]
) -> bytes:
    """Return the file with the columns of the nearest series in the figure of a sheet and row.

    Raises DraftConflict if that figure has nothing to take over, or if the file cannot be written on.
    """
    for new in new_figures(reading, held, framework):
        columns, nearest = new.fit.correctable, new.fit.nearest
        if (new.sheet, new.row) != cell or nearest is None or not columns:
            continue
        at, row = reading.cells_of(len(reading.statements) + new.index)
        cells = {f"{at.letter(column)}{row}": str(getattr(nearest, column)) for column in columns}
        written = workbook.corrected(content, at.sheet, cells) if all(map(at.letter, columns)) else None
        if written is None:
            raise DraftConflict(NOT_WRITABLE)
        return written
    raise DraftConflict(NOT_THERE)
