"""The cells of a workbook of another make as they are shown, for tables that somebody maps by hand; no meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bukhara.workbook.container import precheck
from bukhara.workbook.grid import GridCell, bounds
from bukhara.workbook.letters import narrow, tidy
from bukhara.workbook.reading.appearance import Appearance, appearance_of
from bukhara.workbook.reading.conditional_looks import looks_by_rules
from bukhara.workbook.reading.masks import mask_of
from bukhara.workbook.reading.persons import place_of_persons
from bukhara.workbook.reading.values import as_number
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cells import RawRow
from bukhara.workbook.xlsx.raw_workbook import RawSheet, opened
from bukhara.workbook.xlsx.texts import MarkedText

MOST_SHEETS, MOST_ROWS, MOST_COLUMNS = 40, 500, 60
_LONGEST = 300
_QUOTES = str.maketrans("«»", '""')
_Appearances = dict[int, "Appearance | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetGrid:
    """The cells of one sheet in order, and its merged ranges: first column, first row, last column, last row.

    `cut` says that the sheet is hidden, larger than what is read for mapping, or one too many; then it has no cells.
    `persons` is the cell where data about persons begin, `printed` are the texts above and below each printed page,
    and the comments on empty cells.
    """

    title: str
    cells: tuple[GridCell, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    cut: bool = False
    persons: str = ""
    printed: tuple[str, ...] = ()


def grids_in(path: Path) -> tuple[SheetGrid, ...]:
    """Return the sheets of the file; none for a file that cannot be read."""
    try:
        precheck.check(path)
        with opened(path) as sheets:
            return tuple(_grid(sheet, cut=n >= MOST_SHEETS) for n, sheet in enumerate(sheets))
    except WorkbookDamaged:
        return ()


def _grid(sheet: RawSheet, *, cut: bool) -> SheetGrid:
    appearances: _Appearances = {number: appearance_of(style) for number, style in enumerate(sheet.styles)}
    found: list[GridCell] = []
    for row in sheet.rows():
        columns = sorted({*row.values, *row.formulas})
        cut = cut or row.number > MOST_ROWS or columns[-1:] > [MOST_COLUMNS]
        if row.number > MOST_ROWS:
            break
        found += [
            _masked(sheet, row, column) or _cell(row, column, appearances)
            for column in columns
            if column <= MOST_COLUMNS
        ]
    persons = place_of_persons(found)
    if cut or sheet.hidden:
        return SheetGrid(title=sheet.title, cut=True, persons=persons)
    facts, comments = sheet.facts, sheet.comments()
    hidden_rows, hidden_columns = set(facts.hidden_rows), set(facts.hidden_columns)
    by_rule = {(each.row.number, each.column): each.look.shown(each.value) for each in looks_by_rules(sheet)}
    seen = (
        # nobody who looks at the sheet sees this number
        replace(cell, text=by_rule.get((cell.row, cell.column)) or f"({cell.text})", number=None)
        if (cell.row, cell.column) in by_rule
        or (cell.number is not None and (cell.row in hidden_rows or cell.column in hidden_columns))
        else cell
        for cell in found
    )
    merges = tuple(box for each in facts.merges if (box := bounds(each)))
    return SheetGrid(
        title=sheet.title,
        cells=tuple(_commented(cell, comments.pop(cell.address, "")) for cell in seen if cell.text),
        merges=merges,
        persons=persons,
        # the comments that are left are on empty cells
        printed=tuple(_cut(text) for each in (*facts.printed, *comments.values()) if (text := _one_line(each))),
    )


def _commented(cell: GridCell, comment: str) -> GridCell:
    said = _one_line(comment).translate(_QUOTES)
    return replace(cell, text=_cut(f"{cell.text} «{said}»"), number=None) if said else cell


def _one_line(text: str) -> str:
    return " ".join(narrow(tidy(text)).split())


def _cut(text: str) -> str:
    """Return a text of at most `_LONGEST` characters; one that is cut ends with a sign that has to be asked about."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _masked(sheet: RawSheet, row: RawRow, column: int) -> GridCell | None:
    """Return the cell with the text that its format writes in place of the number; None if it writes the number."""
    value, number = row.values.get(column), row.styles.get(column, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or number >= len(sheet.styles):
        return None
    text = mask_of(sheet.styles[number].number_format, value)
    return GridCell(row.number, column, _cut(text)) if text else None


def _cell(row: RawRow, column: int, appearances: Mapping[int, Appearance | None]) -> GridCell:
    value = row.values.get(column)
    look = appearances.get(row.styles.get(column, 0))
    if value is None:
        # a formula that no program has computed yet
        return GridCell(row.number, column, _cut(f"={row.formulas[column]}"))
    if isinstance(value, datetime):
        return GridCell(row.number, column, value.strftime("%d.%m.%Y"))
    if isinstance(value, str):
        return _text_cell(row.number, column, value, look)
    text = look.written(value) if look else ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return GridCell(row.number, column, _cut(str(value)))
    plain = f"{value:.15g}"
    differs = look is not None and look.misleads(value)
    shown = text or (f"({plain})" if differs else plain)
    return GridCell(row.number, column, shown, None if differs else float(value))


def _text_cell(row: int, column: int, value: str, look: Appearance | None) -> GridCell:
    text = _cut(_one_line(value))
    struck = look is not None and look.struck
    parsed = as_number(value)
    plain = isinstance(parsed.value, float) and not parsed.trouble and not parsed.values
    number = parsed.value if plain and not struck and not isinstance(value, MarkedText) else None
    # struck words of a heading are asked about, a struck number is one in brackets
    marks = "()" if plain else "[]"
    return GridCell(row, column, f"{marks[0]}{text}{marks[1]}" if struck and text else text, number)
