"""Finds the heading row and the key of each column: by machine key, then by label or alias in any language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from bukhara.i18n.languages import translated_languages
from bukhara.i18n.words import words_of
from bukhara.workbook.columns import ALL_SHEETS, DATA_SHEETS, FIGURES, STATEMENTS, Sheet
from bukhara.workbook.letters import folded, skeleton

SEARCHED_ROWS = 20
_FEWEST = 3
_OwnNames = dict[str, set[str]]
Headings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HeadingProblem:
    """What is wrong with a heading: the code of a finding, the index of its column, its key and its text."""

    code: str
    index: int
    key: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Column keys by index from 0, the first data row (from 0), and problems of the headings, by index.

    `names` are the folded names of all columns of the sheet, with their keys; `unknown` are the columns whose headings
    name none of them.
    """

    row: int
    data_from: int
    names: dict[str, str]
    columns: dict[int, str] = field(default_factory=dict)
    unknown: set[int] = field(default_factory=set)
    problems: list[HeadingProblem] = field(default_factory=list)


def sheet_of_template(title: str, keys: Sequence[object], languages: tuple[str, ...]) -> Sheet | None:
    """Return the sheet of the template by the keys in its hidden first row, then by its title in any language."""
    named, wanted = None, folded(title)
    for sheet in ALL_SHEETS:
        if wanted in {folded(name) for name in (*_in_languages(sheet.title, languages), *sheet.aliases)}:
            named = sheet

    def likeness(sheet: Sheet) -> tuple[int, bool]:
        return len({column.key for column in sheet.columns}.intersection(keys)), sheet is named

    likest = max(ALL_SHEETS, key=likeness)
    return likest if likeness(likest)[0] >= _FEWEST else named


def language_of(sheet: Sheet, title: str, languages: tuple[str, ...]) -> str:
    """Return the language in which a sheet has its title; empty for a title of another make."""
    return next((each for each in languages if words_of(each)(sheet.title) == title), "")


def sheet_like(rows: Sequence[Sequence[object]], headings: Headings) -> Sheet | None:
    """Return the data sheet with required columns that are all in the first rows, or None."""
    for sheet in DATA_SHEETS[::-1]:  # Partners first: its columns include those of Statistics
        header = find_header(rows, sheet, translated_languages(), headings)
        required = {column.key for column in sheet.columns if column.required}
        if header and required <= set(header.columns.values()):
            return sheet
    return None


def is_copied(rows: Sequence[Sequence[object]]) -> bool:
    """Return whether the first rows have headings of our own form, without the columns that it folds."""
    headers = (find_header(rows, sheet, translated_languages(), ()) for sheet in (STATEMENTS, FIGURES))
    return any({"indicator", "answer_row"} <= {*header.columns.values()} for header in headers if header)


def find_header(
    rows: Sequence[Sequence[object]], sheet: Sheet, languages: tuple[str, ...], headings: Headings
) -> Header | None:
    """Return the heading of `sheet` in its first rows, or None if no row looks like one."""
    keys = {folded(column.key): column.key for column in sheet.columns}
    names = _names_of(sheet, languages, headings)
    needed = max(_FEWEST, sum(column.required for column in sheet.columns) // 2)
    for table in (keys, names):
        for number, row in enumerate(rows[:SEARCHED_ROWS]):
            if matches(row, table) >= needed:
                return _header(rows, number, names, _own_names(sheet, languages))
    return None


def _header(rows: Sequence[Sequence[object]], number: int, names: dict[str, str], own: _OwnNames) -> Header:
    labelled = number + 1 < len(rows) and matches(rows[number + 1], names) >= _FEWEST
    labels = rows[number + 1] if labelled else ()
    header = Header(row=number, data_from=number + (2 if labelled else 1), names=names)
    for index in range(max(len(rows[number]), len(labels))):
        above, below = _at(rows[number], index), _at(labels, index)
        text = above or below
        key = names.get(folded(text)) if text else None
        if key is None:
            _note_strange(header, index, text)
        elif key in header.columns.values():
            header.problems.append(HeadingProblem("duplicate-column", index, key))
        else:
            header.columns[index] = key
            if above and below:
                _compare(header, index, below, own)
    return header


def _note_strange(header: Header, index: int, text: str) -> None:
    if not text:
        return
    alike = next((key for name, key in header.names.items() if skeleton(name) == skeleton(text)), None)
    if alike is not None and not text.isascii():
        header.problems.append(HeadingProblem("look-alike-heading", index, alike, text))
    else:
        header.unknown.add(index)
        header.problems.append(HeadingProblem("unknown-column", index, text=text))


def _compare(header: Header, index: int, label: str, own: _OwnNames) -> None:
    """Compare the visible label with the key above it."""
    key = header.columns[index]
    if folded(label) not in own[key]:
        is_of_another = header.names.get(folded(label), key) != key
        code = "heading-contradicted" if is_of_another else "heading-renamed"
        header.problems.append(HeadingProblem(code, index, key, label))


def _own_names(sheet: Sheet, languages: tuple[str, ...]) -> _OwnNames:
    return {
        column.key: {folded(name) for name in (column.key, *_in_languages(column.label, languages), *column.aliases)}
        for column in sheet.columns
    }


def _in_languages(message: str, languages: tuple[str, ...]) -> list[str]:
    return [words_of(language)(message) for language in ("en", *languages)]


def _at(row: Sequence[object], index: int) -> str:
    return _text(row[index]) if index < len(row) else ""


def matches(row: Sequence[object], table: dict[str, str]) -> int:
    """Return the number of different columns that the cells of a row name."""
    return len({table[name] for cell in row if (name := folded(_text(cell))) in table})


def _text(cell: object) -> str:
    # a star for what must be filled, a colon: marks of a form, not part of the name
    return cell.strip().rstrip("*: ") if isinstance(cell, str) else ""


@cache
def _names_of(sheet: Sheet, languages: tuple[str, ...], headings: Headings) -> dict[str, str]:
    """Return the folded names of a sheet's columns, each with the key of its column."""
    known = {column.key for column in sheet.columns}
    names: dict[str, str] = {}
    # keys win over labels, labels over aliases: a later name never takes an earlier one
    for column in sheet.columns:
        names[folded(column.key)] = column.key
    for column in sheet.columns:
        for label in _in_languages(column.label, languages):
            names.setdefault(folded(label), column.key)
    for column in sheet.columns:
        for alias in column.aliases:
            names.setdefault(folded(alias), column.key)
    for heading, key in headings:
        if key in known:
            names.setdefault(folded(heading), key)
    return names
