"""Finds the heading row and which column is which: by machine key, then by label or alias in any language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bukhara.i18n.words import words_of
from bukhara.workbook.columns import DATA_SHEETS, SOURCES, Sheet
from bukhara.workbook.values import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

SEARCHED_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Column keys by index from 0, first data row (from 0), unknown headings, keys that stand twice."""

    row: int
    data_from: int
    columns: dict[int, str]
    unknown: dict[int, str] = field(default_factory=dict)
    twice: dict[int, str] = field(default_factory=dict)


def sheet_named(title: str) -> Sheet | None:
    """Return the sheet of the template that a title names in any language, or None."""
    wanted = folded(title)
    for sheet in (*DATA_SHEETS, SOURCES):
        if wanted == folded(sheet.title) or wanted in {folded(alias) for alias in sheet.aliases}:
            return sheet
    return None


def sheet_like(rows: Sequence[Sequence[object]]) -> Sheet | None:
    """Return the data sheet whose required columns the first rows carry, or None."""
    for sheet in DATA_SHEETS[::-1]:  # Partners first: its columns include those of Statistics
        header = find_header(rows, sheet, ("en", "ru"))
        required = {column.key for column in sheet.columns if column.required}
        if header and required <= set(header.columns.values()):
            return sheet
    return None


def find_header(rows: Sequence[Sequence[object]], sheet: Sheet, languages: tuple[str, ...]) -> Header | None:
    """Return the heading of `sheet` in its first rows, or None where no row looks like one."""
    keys = {folded(column.key): column.key for column in sheet.columns}
    names = _names(sheet.title, languages)
    needed = max(3, sum(column.required for column in sheet.columns) // 2)
    for table in (keys, names):
        for number, row in enumerate(rows[:SEARCHED_ROWS]):
            if _matches(row, table) >= needed:
                return _header(rows, number, names)
    return None


def _header(rows: Sequence[Sequence[object]], number: int, names: dict[str, str]) -> Header:
    labelled = number + 1 < len(rows) and _matches(rows[number + 1], names) >= 3
    columns: dict[int, str] = {}
    unknown: dict[int, str] = {}
    twice: dict[int, str] = {}
    labels = rows[number + 1] if labelled else ()
    for index in range(max(len(rows[number]), len(labels))):
        text = _at(rows[number], index) or _at(labels, index)
        key = names.get(folded(text)) if text else None
        if key is None:
            if text:
                unknown[index] = text
        elif key in columns.values():
            twice[index] = key
        else:
            columns[index] = key
    data_from = number + (2 if labelled else 1)
    return Header(row=number, data_from=data_from, columns=columns, unknown=unknown, twice=twice)


def _at(row: Sequence[object], index: int) -> str:
    return _text(row[index]) if index < len(row) else ""


def _matches(row: Sequence[object], table: dict[str, str]) -> int:
    return len({table[name] for cell in row if (name := folded(_text(cell))) in table})


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


@cache
def _names(title: str, languages: tuple[str, ...]) -> dict[str, str]:
    sheet = next(sheet for sheet in (*DATA_SHEETS, SOURCES) if sheet.title == title)
    names: dict[str, str] = {}
    # keys win over labels, labels over aliases: a later name never takes an earlier one
    for column in sheet.columns:
        names[folded(column.key)] = column.key
    for column in sheet.columns:
        for language in ("en", *languages):
            names.setdefault(folded(words_of(language)(column.label)), column.key)
    for column in sheet.columns:
        for alias in column.aliases:
            names.setdefault(folded(alias), column.key)
    return names
