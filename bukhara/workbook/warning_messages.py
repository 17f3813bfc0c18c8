"""The warnings, with their sentences: they are confirmed by whoever publishes the workbook."""

from bukhara.model.messages import N_

WARNINGS = {
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
    "shown-differs": N_("The cell shows something other than its value: {value} was read. Please check its format."),
    "struck-out": N_("The cell is struck out, but {value} was read. Please empty it if it is no longer correct."),
    "not-visible": N_(
        "“{value}” was read, but nobody sees it: its letters have the colour of the cell or no size, or the format "
        "hides it. Please make it visible, or empty the cell."
    ),
    "rule-may-hide": N_(
        "A rule of this sheet (Conditional Formatting) can hide, strike out or reword cells in {range}. Please remove "
        "the rule, or check these cells."
    ),
    "read-as-empty": N_("“{value}” says nothing that is kept here; the cell was read as empty. Please check it."),
    "gap-read": N_("“{value}” was read as the state of the answer: “{state_read}”. Please check it."),
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
        "The status “{value}” does not fit the item {item}. Only continuing work has the status “activity reported”, "
        "and it is never “in place”. Please check the status."
    ),
    "language-differs": N_(
        "The statement is not written in the letters of its language ({language}). Please correct the language; a "
        "translation has a column of its own."
    ),
    "body-of-another-state": N_(
        "“{value}” is not an institution of the state of this row ({country}). Please check the row."
    ),
    "source-of-another-state": N_(
        "The source is an answer of “{body}”, not an institution of the state of this row ({country}). Please check "
        "the country and the source."
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
    "small-and-public": N_(
        "{value} persons would be shown exactly, since the access of their source is “public”. If not everybody can "
        "read this document, please choose “internal” there."
    ),
    "figure-joins-no-series": N_(
        "This figure would join no accepted series: {differs}. Please correct it, or leave it if it counts something "
        "else."
    ),
    "figure-of-another-length": N_(
        "The period has another length than in the series of this figure: {differs}. Please check the period. If it is "
        "right, the figure begins a line of its own."
    ),
    "due-before-source": N_(
        "{value} is no day after the letter ({date}), so the next step would be over already. Please check the day."
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
        "The institution “{value}” is not on the list. Please check the spelling, or ask the secretariat to add it."
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
        "Prepared rows that are still without an answer: {count}. Please fill them in, or send them later."
    ),
    "raised-digits": N_(
        "The cell has a raised or lowered digit; “{value}” was read. Please delete it if it points to a footnote."
    ),
    "release-missing": N_(
        "The sheet “Read me” of the template or its release is missing. The workbook was compared with the newest "
        "release of when it was received. Please copy the rows into a new template."
    ),
    "confirmed-no-answer": N_(
        "This row holds no answer that sets a status or counts, so its tick confirms nothing. Please write an answer "
        "of your own, with your letter as its source."
    ),
    "rows-removed": N_(
        "Rows are marked “to be taken out of the record” ({count}): {rows}. Publishing takes them out. If this is a "
        "mistake, please empty “This row is” there."
    ),
    "rows-not-held": N_(
        "Rows that the template showed are not in this workbook ({count}): {rows}. They stay in the record. To take "
        "one out, keep its row and choose “to be taken out of the record” in “This row is”."
    ),
}
