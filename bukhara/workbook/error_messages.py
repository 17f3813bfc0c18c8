"""The errors in sheets, cells and rows, with their sentences: they stop a workbook."""

from bukhara.model.messages import N_

_OF_SHEETS = {
    "template-of-another-version": N_(
        "The template of this workbook has the version “{value}”; version {version} is read. Please download a fresh "
        "template and copy your rows into it."
    ),
    "no-data-sheet": N_(
        "No sheet with the columns of Statements, Statistics or Partners was found. Please use the template."
    ),
    "copied-from-form": N_(
        "“{sheet}” has headings of our form, but not its folded columns. Please copy the answers into the form that "
        "you downloaded, and send that one."
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

_OF_CELLS = {
    "missing-value": N_("“{column}” is empty. Please fill it in."),
    "number-unreadable": N_("“{value}” is not only a number. Please write the number alone, and words in the note."),
    "number-bound": N_(
        "“{value}” is a lower limit or an estimate, but one number is expected. Write the number and choose the "
        "qualifier “more than”, “at least” or “about”."
    ),
    "number-below": N_(
        "“{value}” means fewer than a number, but one number is expected. Choose the qualifier “range” and write the "
        "lowest and the highest value, such as 0 and 4. Or choose the state “withheld by the disclosure rule”."
    ),
    "number-range": N_(
        "“{value}” is a range, but one number is expected. Please choose the qualifier “range” and write the lowest "
        "and the highest value in their columns."
    ),
    "item-retired": N_(
        "{value} is not in the list of themes since {date}. Please answer with a theme of the list: download a fresh "
        "template."
    ),
    "since-after-source": N_(
        "{value} is after the date of the source ({date}), which cannot show what began later. Please correct the "
        "date, choose “planned”, or name a later source, such as your letter."
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
    "no-answer": N_("“{value}” is no answer. Please write one, or choose the reason in “State of the answer”."),
    "not-finite": N_("“{value}” is not a number that can be counted with. Please write an ordinary number."),
    "boolean-value": N_("“{column}” contains TRUE or FALSE. Please write a number or a text."),
    "date-in-number": N_(
        "Excel shows a date in “{column}”, where a number is expected. Please set the cell to "
        "“Number” and write it again."
    ),
    "date-in-text": N_(
        "Excel turned the text in “{column}” into a date. Please set the cell to “Text” and write it again."
    ),
    "date-of-period": N_(
        "“{value}” is a period, but one day is expected. Please write the day, such as {start} or {end}."
    ),
    "date-unreadable": N_("“{value}” is not read as a date. Please write it like 2023-07-28."),
    "partial-date-unreadable": N_(
        "“{value}” is not read as a date. Please write a year, a month or a day, like 2023, 2023-07 or 2023-07-28."
    ),
    "date-out-of-range": N_(
        "The day {value} is outside the years {first} to {last}. A year typed into a cell with the format “Date” "
        "becomes such a day. Please write its first or last day, like {start} or {end}."
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
    "person-line": N_(
        "This line is about a person: a name, a telephone or an address. The record names institutions only. Please "
        "delete the line, and send the workbook again."
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
    "struck-words": N_(
        "“{struck}” is struck out in this cell. Please delete these words, or remove the line through them."
    ),
    "count-implausible": N_("{value} is more than {limit}, which is too many for any state. Please check the number."),
}

_OF_ROWS = {
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
        "The period of this figure is not whole. Please fill in its beginning and its end; a year, such as 2025, will "
        "do in both."
    ),
    "asked-on-missing": N_("An answer still awaited needs the date of the request. Please fill in “Asked on”."),
    "status-missing": N_(
        "The answer is given, but its status is empty. Please choose it; where nothing has begun, write 0 in “Level”."
    ),
    "level-invalid": N_("“{value}” is not a level. Expected is 0, 0.5 or 1."),
    "level-not-for-source": N_(
        "A level is given only in a round, by the state itself. Please leave it empty for a published source."
    ),
    "document-not-named": N_(
        "A primary document has an address, or its body, day (“Since”) and number (“Short name of the act”) are given. "
        "Otherwise the grade is “statement on record”."
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
        "Desk research and what was said at a panel set no status. To confirm it, name your own document as the "
        "source; else leave it empty."
    ),
    "outcome-not-for-source": N_(
        "Only the state itself says what became of its step. Please name its own document as the source, or leave it "
        "empty."
    ),
    "locator-missing": N_(
        "A statement from a published source needs its place in the source. Please add page or line."
    ),
    "quote-too-long": N_(
        "The quote has {count} words; at most {limit} are allowed. Please shorten it to the passage that supports "
        "the statement."
    ),
    "indicator-not-of-item": N_(
        "The item of the indicator “{value}” is {expected}, not {item}. Please correct one of them."
    ),
    "country-mismatch": N_(
        "“{value}” is in the workbook of another state ({expected}). Please move the row to the workbook of its own "
        "country."
    ),
    "changed-without-reason": N_(
        "The accepted value was “{before}”; now it is “{value}”. For a new answer, name your new document. For a "
        "correction, write why in “Reason for the change”, or restore the old value."
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
    "row-emptied": N_(
        "This row had an accepted answer and is empty now. Please restore the values. To take the row out, choose "
        "“to be taken out of the record” in “This row is”."
    ),
    "row-above-heading": N_(
        "The row of “{value}” is above the headings and is not read. Please move it below them; sorting may have put "
        "it there."
    ),
    "confirmed-without-letter": N_(
        "A row is confirmed, but no new letter of the state says so. Please name institution and day of your letter on "
        "the sheet Sources."
    ),
    "confirmed-and-changed": N_(
        "This row is marked “still right”, but an answer to its question is changed or new in this file. Please keep "
        "one of the two."
    ),
    "confirmed-in-part": N_(
        "Of the {total} answers to this question {count} are marked “still right”. A confirmation is of all of them: "
        "please mark the others, or write a new answer."
    ),
    "confirmed-other-content": N_(
        "What is public about this question was changed since the form was made. Please look at it in a new form, then "
        "confirm it there."
    ),
    "tick-without-act": N_(
        "“{value}” is said of an act on file: a yellow row with kind and name of the act. Please choose another word "
        "here."
    ),
    "source-retyped": N_(
        "“{value}” looks like the known source “{expected}” but is written with other characters. Please copy the "
        "known name, or give another document a name of its own."
    ),
}

ERRORS = _OF_SHEETS | _OF_CELLS | _OF_ROWS
