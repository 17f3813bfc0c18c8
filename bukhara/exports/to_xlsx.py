"""XLSX: a sheet that describes the data, and a sheet of data in which text never becomes a formula or a link."""

import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.exports.formats import Format
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words, words_of
from bukhara.model.codes import State

_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_LONGEST = 32_767  # characters that Excel keeps in a cell
_LONGEST_NAME = 31  # and in the name of a sheet


def to_xlsx(dataset: Dataset, lang: str = "en") -> bytes:
    """Return a workbook with the sheets `Read me`, in the given language, and `Data`."""
    return _written({"Data": dataset}, lang)


def workbook(datasets: Iterable[Dataset], lang: str = "en", warning: str = "") -> bytes:
    """Return a workbook with the sheet `Read me`, in the given language, and one for each data set, with its title.

    A `warning` ("DRAFT: not published.") is the first line; its first words are in the name of each sheet of data.
    """
    mark = warning.partition(":")[0]
    sheets = {f"{mark} {dataset.title}".strip()[:_LONGEST_NAME].strip(): dataset for dataset in datasets}
    return _written(sheets, lang, warning)


def cut(value: Cell) -> str | int | float | None:
    """Return a cell as Excel holds it: without lists, and text with at most as many characters as it keeps."""
    content = flat(value)
    return content[:_LONGEST] if isinstance(content, str) else content


@contextmanager
def new_book(out: io.BytesIO) -> Iterator[Workbook]:
    """Open a workbook to be written into `out`; its temporary files are deleted also where the disk is full."""
    with tempfile.TemporaryDirectory() as folder, xlsxwriter.Workbook(out, {**_OPTIONS, "tmpdir": folder}) as book:
        yield book


def without_clock(book: Workbook, day: date) -> None:
    """Let a workbook say that it is of the day of its answers, so that the same rows are the same bytes."""
    book.set_properties({"created": datetime.combine(day, time())})


def _written(sheets: Mapping[str, Dataset], lang: str, warning: str = "") -> bytes:
    out, words = io.BytesIO(), words_of(lang)
    with new_book(out) as book:
        without_clock(book, max(each.as_of for each in sheets.values()))
        bold = book.add_format({"bold": True})
        facts = [fact for each in sheets.values() for fact in _facts(each, words)]
        _read_me(book.add_worksheet("Read me"), [(warning, ""), *facts] if warning else facts)
        for title, dataset in sheets.items():
            _data(book.add_worksheet(title), dataset, bold)
    return out.getvalue()


def _data(sheet: Worksheet, dataset: Dataset, bold: CellFormat) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(dataset.columns):
        sheet.set_column(column, column, max(10, len(name) + 2))
    sheet.write_row(0, 0, dataset.columns, bold)
    for line, row in enumerate(dataset.rows, start=1):
        sheet.write_row(line, 0, [cut(value) for value in row])


def _facts(dataset: Dataset, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Title"), dataset.title),
        (words("Release"), str(dataset.release)),
        (words("As of"), dataset.as_of.isoformat()),
        (words("Rows"), str(len(dataset.rows))),
        *((words("Source"), source) for source in dataset.sources),
        *((f"state = {state.value}", label(words, state)) for state in State),
        (words("Zero"), words("Zero is a value. For an empty cell, choose the reason in “State of the answer”")),
        *((words("Not comparable"), note) for note in dataset.notes),
    ]


def _read_me(sheet: Worksheet, facts: Iterable[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    for line, (name, text) in enumerate(facts):
        sheet.write_string(line, 0, name)
        sheet.write_string(line, 1, text[:_LONGEST])


FORMAT = Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx, is_compressed=True)
