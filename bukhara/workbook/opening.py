"""Opens a pre-checked workbook with openpyxl's read-only mode; cells come raw, with facts of their sheet."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bukhara.workbook.parts import PartFacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook

    from bukhara.workbook.precheck import Container


# what openpyxl and the libraries under it raise for files that are broken inside
_BROKEN = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, OSError, OverflowError, ParseError,
    RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


class WorkbookDamaged(Exception):
    """The parser could not go on; the reader makes a finding of it."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet: its cells can be walked once or more, formulas are known by place (row, column from 1)."""

    title: str
    hidden: bool
    facts: PartFacts
    worksheet: Any
    formulas: frozenset[tuple[int, int]]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the cells of every row from the first; the stated dimension is not believed."""
        with _damage():
            self.worksheet.reset_dimensions()
            yield from self.worksheet.iter_rows()

    def head(self, count: int) -> list[list[object]]:
        """Return the values of the first rows."""
        with _damage():
            self.worksheet.reset_dimensions()
            return [list(row) for row in self.worksheet.iter_rows(max_row=count, values_only=True)]


def shown_as(cell: Any) -> str:
    """Return the number format of a cell."""
    with _damage():
        return str(cell.number_format)


@contextmanager
def opened(path: Path, container: Container) -> Iterator[list[RawSheet]]:
    """Give the worksheets of the file; WorkbookDamaged where it is broken inside."""
    with _quiet():
        formulas = _formulas(path, container)
        workbook = _load(path, data_only=True)
        try:
            yield [
                RawSheet(
                    worksheet.title,
                    worksheet.sheet_state != "visible",
                    container.facts.get(_part(worksheet), PartFacts()),
                    worksheet,
                    formulas.get(worksheet.title, frozenset()),
                )
                for worksheet in workbook.worksheets
            ]
        finally:
            workbook.close()


def _load(path: Path, *, data_only: bool) -> Workbook:
    with _damage():
        return load_workbook(path, read_only=True, data_only=data_only, keep_links=False)


def _formulas(path: Path, container: Container) -> dict[str, frozenset[tuple[int, int]]]:
    # a second pass costs as much as the first: only the sheets that hold a formula get it
    if not any(facts.formulas for facts in container.facts.values()):
        return {}
    workbook = _load(path, data_only=False)
    try:
        with _damage():
            return {
                worksheet.title: _formula_cells(worksheet)
                for worksheet in workbook.worksheets
                if container.facts.get(_part(worksheet), PartFacts()).formulas
            }
    finally:
        workbook.close()


def _formula_cells(worksheet: Any) -> frozenset[tuple[int, int]]:
    worksheet.reset_dimensions()
    return frozenset((cell.row, cell.column) for row in worksheet.iter_rows() for cell in row if cell.data_type == "f")


def _part(worksheet: Any) -> str:
    # read-only sheets tell the name of their part nowhere else
    return str(worksheet._worksheet_path).lstrip("/")  # noqa: SLF001


@contextmanager
def _quiet() -> Iterator[None]:
    # openpyxl warns of styles and extensions it does not keep; nothing of that is read here
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        yield


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise WorkbookDamaged from error
