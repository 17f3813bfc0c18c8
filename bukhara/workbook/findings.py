"""The catalogue of findings: code, severity and sentence (what was found, what is expected, what to do)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import Severity
from bukhara.workbook.columns import LABEL_OF
from bukhara.workbook.marker import N_

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.finding import Finding

_FILE = {
    "file-not-found": N_("There is no such file. Please check the name and the folder."),
    "file-empty": N_("The file is empty. Please save the workbook again in Excel and send that file."),
    "file-too-large": N_(
        "The file is larger than {limit} MB. Please remove pictures and unused sheets, then save again."
    ),
    "file-xls": N_(
        "This is an old Excel workbook (.xls). In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-xlsb": N_(
        "This is a binary Excel workbook (.xlsb). In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-strict": N_(
        "This is a “Strict Open XML” workbook. In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-macros": N_(
        "The workbook carries macros. In Excel press File, Save As, and choose “Excel Workbook "
        "(*.xlsx)”, without macros."
    ),
    "file-ods": N_("This is an OpenDocument spreadsheet (.ods). Open it and save it as “Excel Workbook (*.xlsx)”."),
    "file-pdf": N_("This is a PDF document. Please send the Excel workbook (.xlsx) itself."),
    "file-word": N_("This is a Word document. Please copy the answers into the Excel template (.xlsx) and send that."),
    "file-csv": N_(
        "This is a text table (CSV). Open the template in Excel, paste the rows and save as “Excel Workbook (*.xlsx)”."
    ),
    "file-html": N_(
        "This is a web page, whatever its name says. Open it in Excel and save as “Excel Workbook (*.xlsx)”."
    ),
    "file-encrypted": N_(
        "The workbook is protected by a password. In Excel press File, Info, Protect Workbook, and remove the password."
    ),
    "file-not-a-zip": N_(
        "The file is not an Excel workbook (.xlsx). Please save it again in Excel and send that file."
    ),
    "file-not-a-workbook": N_(
        "The file is not an Excel workbook (.xlsx), although it is packed like one. Please send "
        "the template as saved by Excel."
    ),
    "file-damaged": N_(
        "The file is damaged or was not sent completely. Please save it again in Excel and send it once more."
    ),
    "zip-too-many-members": N_(
        "The file holds more than {limit} parts, which no workbook of this kind needs. Please "
        "copy the rows into a fresh template."
    ),
    "zip-too-large": N_("Unpacked, the file is larger than {limit} MB. Please copy the rows into a fresh template."),
    "zip-unsafe": N_(
        "The parts of the file have names or packing that Excel does not write. Please save it again in Excel."
    ),
    "xml-doctype": N_(
        "The file holds a document type declaration, which Excel never writes. Please copy the "
        "rows into a fresh template."
    ),
    "xml-encoding": N_("A part of the file is not written in UTF-8. Please save it again in Excel."),
    "xml-too-long": N_(
        "A part of the file holds an overlong piece of text. Please copy the rows into a fresh template."
    ),
    "active-content": N_("The file holds active content ({part}). Please copy the rows into a fresh template."),
    "too-many-rows": N_("A sheet holds more than {limit} rows. Please split the workbook or delete unused rows."),
}

_SHEET = {
    "no-data-sheet": N_(
        "No sheet with the columns of Statements, Statistics or Partners was found. Please use the template."
    ),
    "several-data-sheets": N_(
        "Besides the first data sheet there is another one, “{sheet}”. Please send one data sheet in a workbook."
    ),
    "missing-sheet": N_("The sheet “{sheet}” is missing. Please add it from the template."),
    "missing-column": N_("The column “{column}” is missing. Please add it with that heading."),
    "duplicate-column": N_("The column “{column}” stands twice. Please keep one of them."),
    "no-rows": N_(
        "No filled row was found on the sheet “{sheet}”. Please fill in the answers and send the workbook again."
    ),
    "merged-cells": N_("The cells {range} are merged. Please unmerge them and fill each cell."),
}

_CELL = {
    "missing-value": N_("“{column}” is empty. Please fill it in."),
    "number-unreadable": N_(
        "“{value}” stands where a number is expected. Please write the number alone, and words in the note."
    ),
    "number-ambiguous": N_(
        "“{value}” can be read as a decimal or as thousands. Please write it as a number without separators."
    ),
    "gap-in-words": N_(
        "“{value}” stands where a number is expected. Please leave the cell empty and choose the "
        "reason in “State of the answer”."
    ),
    "not-finite": N_("“{value}” is not a number that can be counted with. Please write an ordinary number."),
    "boolean-value": N_("TRUE or FALSE stands in “{column}”. Please write a number or a text."),
    "date-in-number": N_(
        "Excel shows a date in “{column}”, where a number is expected. Please set the cell to "
        "“Number” and write it again."
    ),
    "date-in-text": N_(
        "Excel turned the text in “{column}” into a date. Please set the cell to “Text” and write it again."
    ),
    "date-unreadable": N_("“{value}” is not read as a date. Please write it like 2023-07-28."),
    "date-ambiguous": N_("“{value}” can be read as day/month or month/day. Please write it like 2023-07-28."),
    "error-cell": N_("Excel shows the error {value} in this cell. Please correct the formula or write the value."),
    "formula-no-value": N_(
        "A formula without a stored result stands in this cell. Please open the workbook in "
        "Excel, save it, or write the value."
    ),
    "look-alike-letters": N_(
        "“{value}” contains letters that only look right: {points}. Please write it with Latin letters."
    ),
    "unknown-country": N_("“{value}” is not a country of this workbook. Expected is one of: {allowed}."),
    "unknown-item": N_("“{value}” is not an item of the framework. Please choose one from the list."),
    "unknown-indicator": N_("“{value}” is not an indicator of the framework. Please choose one from the list."),
    "unknown-source": N_("The source “{value}” is not on the sheet Sources. Please add it there or correct the name."),
    "unknown-code": N_("“{value}” is not known in “{column}”. Expected is one of: {allowed}."),
    "percent-sign": N_(
        "“{value}” has a percent sign, but the unit is not percent. Please correct the number or the unit."
    ),
}

_ROW = {
    "value-missing": N_(
        "The state of the answer says that there is a value, but there is no number. Please write"
        " it, or choose why there is none."
    ),
    "value-with-gap": N_(
        "The state of the answer says that there is no value, but “{value}” stands here. Please correct one of them."
    ),
    "range-incomplete": N_("A range needs its lowest and its highest value. Please fill in both."),
    "range-reversed": N_("The lowest value is greater than the highest. Please exchange them."),
    "bounds-without-range": N_(
        "Lowest and highest value belong to a range. Please choose “range” as qualifier, or empty them."
    ),
    "change-percent-unit": N_("A change in percent has the unit “percent”. Please correct the unit."),
    "percent-out-of-range": N_("{value} is outside 0 to 100. Please check the percentage."),
    "negative-count": N_("{value} is below zero. Please check the number."),
    "fraction-for-count": N_(
        "{value} is a fraction, but whole units are counted. Please check the number or the unit."
    ),
    "end-before-start": N_("The end lies before the beginning. Please check both dates."),
    "period-missing": N_(
        "The period is said to be known, but there is no date. Please fill in its beginning or its end."
    ),
    "asked-on-missing": N_("An answer still awaited needs the date of the request. Please fill in “Asked on”."),
    "level-invalid": N_("“{value}” is not a level. Expected is 0, 0.5 or 1."),
    "level-not-for-source": N_(
        "A level is given only in a round, by the state itself. Please leave it empty for a published source."
    ),
    "status-not-for-kind": N_("A statement of the kind “{kind}” carries no status. Please leave the status empty."),
    "state-status-mismatch": N_(
        "The status “{value}” does not fit the state of the answer “{state}”. Please correct one of them."
    ),
    "quote-missing": N_(
        "A statement from a published source needs its quote. Please add the shortest passage that carries it."
    ),
    "address-missing": N_(
        "Desk research needs the public address at which it can be read again. Please add it on the sheet Sources."
    ),
    "status-not-for-source": N_(
        "Desk research sets no status. To confirm it, name your own document as the source; else leave it empty."
    ),
    "locator-missing": N_("A statement from a published source needs its place there. Please add page or line."),
    "quote-too-long": N_(
        "The quote has {count} words; at most {limit} are kept. Please shorten it to the passage "
        "that carries the statement."
    ),
    "indicator-not-of-item": N_(
        "The indicator “{value}” belongs to the item {expected}, not to {item}. Please correct one of them."
    ),
    "country-mismatch": N_(
        "“{value}” stands in a workbook of {expected}. Please move the row to that country's workbook."
    ),
    "duplicate-conflict": N_(
        "Rows {first} and {second} are about the same thing and differ. Please keep the right one."
    ),
    "findings-cut": N_("There are {total} findings; the first {limit} are listed. Please correct these first."),
}

_WARNING = {
    "external-links": N_("The workbook refers to other workbooks. Nothing is read from them; please check the values."),
    "comments-present": N_(
        "The workbook holds cell comments. They are not stored; please move what matters to the note."
    ),
    "unknown-sheet": N_("The sheet “{sheet}” is not part of the template and is not read."),
    "hidden-sheet": N_(
        "The sheet “{sheet}” is hidden. It is not part of the template; please check that it may be sent."
    ),
    "hidden-rows": N_("Hidden rows were read too: {rows}. Please check them."),
    "hidden-columns": N_("Hidden columns were read too: {columns}. Please check them."),
    "unknown-column": N_("The column “{value}” is not known and is not stored."),
    "cells-outside": N_("“{value}” stands in a column without a heading. The column is not stored."),
    "column-absent": N_("The column “{column}” is not in the sheet; it was read as empty."),
    "value-normalised": N_("“{value}” was read as “{read}”. Please check it."),
    "formula-cell": N_("A formula stands in this cell; its stored result “{value}” was read. Please check it."),
    "shown-differs": N_(
        "The cell shows something else than it holds: {value} was read. Please check the number format."
    ),
    "duplicate-row": N_("Rows {first} and {second} say the same; one of them is enough."),
    "unknown-body": N_(
        "The institution “{value}” is not on the list. Please check the spelling, or ask for it to be added."
    ),
    "personal-name": N_("The text may name a person. Please name the institution only."),
    "contact-details": N_("The text may hold a telephone number or an e-mail address. Please remove it."),
    "basis-mismatch": N_(
        "A date is given, but the basis says that the period is not stated. Please check one of them."
    ),
    "rows-unanswered": N_("{count} prepared rows are still without an answer."),
}

MESSAGES: dict[str, str] = _FILE | _SHEET | _CELL | _ROW | _WARNING


def severity_of(code: str) -> Severity:
    """Return whether findings of that code stop a workbook."""
    return Severity.WARNING if code in _WARNING else Severity.ERROR


def sentence(finding: Finding, words: Words) -> str:
    """Return the finding in the reader's language: what was found, what is expected, what to do."""
    label = LABEL_OF.get(finding.column)
    places = {
        "value": finding.value,
        "sheet": finding.sheet,
        "column": words(label) if label else finding.column,
    }
    return words(MESSAGES[finding.code], **(places | finding.values))
