"""Names of openpyxl that are not public, here alone; tests/project/test_library_internals.py checks each."""

from collections.abc import Iterable
from copy import copy
from pathlib import Path
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet._writer import ALL_TEMP_FILES
from openpyxl.worksheet.worksheet import Worksheet


def delete_files_since(count: int) -> None:
    """Delete the temporary files that were made after the first `count` of this process."""
    for name in ALL_TEMP_FILES[count:]:
        Path(name).unlink(missing_ok=True)


def count_of_files() -> int:
    """Return how many temporary files this process has made."""
    return len(ALL_TEMP_FILES)


def style_of(cell: Cell) -> Any:
    """Return all attributes of the style of a cell together."""
    return cell._style  # type: ignore[attr-defined]


def set_style(cell: Cell, style: Any) -> None:
    """Give a cell a whole style: set by its public attributes it takes longer than all the rest."""
    cell._style = copy(style)  # type: ignore[attr-defined]


def filled_cells(worksheet: Worksheet) -> Iterable[Cell | MergedCell]:
    """Return the cells that a sheet has: going through its rows would fill it with empty ones."""
    return worksheet._cells.values()
