"""Reads one data sheet: heading, then each filled row with typed fields; rules are elsewhere."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from bukhara.model.codes import Severity, State
from bukhara.model.columns import Holds
from bukhara.workbook.columns import ACCEPTED_COLOUR, CONFIRM_COLOUR, Sheet
from bukhara.workbook.findings import severity_of
from bukhara.workbook.grid import bounds, column_letters
from bukhara.workbook.reading.appearance import Appearance, appearance_of
from bukhara.workbook.reading.conditional_looks import find_shown, note_rules
from bukhara.workbook.reading.headers import SEARCHED_ROWS, Header, find_header, language_of
from bukhara.workbook.reading.ledger import CellPlace, DataRow, Ledger
from bukhara.workbook.reading.lookups import Lookups
from bukhara.workbook.reading.persons import is_about_person
from bukhara.workbook.reading.strange_rows import note_rows_above, note_strange_row
from bukhara.workbook.reading.typed_cells import Fields, fields_of, type_row
from bukhara.workbook.xlsx.cell_values import ErrorText
from bukhara.workbook.xlsx.cells import RawRow
from bukhara.workbook.xlsx.raw_workbook import RawSheet

_ANSWERED = (ACCEPTED_COLOUR, CONFIRM_COLOUR)
_LISTED = 20
# a formula that asks another program or the network for its value
_FETCHES = re.compile(
    r"\b(?:WEBSERVICE|FILTERXML|IMAGE|STOCKHISTORY|RTD|DDE|CALL|REGISTER|EXEC|CUBE\w+|IMPORT\w+|GOOGLE\w+)\s*\("
    r"|^\s*[\w.]+\|",
    re.IGNORECASE,
)


def rows_of(
    raw: RawSheet, sheet: Sheet, lookups: Lookups, ledger: Ledger, *, may_be_empty: bool = False
) -> Iterator[DataRow]:
    """Yield the answered rows of a sheet, typed; no rows if its heading cannot be used.

    A prepared source is yielded as it is: the rows that cite it decide whether it is needed.
    """
    header = _usable(raw, sheet, lookups, ledger)
    if header is None:
        return
    fields = fields_of(sheet.columns, lookups)
    implied = {"country": lookups.workbook_country, "lang": language_of(sheet, raw.title, lookups.languages)}
    answered = prepared = 0
    for row in _filled(raw, header, sheet, ledger):
        if sheet.kind is not None and note_strange_row(row, header.names, lookups):
            answered += 1
        elif is_prepared(row, sheet):
            prepared += 1
            if sheet.kind is not None:
                continue
        else:
            _complete(row, sheet, fields, implied)
            answered += 1
        yield row
    _note_facts(raw, header, ledger)
    note_rules(raw, header, ledger)
    if not answered and not may_be_empty:
        ledger.add("no-rows", CellPlace(sheet=raw.title))
    elif prepared:
        ledger.add("rows-unanswered", CellPlace(sheet=raw.title), count=str(prepared))


def is_prepared(row: DataRow, sheet: Sheet) -> bool:
    """Return whether a row is as the template prepares it; of a source every prepared cell is filled."""
    whole = sheet.kind is not None or sheet.prepared == set(row.raw)
    return whole and sheet.prepared.issuperset(row.raw) and not row.blamed and not row.cleared


def _complete(row: DataRow, sheet: Sheet, fields: Fields, implied: Mapping[str, str]) -> None:
    """Type the cells of an answer, or add a finding for an accepted answer that was taken out.

    A row that somebody adds has what is `implied` by its workbook, because the columns of it are folded.
    """
    if row.cleared and not row.blamed:
        row.find("row-emptied", row.cleared)
        return
    _read_gap_words(row, fields)
    for filled, empty, value in sheet.implied:
        if row.raw.get(filled) is not None and row.raw.get(empty) is None and empty in row.columns:
            row.raw[empty] = value
    for key, value in implied.items():
        if value and row.raw.get(key) is None and key in row.columns:
            row.raw[key] = value
    type_row(row, fields)


def _read_gap_words(row: DataRow, fields: Fields) -> None:
    """Read “нет данных” in the cell of an answer as its state, where that is open; a dash can mean three things."""
    for key in ("value", "statement"):
        words, state = row.raw.get(key), fields.by_key.get("state")
        if not isinstance(words, str) or state is None or row.raw.get("state") is not None:
            continue
        read = state.read(words).value
        if read and read != State.VALUE:
            row.find("gap-read", key, state_read=read)
            row.raw["state"] = row.raw.pop(key)
        elif key == "statement" and not any(map(str.isalnum, words)):
            row.find("no-answer", key)


def _usable(raw: RawSheet, sheet: Sheet, lookups: Lookups, ledger: Ledger) -> Header | None:
    head = raw.head(SEARCHED_ROWS + 1)
    header = find_header(head, sheet, lookups.languages, lookups.headings)
    if header is None:
        expected = " ".join(column.key for column in sheet.columns if column.required)
        ledger.add("no-heading", CellPlace(sheet=raw.title), expected=expected, limit=str(SEARCHED_ROWS))
        return None
    for each in header.problems:
        at = CellPlace(sheet=raw.title, row=header.data_from, column=each.index + 1, key=each.key, value=each.text)
        ledger.add(each.code, at, **({"key": each.key} if each.code == "heading-contradicted" else {}))
    note_rows_above(raw.title, head[: header.row], header.names, lookups, ledger)
    stopping = [each for each in header.problems if severity_of(each.code) is Severity.ERROR]
    found = {*header.columns.values(), *(each.key for each in stopping)}
    missing = [column for column in sheet.columns if column.key not in found]
    for column in missing:
        if column.template_only or column.shown_only or column.later:
            continue
        code = "missing-column" if column.required else "column-absent"
        ledger.add(code, CellPlace(sheet=raw.title, key=column.key))
    return None if stopping or any(column.required for column in missing) else header


def _note_facts(raw: RawSheet, header: Header, ledger: Ledger) -> None:
    place = CellPlace(sheet=raw.title)
    rows = [str(number) for number in raw.facts.hidden_rows if number > header.data_from]
    if rows:
        ledger.add("hidden-rows", place, rows=", ".join(rows[:_LISTED]))
    headed = {index + 1 for index in (*header.columns, *header.unknown)}
    hidden = [number for number in raw.facts.hidden_columns if number not in raw.facts.folded]
    columns = [column_letters(number) for number in hidden if number in headed]
    if columns:
        ledger.add("hidden-columns", place, columns=", ".join(columns[:_LISTED]))
    if raw.hidden:
        ledger.add("hidden-sheet", place)
    for merged in raw.facts.merges:
        box = bounds(merged)
        if box and box[3] > header.data_from:
            ledger.add("merged-cells", CellPlace(sheet=raw.title, row=box[1], column=box[0]), range=merged)
            ledger.forget("missing-value", raw.title, box)


def _filled(raw: RawSheet, header: Header, sheet: Sheet, ledger: Ledger) -> Iterator[DataRow]:
    columns = {key: index + 1 for index, key in header.columns.items()}
    key_of = {column: key for key, column in columns.items()}
    known = {index + 1 for index in (*header.columns, *header.unknown)}
    shown = (Holds.NUMBER, Holds.DAY, Holds.PARTIAL_DATE)
    numbers = {c.key for c in sheet.columns if c.holds in shown}
    looks = [appearance_of(style) for style in raw.styles]
    accepted = {n for n, style in enumerate(raw.styles) if style.fill and style.fill.name[-6:].upper() in _ANSWERED}
    for found in raw.rows():
        if found.number <= header.data_from:
            continue
        values = {key_of[column]: value for column, value in found.values.items() if column in key_of}
        row = DataRow(ledger, raw.title, found.number, columns, values)
        if not known.issuperset(found.values):
            _note_outside(row, found, known)
        if found.formulas:
            _note_formulas(row, found, key_of)
        _note_errors(row)
        _note_looks(row, found, key_of, looks, numbers)
        if found.empty_styles and sheet.prepared.issuperset(values):
            row.cleared = _cleared(found, key_of, accepted, sheet.prepared)
        if row.blamed or any(not isinstance(value, str) or not value.isspace() for value in values.values()):
            yield row


def _cleared(found: RawRow, key_of: dict[int, str], accepted: set[int], prepared: frozenset[str]) -> str:
    """Return the first column of an answer that was taken out of a grey or yellow row, or an empty text."""
    filled = (key for column, key in key_of.items() if found.empty_styles.get(column, -1) in accepted)
    return next((key for key in filled if key not in prepared), "")


def _note_outside(row: DataRow, found: RawRow, known: set[int]) -> None:
    for column, value in found.values.items():
        if column not in known and not (isinstance(value, str) and value.isspace()):
            known.add(column)  # one finding for a column is enough
            code = "person-line" if is_about_person(str(value)) else "cells-outside"
            row.ledger.add(code, CellPlace(sheet=row.sheet, row=row.number, column=column, value=value))


def _note_formulas(row: DataRow, found: RawRow, key_of: dict[int, str]) -> None:
    for column, formula in found.formulas.items():
        key = key_of.get(column)
        if key is None:
            continue
        if _FETCHES.search(formula):
            row.find("formula-fetches", key, formula=formula[:100])
        elif row.raw.get(key) is None:
            row.find("formula-no-value", key)
        else:
            row.find("formula-cell", key)


def _note_errors(row: DataRow) -> None:
    for key, value in row.raw.items():
        if value.__class__ is ErrorText:
            row.find("error-cell", key)


def _note_looks(
    row: DataRow, found: RawRow, key_of: dict[int, str], looks: list[Appearance | None], numbers: set[str]
) -> None:
    """Add findings for cells that look different from their value: rounded, scaled, struck out, white on white."""
    for column, style in found.styles.items():
        look, key = looks[style], key_of.get(column)
        if look is None or key is None:
            continue
        value = row.raw[key]
        written = look.written(value)
        if key not in numbers and written and not look.alters(value):
            row.raw[key] = written
            row.find("value-normalised", key, value=str(value), read=written)
        elif written or (look.alters(value) and (key in numbers or not isinstance(value, datetime))):
            find_shown(row, key, look)
        if look.struck:
            row.find("struck-out", key)
        if look.hides(value):
            row.find("not-visible", key)
