"""The catalogue of findings: code, severity and sentence (the problem, the expected value, the next step)."""

from bukhara.i18n.changes import field_text
from bukhara.i18n.codes import N_
from bukhara.i18n.series import differing_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook.character_names import strange_letters, with_names
from bukhara.workbook.columns import LABEL_OF
from bukhara.workbook.form_findings import FORM
from bukhara.workbook.labels import LABELLED, label_of
from bukhara.workbook.refusals import REFUSALS
from bukhara.workbook.shown_findings import ERRORS, FULLER, PROSE, WARNINGS

_SHEET = {
    "no-data-sheet": N_(
        "No sheet with the columns of Statements, Statistics or Partners was found. Please use the template."
    ),
    "several-data-sheets": N_(
        "Besides the first data sheet there is another one, “{sheet}”. Please send one data sheet in a workbook."
    ),
    "several-source-sheets": N_(
        "Besides the first sheet of sources there is another one, “{sheet}”. Please keep one of them."
    ),
    "missing-sheet": N_("The sheet “{sheet}” is missing. Please add it from the template."),
    "missing-column": N_("The column “{column}” is missing. Please add it with that heading."),
    "no-heading": N_(
        "No row of headings was found in the first {limit} rows of “{sheet}”. Expected are at least: "
        "{expected}. Please "
        "copy the first two rows from the template."
    ),
    "look-alike-heading": N_(
        "The heading “{value}” contains letters that only look right: {points}. Please copy the heading from "
        "the template."
    ),
    "heading-contradicted": N_(
        "The heading reads “{value}”, but the hidden first row says that this is the column “{column}” "
        "({key}). The columns "
        "may have been shifted; please copy both heading rows from the template."
    ),
    "duplicate-column": N_("The column “{column}” appears twice. Please keep one of them."),
    "no-rows": N_(
        "No filled row was found on the sheet “{sheet}”. Please fill in the answers and send the workbook again."
    ),
    "export-changed": N_(
        "This row is not as it was exported (“{value}”). An export is for reading; please make the change in "
        "the template."
    ),
    "merged-cells": N_("The cells {range} are merged. Please unmerge them and fill each cell."),
}

_CELL = {
    "missing-value": N_("“{column}” is empty. Please fill it in."),
    "number-unreadable": N_("“{value}” is not only a number. Please write the number alone, and words in the note."),
    "number-bound": N_(
        "“{value}” is an upper or lower limit, but one number is expected. Write the number and choose the qualifier "
        "“at least” or “about”. Or choose the state “withheld by the disclosure rule”."
    ),
    "number-range": N_(
        "“{value}” is a range, but one number is expected. Please choose the qualifier “range” and write the lowest "
        "and the highest value in their columns."
    ),
    "number-too-large": N_(
        "{value} has more digits than can be kept exactly. Please check the number, or set the cell to “Text”"
        " if it is a name."
    ),
    "number-ambiguous": N_(
        "“{value}” can be read as a decimal or as thousands. Please write it as a number without separators."
    ),
    "gap-in-words": N_(
        "“{value}” is not a number. If there were no cases, please write 0. If it is not known, leave the cell empty "
        "and choose the reason in “State of the answer”."
    ),
    "not-finite": N_("“{value}” is not a number that can be counted with. Please write an ordinary number."),
    "boolean-value": N_("“{column}” contains TRUE or FALSE. Please write a number or a text."),
    "date-in-number": N_(
        "Excel shows a date in “{column}”, where a number is expected. Please set the cell to "
        "“Number” and write it again."
    ),
    "date-in-text": N_(
        "Excel turned the text in “{column}” into a date. Please set the cell to “Text” and write it again."
    ),
    "date-unreadable": N_("“{value}” is not read as a date. Please write it like 2023-07-28."),
    "date-out-of-range": N_(
        "The day {value} is outside the years {first} to {last}. A year typed into a cell with the format “Date” "
        "becomes such a day. Please write it like 2023-07-28."
    ),
    "date-as-number": N_(
        "{value} is a number, but a date is expected. Please set the cell to “Date”, or write it like 2023-07-28."
    ),
    "date-short-year": N_("“{value}” has a year of two digits. Please write it like 2023-07-28."),
    "date-ambiguous": N_("“{value}” can be read as day/month or month/day. Please write it like 2023-07-28."),
    "error-cell": N_("Excel shows the error {value} in this cell. Please correct the formula or write the value."),
    "formula-no-value": N_(
        "This cell has a formula without a stored result. Please open the workbook in Excel and save it, or write "
        "the value."
    ),
    "formula-fetches": N_(
        "The formula asks another program or the network for its value ({formula}). Please write the value itself."
    ),
    "total-line": N_("“{value}” looks like a line of totals. Totals are not read; please delete the row."),
    "heading-again": N_(
        "The headings are here a second time. Please keep one table on a sheet and move its rows under the first "
        "headings."
    ),
    "note-line": N_(
        "This row has only “{value}”, which looks like a note. Please move it to the column for notes and delete the "
        "row."
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
        "“{value}” has a percent sign, but the unit is not “per cent”. Please correct the number or the unit."
    ),
}

