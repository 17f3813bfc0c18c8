"""Reads what was typed into a form as a cell of the workbook is read: the same values, the same findings."""

from collections.abc import Callable
from datetime import date
from typing import cast

from bukhara.errors import DraftConflict
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.messages import N_
from bukhara.workbook import as_day, as_number_of
from bukhara.workbook.findings import MESSAGES
from bukhara.workbook.reading.values import Parsed

NO_BODY = N_("Please name the institution that answered.")


def refused(code: str, value: str = "", **values: str) -> DraftConflict:
    """Return the refusal of what was typed, with the sentence of a finding."""
    return refusal_of(Finding(code=code, severity=Severity.ERROR, value=value[:200], values=values))


def refusal_of(found: Finding) -> DraftConflict:
    """Return the refusal with the sentence of a finding."""
    places = {"value": found.value, "sheet": found.sheet, "column": found.column, "cell": found.reference}
    return DraftConflict(MESSAGES[found.code], **{**places, **found.values})


def day_in(text: str, read: Callable[[object], Parsed] = as_day) -> date | None:
    """Return the day that was typed, None for an empty text; raise DraftConflict for one that is no day."""
    return cast("date | None", _value(text, read(text)))


def letter_day(text: str) -> date:
    """Return the day of a letter, which must be given."""
    day = day_in(text)
    if day is None:
        raise DraftConflict(N_("Please give the date of the letter, like 2026-11-24."))
    return day


def number_in(text: str, counting_unit: str = "") -> float | None:
    """Return the number that was typed, None for an empty text; raise DraftConflict for one that is no number."""
    return cast("float | None", _value(text, as_number_of(text, counting_unit)))


def _value(text: str, read: Parsed) -> object:
    if read.trouble:
        raise refused(read.trouble, text, **read.values)
    return read.value
