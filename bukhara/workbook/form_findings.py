"""The findings of our own Word form, each about one question, with their sentences."""

from bukhara.i18n.codes import N_

FORM = {
    "form-two-ticks": N_("More than one box is ticked for this question. Please tick one."),
    "form-tick-unclear": N_(
        "The boxes of this question cannot be read. Please put ☒ before one of the printed choices."
    ),
    "form-no-tick": N_("A new answer is written, but no box is ticked. Please tick how far it is."),
    "form-no-words": N_("A box is ticked, but no new answer is written. Please write it, or tick “Unchanged”."),
    "form-words-beside-tick": N_(
        "A new answer is written beside “Unchanged” or beside a reason for none. Please keep one of the two."
    ),
    "form-figure": N_("“{value}” is a question about a number. Please enter the number in the workbook or by hand."),
    "form-struck": N_(
        "Words are struck out or marked as deleted. Please accept the changes in Word, and send it again."
    ),
    "form-no-letter": N_(
        "No letter is named under “Agreed by”. Please give institution and day of the letter, like 2026-11-24."
    ),
}
