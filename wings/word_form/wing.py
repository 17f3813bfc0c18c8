"""The wing of Word documents: the form for a ministry and its answers, and the brief of a state."""

from bukhara.model.messages import N_
from bukhara.wing import Wing

NOTE = N_(
    "The Word form has the same questions, to be cleared inside a ministry. Answers come back in it, or in the "
    "Excel workbook."
)
WING = Wing(
    routes=("wings.word_form.routes",),
    shows={
        "template": "wings.word_form.shown:template_link",
        "round template": "wings.word_form.shown:round_link",
    },
    notes={
        "templates": (NOTE, ""),
        "files taken": (N_("Excel workbook (.xlsx) or our Word form (.docx), up to {limit} MB."), ""),
    },
    findings={
        "form-two-ticks": N_("More than one box is ticked for this question. Please tick one."),
        "form-tick-unclear": N_(
            "The boxes of this question cannot be read. Please put ☒ before one of the printed choices."
        ),
        "form-no-tick": N_("A new answer is written, but no box is ticked. Please tick how far it is."),
        "form-no-words": N_("A box is ticked, but no new answer is written. Please write it, or tick “Unchanged”."),
        "form-words-beside-tick": N_(
            "A new answer is written beside “Unchanged” or beside a reason for none. Please keep one of the two."
        ),
        "form-figure": N_(
            "“{value}” is an answer to a question about a number. Please write number and period behind their lines, "
            "or in the workbook."
        ),
        "form-number": N_(
            "“{value}” is more than one number alone. Please write the number only. “About”, “at least”, a range and "
            "what may not be disclosed go into the workbook; if there is no number, tick that it is not available."
        ),
        "form-struck": N_(
            "Words are struck out or marked as deleted. Please accept the changes in Word, and send it again."
        ),
        "form-no-letter": N_(
            "No letter is named under “Agreed by”. Please give institution and day of the letter, like 2026-11-24."
        ),
    },
    briefs={"docx": (N_("One page (Word)"), "wings.word_form.brief_docx:brief_docx")},
    templates={"docx": "wings.word_form.forms:word_form"},
    makes="wings.word_form.forms:made",
)
