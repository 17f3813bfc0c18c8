"""The very hidden sheet `Lists` with the named ranges of the drop-downs of the data sheets."""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.columns import Holds
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.workbook.columns import LISTS, SOURCES, Column, Sheet
from bukhara.workbook.labels import WORDS, codes_of, with_words
from bukhara.workbook.reading.lookups import BODIES, PLACES
from bukhara.workbook.writing.cell_texts import CellTexts

SPARE_ROWS = 500
_SOURCES, _LISTED_SOURCES = "list_source_id", 60
# what Excel keeps of a prompt and of its title
LONGEST_HINT, _LONGEST_TITLE = 255, 32


def choices_of(column: Column, framework: Framework) -> tuple[str, ...]:
    """Return the choices of a column's drop-down; empty for a column without one."""
    if column.codes is not None:
        return codes_of(column.key)
    if column.key in BODIES:
        return tuple(body.key for body in framework.bodies)
    if column.key in PLACES:
        places = (*framework.countries, *framework.places)
        return (*codes_of(column.key), *(place.code for place in places))
    if column.key in ("lang", "language"):
        return framework.languages
    if column.key == "level":
        return ("0", "0.5", "1")
    tables = {
        Holds.COUNTRY: [place.code for place in framework.countries + framework.regions],
        Holds.ITEM: [item.id for item in framework.items],
        Holds.INDICATOR: [indicator.id for indicator in framework.indicators],
        Holds.TOPICS: [topic.code for topic in framework.topics],
    }
    return tuple(tables.get(column.holds, ())) or with_words(column.key, framework.languages)


def write_lists(workbook: Workbook, sheets: Iterable[Sheet], framework: Framework, texts: CellTexts) -> None:
    """Add the sheet `Lists` with one named range for each drop-down: its labels, and beside them the codes.

    Sources are offered from their own sheet.
    """
    worksheet = workbook.create_sheet(LISTS.title)
    worksheet.sheet_state = "veryHidden"
    listed = f"'{texts.words(SOURCES.title)}'!$A$3:$A${_LISTED_SOURCES}"
    workbook.defined_names[_SOURCES] = DefinedName(_SOURCES, attr_text=listed)
    index = 0
    for sheet in sheets:
        for column in sheet.columns:
            choices = choices_of(column, framework)
            if not choices or _name(column) in workbook.defined_names:
                continue
            index += 1
            labels = tuple(str(texts.text(column.key, choice)) for choice in choices)
            _write_list(worksheet, index, column.key, labels)
            letter = get_column_letter(index)
            if labels != choices:
                index += 1
                _write_list(worksheet, index, f"{column.key} (code)", choices)
            reference = f"{LISTS.title}!${letter}$2:${letter}${len(choices) + 1}"
            workbook.defined_names[_name(column)] = DefinedName(_name(column), attr_text=reference)


def _write_list(worksheet: Worksheet, index: int, key: str, choices: tuple[str, ...]) -> None:
    worksheet.cell(1, index, key)
    for number, choice in enumerate(choices, start=2):
        cell = worksheet.cell(number, index, float(choice) if key == "level" else choice)
        if key != "level":
            cell.data_type = "s"


def offer_choices(worksheet: Worksheet, sheet: Sheet, framework: Framework, words: Words) -> None:
    """Give every column its drop-down, down to some spare rows, and the sentence that describes its content."""
    last = worksheet.max_row + SPARE_ROWS
    for index, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(index)
        heading = DataValidation(type=None, sqref=f"{letter}2")
        cells = DataValidation(type=None, allow_blank=True, sqref=f"{letter}3:{letter}{last}")
        if choices_of(column, framework) or column.holds is Holds.SOURCE:
            cells.type, cells.formula1 = "list", _name(column)
            # of an open list the choice is offered and another text is allowed: the reader judges it
            is_open = column.key in BODIES or column.key in WORDS or column.holds in (Holds.TOPICS, Holds.SOURCE)
            cells.showErrorMessage = not is_open
            cells.errorTitle = _title(column, words)
            cells.error = words(N_("Please choose one from the list, or empty the cell."))
        for validation in (heading, cells):
            validation.showInputMessage = True
            validation.promptTitle = _title(column, words)
            validation.prompt = words(column.hint)[:LONGEST_HINT]
            worksheet.add_data_validation(validation)


def _title(column: Column, words: Words) -> str:
    return words(column.label)[:_LONGEST_TITLE]


def _name(column: Column) -> str:
    return f"list_{'body' if column.key in BODIES else column.key}"
