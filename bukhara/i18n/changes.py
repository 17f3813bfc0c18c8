"""The words for changes of rows: columns, values and kinds of change. Columns have the names of the workbook."""

from datetime import date
from enum import StrEnum

from bukhara.i18n.codes import CODES, label
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.codes import (
    AnswerRow,
    CodingStatus,
    EvidenceGrade,
    Kind,
    PeriodBasis,
    Qualifier,
    SourceClass,
    State,
    Status,
)
from bukhara.model.messages import N_

COLUMNS: dict[str, str] = {
    "country": N_("Country"),
    "item": N_("Item"),
    "indicator": N_("Indicator"),
    "kind": N_("Kind of statement"),
    "answer_row": N_("This row is"),
    "answered_on": N_("Answered on"),
    "state": N_("State of the answer"),
    "status": N_("Status"),
    "level": N_("Level"),
    "since": N_("Since"),
    "valid_until": N_("Valid until"),
    "statement": N_("Statement"),
    "lang": N_("Language of the statement"),
    "statement_translation": N_("Translation of the statement"),
    "body": N_("Body"),
    "partner": N_("Partner"),
    "evidence_grade": N_("Grade of evidence"),
    "source_id": N_("Source"),
    "source_locator": N_("Place in the source"),
    "quote": N_("Quote"),
    "asked_on": N_("Asked on"),
    "next_step": N_("Next step"),
    "due_date": N_("Due date"),
    "revision_reason": N_("Reason for the change"),
    "note": N_("Note"),
    "topics": N_("Topics"),
    "value": N_("Value"),
    "qualifier": N_("Qualifier"),
    "value_low": N_("Lowest value"),
    "value_high": N_("Highest value"),
    "unit": N_("Unit"),
    "counting_unit": N_("Counting unit"),
    "stage": N_("Stage"),
    "offence_class": N_("Class of offence"),
    "legal_article": N_("Article of law"),
    "sex": N_("Sex"),
    "age_group": N_("Age group"),
    "form_of_exploitation": N_("Form of exploitation"),
    "citizenship": N_("Citizenship"),
    "identifying_body": N_("Identifying body"),
    "territorial_scope": N_("Territory"),
    "period_start": N_("Period from"),
    "period_end": N_("Period to"),
    "period_label": N_("Period as published"),
    "period_basis": N_("Basis of the period"),
    "reporter": N_("Reporting body"),
    "kind_of_support": N_("Kind of support"),
    "question": N_("Question"),
    "source_class": N_("Class of source"),
    "title": N_("Title"),
    "document_number": N_("Number of the document"),
    "date": N_("Date"),
    "language": N_("Language"),
    "access": N_("Access"),
    "address": N_("Address"),
    "checksum": N_("Checksum"),
    "dataset": N_("Data set"),
    "coding_status": N_("Confirmation by the state"),
}
SORTS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "confirmed": N_("confirmed, unchanged"),
}
EMPTY = N_("(empty)")

CODED: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "state": State,
    "status": Status,
    "evidence_grade": EvidenceGrade,
    "qualifier": Qualifier,
    "period_basis": PeriodBasis,
    "source_class": SourceClass,
    "coding_status": CodingStatus,
    "answer_row": AnswerRow,
}
PLAIN_CODES = frozenset(
    {
        *("stage", "offence_class", "sex", "age_group", "form_of_exploitation", "citizenship", "identifying_body"),
        *("territorial_scope", "kind_of_support", "unit"),
    }
)
_DAYS = frozenset({"asked_on", "due_date", "period_start", "period_end", "date"})
_NUMBERS = frozenset({"value", "value_low", "value_high", "level"})


def column_text(column: str, words: Words) -> str:
    """Return the name of a column as in the workbook."""
    return words(COLUMNS[column]) if column in COLUMNS else column


def sort_text(sort: str, words: Words) -> str:
    """Return the word for a kind of change: added, changed, removed or confirmed."""
    return words(SORTS[sort])


def field_text(column: str, value: str, words: Words) -> str:
    """Return a stored value in words: codes, dates and numbers are written out, free text is not changed."""
    if not value:
        return words(EMPTY)
    if column in CODED:
        return words(CODES[CODED[column], value]) if (CODED[column], value) in CODES else value
    if column in PLAIN_CODES:
        return label(words, value)
    if column == "counting_unit":
        return counted(value, words)
    return _dated(column, value, words)


def _dated(column: str, value: str, words: Words) -> str:
    if column in _DAYS:
        return words.date(date.fromisoformat(value))
    if column in ("since", "valid_until"):
        return words.partial_date(value)
    return number_text(value, words) if column in _NUMBERS else value


def number_text(value: str, words: Words) -> str:
    """Return a stored number with all its digits."""
    whole, _, rest = value.partition(".")
    if "e" in value or not whole.lstrip("-").isdigit():
        return value
    return words.number(int(whole)) if not rest else words.number(float(value)) if len(rest) < 3 else value


def counts_text(added: int, changed: int, removed: int, confirmed: int, words: Words) -> str:
    """Return the number of rows of each kind of change, in one line."""
    parts = (
        words.plural("{n} row added", "{n} rows added", added),
        words.plural("{n} row changed", "{n} rows changed", changed),
        words.plural("{n} row removed", "{n} rows removed", removed),
        words.plural("{n} row confirmed unchanged", "{n} rows confirmed unchanged", confirmed),
    )
    return ", ".join(parts)
