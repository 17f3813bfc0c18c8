"""The findings of cells and rows that show something else than would be stored, with their sentences."""

from bukhara.i18n.codes import N_

ERRORS = {
    "struck-words": N_(
        "“{struck}” is struck out in this cell. Please delete these words, or remove the line through them."
    ),
    "row-emptied": N_(
        "This row had an accepted answer and is empty now. Please restore the values. To take the row out of the "
        "record, delete the whole row."
    ),
    "row-above-heading": N_(
        "The row of “{value}” is above the headings and is not read. Please move it below them; sorting may have put "
        "it there."
    ),
    "source-retyped": N_(
        "“{value}” looks like the known source “{expected}” but is written with other characters. Please copy the "
        "known name, or give another document a name of its own."
    ),
    "count-implausible": N_(
        "{value} is more than {limit}, which is too many for the five states. Please check the number."
    ),
}
WARNINGS = {
    "raised-digits": N_(
        "The cell has a raised or lowered digit; “{value}” was read. Please delete it if it points to a footnote."
    ),
    "changed-without-reason": N_(
        "The accepted value was “{before}”; now it is “{value}”. Please write why in “Reason for the change”, or "
        "restore the old value."
    ),
    "rows-removed": N_(
        "Rows of the record are missing from this workbook ({count}): {rows}. Publishing takes them out. If this is "
        "a mistake, please copy them from a new template."
    ),
}
# the same findings with more in the sentence, where it is known
FULLER = {
    ("shown-differs", "shown"): N_(
        "The cell shows “{shown}”, but its value is {value}, which was read. Please check the number format."
    ),
}
# columns of names, codes and numbers, in which characters that cannot be distinguished are named
PROSE = frozenset(
    {
        "statement",
        "statement_translation",
        "quote",
        "next_step",
        "note",
        "revision_reason",
        "title",
        "period_label",
        "source_locator",
    }
)
