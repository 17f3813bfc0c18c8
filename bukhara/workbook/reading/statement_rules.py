"""Rules of one row of a tracker; each adds its finding at the cell to be corrected."""

import re

from bukhara.model import partial_date
from bukhara.model.codes import OWN_WORDS, UNCONFIRMED, AnswerRow, EvidenceGrade, Kind, State, Status
from bukhara.model.languages import LANGUAGES
from bukhara.progress.levels import LEVEL_OF
from bukhara.workbook.reading.citations import check_body, check_citation, check_own_state
from bukhara.workbook.reading.ledger import DataRow
from bukhara.workbook.reading.lookups import Lookups
from bukhara.workbook.reading.privacy import check_privacy

LEVELS = (0.0, 0.5, 1.0)
_BEGUN = (Status.IN_PLACE, Status.UNDER_WAY, Status.CONTINUING)
_CYRILLIC = re.compile("[А-Яа-яЁёІіҚқҒғӘәҲҳ]")
_PLAINLY = 20
_LATIN = re.compile("[A-Za-z]")
_DIGIT, _WORD, _WORDS_OF_A_NUMBER = re.compile(r"\d"), re.compile(r"[^\W\d_]+"), 3
_WITH_STATUS = (Kind.IMPLEMENTATION, Kind.CHALLENGE)


def check_statement(row: DataRow, lookups: Lookups) -> None:
    """Check one typed row of the Statements sheet."""
    _check_place(row, lookups)
    _check_complete(row)
    _check_state(row, lookups)
    _check_level(row, lookups)
    _check_grade(row, lookups)
    _check_source(row, lookups)
    _check_dates(row, lookups)
    _check_language(row)
    check_citation(row, lookups)
    check_privacy(row)
    check_body(row, "body", lookups)
    check_body(row, "lead", lookups)
    _check_figure(row, lookups)


def _check_figure(row: DataRow, lookups: Lookups) -> None:
    """Refuse a number among the statements: it is read as words, and no chart or table would show it."""
    if row.fields.get("kind") is not Kind.FIGURE or row.fields.get("state") is not State.VALUE:
        return
    source = lookups.cited(row.fields)
    is_measure = row.fields.get("indicator") in lookups.unit_of
    text = row.fields.get("statement", "")
    number = bool(_DIGIT.search(text)) and len(_WORD.findall(text)) <= _WORDS_OF_A_NUMBER
    own = source is not None and source.source_class in OWN_WORDS and is_measure and bool(_DIGIT.search(text))
    if "level" in row.fields:
        row.find("figure-in-statement", "level")
    if number or own:
        row.find("figure-in-statement", "statement")


def _check_place(row: DataRow, lookups: Lookups) -> None:
    check_own_state(row, lookups)
    item, indicator_id = row.fields.get("item"), row.fields.get("indicator")
    if indicator_id is None or "item" in row.blamed:
        return
    expected = lookups.item_of[indicator_id]
    if expected and item is None:
        row.fields["item"] = expected
    elif expected != (item or ""):
        row.find("indicator-not-of-item", "indicator", expected=expected or "-", item=item or "-")


def _check_complete(row: DataRow) -> None:
    if not row.fields.keys().isdisjoint(("act_name", "act_text")) and "act_kind" not in row.fields.keys() | row.blamed:
        row.find("missing-value", "act_kind")
    if row.fields.get("answer_row") is AnswerRow.CORRECTION and not row.fields.get("revision_reason"):
        row.find("missing-value", "revision_reason")


def _check_state(row: DataRow, lookups: Lookups) -> None:
    state, status, kind = (row.fields.get(key) for key in ("state", "status", "kind"))
    if status is not None and kind is not None and kind not in _WITH_STATUS and status is not Status.NOT_ASKED:
        row.find("status-not-for-kind", "status", kind=kind.value)
    if state is None:
        return
    if state is State.VALUE:
        _check_answer(row, status, lookups)
    else:
        allowed = Status.NOT_ASKED if state is State.NOT_ASKED else None
        if status is not None and status is not allowed:
            row.find("state-status-mismatch", "status", state=state.value)
        if "level" in row.fields:
            row.find("value-with-gap", "level")
    if state is State.NOT_REPORTED and "asked_on" not in row.fields:
        row.find("asked-on-missing", "asked_on")


