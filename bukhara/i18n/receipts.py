"""The words of the receipt for a workbook."""

from bukhara.i18n.codes import N_
from bukhara.i18n.words import Words

TITLE = N_("Receipt")
HEADINGS = {
    "refused": N_("Refused"),
    "not_stored": N_("Not stored"),
    "changed": N_("Changed"),
    "removed": N_("Removed"),
    "accepted": N_("Accepted as new"),
    "noted": N_("Stored, with a remark"),
    "confirmed": N_("Confirmed, unchanged"),
}
EXPLAINED = {
    "refused": N_("These cells kept the workbook from being published."),
    "not_stored": N_("These parts of the workbook are not in the record."),
    "changed": N_("The cells listed have a new value. The other cells of these rows are confirmed."),
    "removed": N_("These rows were in the record and are no longer in the workbook."),
    "accepted": N_("Every filled cell of these rows is in the record."),
    "noted": N_("These cells are in the record; this was found in them."),
    "confirmed": N_("Every cell of these rows was already in the record."),
}
COLUMNS = (
    N_("Outcome"),
    N_("Sheet"),
    N_("Cells"),
    N_("What it is about"),
    N_("Column"),
    N_("Before"),
    N_("Now"),
    N_("Reason or remark"),
)
FACTS = {
    "release": N_("Release"),
    "draft": N_("Draft"),
    "subject": N_("Workbook"),
    "at": N_("Published"),
    "judged_at": N_("Checked"),
    "who": N_("By"),
    "approved_by": N_("Approved by"),
    "confirmed_by": N_("Warnings of the check confirmed by"),
    "note": N_("Note"),
    "file_name": N_("File"),
    "file_hash": N_("Its SHA-256"),
    "base": N_("Made from release"),
}
NOT_PUBLISHED = N_("not published")
UNCHANGED = N_("no new release: everything was in the record already")
UNNAMED = N_("not known, the workbook was not made by this program")
SUBJECTS = {"statistics": N_("Statistics"), "partners": N_("Partners")}


def rows_text(number: int, words: Words) -> str:
    """Return the number of rows of an entry, in words."""
    return words.plural("{n} row", "{n} rows", number)