_ROW = {
    "value-missing": N_(
        "The state of the answer says that there is a value, but there is no number. Please write"
        " it, or choose the reason."
    ),
    "value-with-gap": N_(
        "The state of the answer says that there is no value, but here is “{value}”. Please correct one of them."
    ),
    "range-incomplete": N_("A range needs its lowest and its highest value. Please fill in both."),
    "range-reversed": N_("The lowest value is greater than the highest. Please exchange them."),
    "bounds-without-range": N_(
        "Lowest and highest value belong to a range. Please choose “range” as qualifier, or empty them."
    ),
    "value-beside-range": N_(
        "The qualifier says that this is a range, but here is also “{value}”. Please keep one of them."
    ),
    "source-of-another-class": N_(
        "This source is known as “{expected}”, not as “{value}”, and others cite it. Please choose that class, or give "
        "the other document a name of its own."
    ),
    "source-of-exercise": N_(
        "The source is marked as an exercise, where states and figures are invented. Please choose the class of the "
        "real source, or send the workbook to the exercise."
    ),
    "change-percent-unit": N_("A change in per cent has the unit “per cent”. Please correct the unit."),
    "percent-out-of-range": N_("{value} is outside 0 to 100. Please check the percentage."),
    "negative-count": N_("{value} is below zero. Please check the number."),
    "fraction-for-count": N_(
        "{value} is a fraction, but whole units are counted. Please check the number or the unit."
    ),
    "end-before-start": N_("The end is before the beginning. Please check both dates."),
    "period-missing": N_(
        "The period is marked as known, but there is no date. Please fill in its beginning or its end."
    ),
    "asked-on-missing": N_("An answer still awaited needs the date of the request. Please fill in “Asked on”."),
    "level-invalid": N_("“{value}” is not a level. Expected is 0, 0.5 or 1."),
    "level-not-for-source": N_(
        "A level is given only in a round, by the state itself. Please leave it empty for a published source."
    ),
    "figure-in-statement": N_(
        "“{value}” is a number, but this sheet keeps only words. Please write it on the sheet Figures of a new "
        "template."
    ),
    "status-not-for-kind": N_("A statement of the kind “{kind}” has no status. Please leave the status empty."),
    "state-status-mismatch": N_(
        "The status “{value}” does not fit the state of the answer “{state}”. Please correct one of them."
    ),
    "quote-missing": N_(
        "A statement from a published source needs a quote. Please add the shortest passage that supports it."
    ),
    "address-missing": N_("Desk research needs a public web address. Please add it on the sheet Sources."),
    "address-unsafe": N_(
        "“{value}” is not the address of a web page. Please write an address that begins with https://, or "
        "leave it empty."
    ),
    "status-not-for-source": N_(
        "Desk research sets no status. To confirm it, name your own document as the source; else leave it empty."
    ),
    "locator-missing": N_(
        "A statement from a published source needs its place in the source. Please add page or line."
    ),
    "quote-too-long": N_(
        "The quote has {count} words; at most {limit} are allowed. Please shorten it to the passage that supports "
        "the statement."
    ),
    "indicator-not-of-item": N_(
        "The indicator “{value}” belongs to the item {expected}, not to {item}. Please correct one of them."
    ),
    "country-mismatch": N_(
        "“{value}” is in the workbook of {expected}. Please move the row to the workbook of its own country."
    ),
    "answer-changed": N_(
        "This row changes an accepted answer without a new source. For a new answer, name your new document. To "
        "correct the old one, choose “correction of the last answer” in “This row is” and give the reason."
    ),
    "correction-of-source": N_(
        "The row is marked “correction of the last answer”, but its source is not that of the answer before. A "
        "correction keeps its source. For a new answer, empty “This row is”."
    ),
    "duplicate-conflict": N_(
        "Rows {first} and {second} are about the same thing and differ. Please keep the right one."
    ),
    "round-closed": N_(
        "This answers the round “{round}”, which is closed. Please have it opened again on the page Rounds, or give "
        "the answer in the template of an open round."
    ),
    "round-cleared": N_(
        "The answers of this state to the round “{round}” were cleared on {cleared} and are in the record. To add one, "
        "please take the day of clearance back on the page Rounds first."
    ),
    "round-replaced": N_(
        "This answers the round “{round}”, but a newer round with the same question was sent on {sent}. Please "
        "download the template again and copy the answer into it."
    ),
    "round-not-asked": N_(
        "A round was sent on {value} to other states, not to this one. Please correct the day, or have it noted on the "
        "page Rounds that the state was asked."
    ),
    "findings-cut": N_("There are {total} findings; the first {limit} are listed. Please correct these first."),
}