def _check_answer(row: DataRow, status: Status | None, lookups: Lookups) -> None:
    if status is Status.NOT_ASKED:
        row.find("state-status-mismatch", "status", state=State.VALUE.value)
    if "statement" not in row.fields and "statement" not in row.blamed:
        row.find("missing-value", "statement")
    elif (
        status is None
        and "act_kind" not in row.fields
        and _decides(row, lookups)
        and row.blamed.isdisjoint(("statement", "status", "level"))
    ):
        row.find("status-missing", "status")


def _decides(row: DataRow, lookups: Lookups) -> bool:
    """Return whether a row is the answer of a state to what decides a status, and tells no level either."""
    source, fields = lookups.cited(row.fields), row.fields
    of_state = source is not None and source.source_class in OWN_WORDS
    asked = fields.get("kind") is Kind.IMPLEMENTATION and fields.get("indicator") in lookups.deciding
    return of_state and asked and "level" not in fields


def _check_level(row: DataRow, lookups: Lookups) -> None:
    level = row.fields.get("level")
    if level is None:
        return
    if level not in LEVELS:
        row.find("level-invalid", "level")
    source = lookups.cited(row.fields)
    if source and source.source_class not in OWN_WORDS:
        row.find("level-not-for-source", "level")
    status = row.fields.get("status")
    expected = LEVEL_OF.get(status, level) if status else level
    if level in LEVELS and level != expected:
        row.find("level-differs", "level", status=str(status), expected=f"{expected:g}")


def _check_grade(row: DataRow, lookups: Lookups) -> None:
    """Refuse a document that nobody could find: it has a file or an address, or its body, day and number are given."""
    if row.fields.get("evidence_grade") is not EvidenceGrade.PRIMARY_DOCUMENT:
        return
    source, since = lookups.cited(row.fields), row.fields.get("since", "")
    is_number, is_day = _DIGIT.search(str(row.fields.get("act_name", ""))), since[8:].isdigit()
    is_kept = source is not None and (source.address or source.checksum)
    if not (is_kept or (is_number and is_day and row.fields.get("body"))):
        row.find("document-not-named", "evidence_grade")


def _check_source(row: DataRow, lookups: Lookups) -> None:
    """Refuse a status from an unconfirmed source, and what became of a step from any but the state's own answer.

    A body that confirms it must name a document of its own.
    """
    source = lookups.cited(row.fields)
    if source and source.source_class in UNCONFIRMED and row.fields.get("status") is not None:
        row.find("status-not-for-source", "status")
    if source and source.source_class not in OWN_WORDS and "step_outcome" in row.fields:
        row.find("outcome-not-for-source", "step_outcome")
    status, item = row.fields.get("status"), row.fields.get("item")
    endless = item in lookups.continuing
    if item and ((status is Status.CONTINUING and not endless) or (status is Status.IN_PLACE and endless)):
        row.find("status-not-for-item", "status", item=item)


def _check_language(row: DataRow) -> None:
    """Require a language for a statement, because it is shown to readers of that language."""
    text, language = row.fields.get("statement", ""), row.fields.get("lang", "en")
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    own = LANGUAGES.get(language)
    if not own or own.in_both_scripts:
        return
    if latin > _PLAINLY and not cyrillic if own.is_cyrillic else cyrillic > latin:
        row.find("language-differs", "lang", language=language)


def _check_dates(row: DataRow, lookups: Lookups) -> None:
    since, until = row.fields.get("since"), row.fields.get("valid_until")
    if since and until and partial_date.last_day(until) < partial_date.first_day(since):
        row.find("end-before-start", "valid_until")
    source, due = lookups.cited(row.fields), row.fields.get("due_date")
    if source and source.source_class in OWN_WORDS and due and due <= source.date:
        row.find("due-before-source", "due_date", date=source.date.isoformat())
    if source and since and row.fields.get("status") in _BEGUN and partial_date.first_day(since) > source.date:
        row.find("since-after-source", "since", date=source.date.isoformat())
