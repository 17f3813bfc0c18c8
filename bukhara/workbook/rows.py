"""Walks one data sheet: heading, then each filled row with typed fields; rules are elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from bukhara.workbook.columns import Holds
from bukhara.workbook.headers import SEARCHED_ROWS, Header, find_header
from bukhara.workbook.ledger import Place, Row
from bukhara.workbook.opening import shown_as
from bukhara.workbook.typing_cells import fields_of, type_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bukhara.workbook.columns import Sheet
    from bukhara.workbook.ledger import Ledger
    from bukhara.workbook.lookups import Lookups
    from bukhara.workbook.opening import RawSheet

# what a prepared row holds before anybody has answered it
PREPARED = frozenset({"country", "item", "indicator", "kind", "partner", "kind_of_support"})
_WHOLE = ("0", "#,##0", "# ##0")


def rows_of(raw: RawSheet, sheet: Sheet, lookups: Lookups, ledger: Ledger) -> list[Row]:
    """Return the answered rows of a sheet; empty where its heading cannot be used."""
    header = _usable(find_header(raw.head(SEARCHED_ROWS + 1), sheet, lookups.languages), raw, sheet, ledger)
    if header is None:
        return []
    _note_hidden(raw, header, ledger)
    numbers = {column.key for column in sheet.columns if column.holds is Holds.NUMBER}
    fields = fields_of(sheet.columns, lookups)
    rows, prepared = [], 0
    for row in _filled(raw, header, numbers, ledger):
        if sheet.kind is not None and PREPARED.issuperset(row.raw) and not row.blamed:
            prepared += 1
            continue
        type_row(row, fields)
        rows.append(row)
    _note_missing(raw, rows, prepared, ledger)
    return rows


def _usable(header: Header | None, raw: RawSheet, sheet: Sheet, ledger: Ledger) -> Header | None:
    found = set(header.columns.values()) if header else set()
    complete = True
    for column in sheet.columns:
        if column.key not in found:
            code = "missing-column" if column.required else "column-absent"
            if header or column.required:
                ledger.add(code, Place(sheet=raw.title, key=column.key))
            complete = complete and not column.required
    if header is None:
        return None
    for index, text in header.unknown.items():
        ledger.add("unknown-column", Place(sheet=raw.title, row=header.data_from, column=index + 1, value=text))
    for index, key in header.twice.items():
        ledger.add("duplicate-column", Place(sheet=raw.title, row=header.data_from, column=index + 1, key=key))
    return header if complete and not header.twice else None


def _note_hidden(raw: RawSheet, header: Header, ledger: Ledger) -> None:
    place = Place(sheet=raw.title)
    rows = [str(number) for number in raw.facts.hidden_rows if number > header.data_from]
    if rows:
        ledger.add("hidden-rows", place, rows=", ".join(rows[:20]))
    columns = [get_column_letter(number) for number in raw.facts.hidden_columns]
    if columns:
        ledger.add("hidden-columns", place, columns=", ".join(columns[:20]))
    if raw.hidden:
        ledger.add("hidden-sheet", place)
    for merged in raw.facts.merges:
        first_column, first_row, _, last_row = range_boundaries(merged)
        if last_row is None or last_row > header.data_from:
            where = Place(sheet=raw.title, row=first_row, column=first_column)
            ledger.add("merged-cells", where, range=merged)


def _note_missing(raw: RawSheet, rows: Sequence[Row], prepared: int, ledger: Ledger) -> None:
    if not rows:
        ledger.add("no-rows", Place(sheet=raw.title))
    elif prepared:
        ledger.add("rows-unanswered", Place(sheet=raw.title), count=str(prepared))


def _filled(raw: RawSheet, header: Header, numbers: set[str], ledger: Ledger) -> Iterator[Row]:
    columns = {key: index + 1 for index, key in header.columns.items()}
    mapped = sorted(header.columns.items())
    known = {*header.columns, *header.unknown, *header.twice}
    formula_rows = {number for number, _ in raw.formulas}
    for number, cells in enumerate(raw.rows(), start=1):
        if number <= header.data_from:
            continue
        width = len(cells)
        values = {
            key: value
            for index, key in mapped
            if index < width and (value := cells[index].value) is not None and value != ""
        }
        row = Row(ledger, raw.title, number, columns, values)
        if width > len(known):
            _note_outside(row, cells, known)
        if number in formula_rows:
            _note_formulas(row, raw.formulas)
        if not values and not row.blamed:
            continue
        _note_formats(row, cells, numbers)
        if any(not isinstance(value, str) or not value.isspace() for value in values.values()) or row.blamed:
            yield row


def _note_outside(row: Row, cells: tuple[Any, ...], known: set[int]) -> None:
    for index, cell in enumerate(cells):
        if index not in known and cell.value is not None:
            known.add(index)  # one finding for a column is enough
            place = Place(sheet=row.sheet, row=row.number, column=index + 1, value=cell.value)
            row.ledger.add("cells-outside", place)


def _note_formulas(row: Row, formulas: frozenset[tuple[int, int]]) -> None:
    for key, column in row.columns.items():
        if (row.number, column) in formulas:
            row.find("formula-no-value" if row.raw.get(key) is None else "formula-cell", key)


def _note_formats(row: Row, cells: tuple[Any, ...], numbers: set[str]) -> None:
    for key, value in row.raw.items():
        cell = cells[row.columns[key] - 1]
        if isinstance(value, str):
            if cell.data_type == "e":
                row.find("error-cell", key)
        elif key in numbers and isinstance(value, int | float):
            shown = shown_as(cell)
            if "%" in shown or shown == ";;;" or (shown in _WHOLE and value != int(value)):
                row.find("shown-differs", key)