_WARNING = {
    "external-links": N_("The workbook refers to other workbooks. Nothing is read from them; please check the values."),
    "comments-present": N_(
        "The workbook has cell comments. They are not stored; please move what matters to the note."
    ),
    "pivot-data": N_(
        "The workbook has a pivot table, which keeps a copy of its data. It is not read; please check that it may be "
        "sent."
    ),
    "text-box": N_("There is text in a drawing or text box. It is not read; please move what matters into the cells."),
    "unknown-sheet": N_(
        "The sheet “{sheet}” is not part of the template and is not read. Please move what matters to the data sheet."
    ),
    "hidden-sheet": N_(
        "The sheet “{sheet}” is hidden. It is not part of the template; please check that it may be sent."
    ),
    "hidden-rows": N_("Hidden rows were read too: {rows}. Please check them."),
    "hidden-columns": N_("Hidden columns were read too: {columns}. Please check them."),
    "unknown-column": N_("The column “{value}” is not known and is not stored. Please move what matters to the note."),
    "heading-renamed": N_(
        "The heading of “{column}” reads “{value}”. The column was read as “{column}”; please check it."
    ),
    "cells-outside": N_(
        "“{value}” is in a column without a heading. The column is not stored; please move what matters to the note."
    ),
    "column-absent": N_(
        "The column “{column}” is not in the sheet; it was read as empty. Please add it if it has answers."
    ),
    "value-normalised": N_("“{value}” was read as “{read}”. Please check it."),
    "formula-cell": N_("This cell contains a formula; its stored result “{value}” was read. Please check it."),
    "shown-differs": N_(
        "The cell shows something other than its value: {value} was read. Please check the number format."
    ),
    "struck-out": N_("The cell is struck out, but {value} was read. Please empty it if it is no longer correct."),
    "not-visible": N_(
        "“{value}” was read, but nobody sees it: its letters have the colour of the cell or no size, or the format "
        "hides it. Please make it visible, or empty the cell."
    ),
    "read-as-empty": N_("“{value}” has no content; the cell was read as empty. Please check it."),
    "unknown-word": N_(
        "“{value}” is a new word in “{column}” and was kept. Known words: {known}. Please check the spelling."
    ),
    "indicator-not-for-sheet": N_(
        "“{value}” is not answered by a number on this sheet. A milestone or a fact belongs on the sheet Statements, "
        "support by a partner on the sheet Partners. Please move the row or correct the indicator."
    ),
    "unit-differs": N_(
        "The unit is “{value}”, but {indicator} is given in “{expected}”. Please check the unit and the indicator."
    ),
    "level-differs": N_(
        "The level {value} does not fit the status “{status}”, which usually has {expected}. Please check both."
    ),
    "status-not-for-item": N_(
        "The status “{value}” does not fit {item}. Only continuing work has the status “activity reported”, and it "
        "is never “in place”. Please check the status."
    ),
    "language-differs": N_(
        "The statement is not written in the letters of its language ({language}). Please correct the language; a "
        "translation has a column of its own."
    ),
    "since-after-source": N_("{value} is after the date of the source ({date}). Please check the date and the status."),
    "body-of-another-state": N_(
        "“{value}” is an institution of another state, not of {country}. Please check the row."
    ),
    "source-of-another-state": N_(
        "The source is an answer of “{body}”, an institution of another state, not of {country}. Please check the "
        "country and the source."
    ),
    "period-told-otherwise": N_(
        "The period is given as “{value}”, but the dates are {start} to {end}. Please check both."
    ),
    "answer-beside": N_(
        "This row was written over the answer of {day} with another source. It was read as a new answer, and the "
        "previous answer stays. Place, quote and reason of the previous answer were left out."
    ),
    "part-above-total": N_(
        "{value} is part of the total in row {row}, but more than that total ({total}). Please check both figures."
    ),
    "sum-differs": N_(
        "The total is {value}, but women ({women}) and men ({men}) are {sum} together. Please check the three figures."
    ),
    "figure-far-off": N_(
        "{value} is at least ten times larger or smaller than the figure of the neighbouring period {period}: "
        "{other} ({place}). Please check both figures."
    ),
    "figure-joins-no-series": N_(
        "This figure would join no accepted series: {differs}. Please correct it, or leave it if it counts something "
        "else."
    ),
    "ages-differ": N_(
        "The total is {value}, but adults ({adults}) and minors ({minors}) are {sum} together. Please check the three "
        "figures."
    ),
    "period-after-source": N_(
        "The period ends on {value}, after the source was published ({date}). Please check the period or the source."
    ),
    "duplicate-row": N_("Rows {first} and {second} say the same; one of them is enough."),
    "unknown-unit": N_("“{value}” is not a unit that is known here. Expected is one of: {allowed}."),
    "unknown-body": N_(
        "The institution “{value}” is not on the list. Please check the spelling, or ask for it to be added."
    ),
    "single-case": N_(
        "The text may be about one person. Please report totals and measures only, so that nobody can be recognised."
    ),
    "personal-name": N_("The text may name a person. Please name the institution only."),
    "contact-details": N_("The text may have a telephone number or an e-mail address. Please remove it."),
    "date-of-birth": N_("The text may have a date of birth. Please remove it."),
    "identity-number": N_("The text may have the number of a passport or of a person. Please remove it."),
    "basis-mismatch": N_("A date is given, but the basis of the period is “not stated”. Please correct one of them."),
    "rows-unanswered": N_(
        "{count} prepared rows are still without an answer. Please fill them in, or send them later."
    ),
}

_SEVERITIES = {Severity.ERROR: N_("To correct"), Severity.WARNING: N_("To check")}
MESSAGES: dict[str, str] = REFUSALS | FORM | _SHEET | _CELL | _ROW | ERRORS | _WARNING | WARNINGS


def severity_of(code: str) -> Severity:
    """Return the severity of findings with a code."""
    return Severity.WARNING if code in _WARNING or code in WARNINGS else Severity.ERROR


def sentence(finding: Finding, words: Words) -> str:
    """Return a finding in the reader's language: the problem, the expected value, the next step."""
    label = LABEL_OF.get(finding.column)
    prose = finding.column in PROSE or finding.code == "number-range"
    places = {
        "value": finding.value if prose else with_names(finding.value, words),
        "sheet": finding.sheet,
        "column": words(label) if label else finding.column,
    }
    values = places | finding.values
    if "points" in values:
        values["points"] = strange_letters(finding.value, words)
    if words.language == "ru" and "round_ru" in values:
        values["round"] = values["round_ru"]
    if "allowed" in values and finding.column in LABELLED:
        # a form shows labels, so a finding lists labels
        codes = values["allowed"].split(", ")
        values["allowed"] = "; ".join(label_of(finding.column, code, words) for code in codes)
    if "status" in values:
        values["status"] = label_of("status", values["status"], words)
    values |= _stored_values(finding, values, words)
    if finding.code == "figure-joins-no-series":
        values["differs"] = differing_text(values["differs"], words)
    if finding.code == "no-heading":
        values["expected"] = ", ".join(words(LABEL_OF.get(key, key)) for key in values["expected"].split())
    message = next((text for (code, key), text in FULLER.items() if code == finding.code and key in values), None)
    return words(message or MESSAGES[finding.code], **values)


def _stored_values(finding: Finding, values: dict[str, str], words: Words) -> dict[str, str]:
    """Return the values of a column that a finding compares, as pages show them; "–" is an empty one."""
    if finding.code not in ("changed-without-reason", "level-differs"):
        return {}
    compared = {key: values[key] for key in ("before", "value", "expected") if values.get(key, "–") != "–"}
    return {key: field_text(finding.column, value, words) for key, value in compared.items()}


def severity_word(severity: Severity, words: Words) -> str:
    """Return `To correct` or `To check` in the reader's language."""
    return words(_SEVERITIES[severity])
