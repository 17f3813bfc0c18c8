"""Makes a workbook of one answer by letter or e-mail: the last accepted rows and this one; pure."""

import hashlib
from dataclasses import replace
from typing import TypeVar

from bukhara.errors import Refused
from bukhara.i18n.words import words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import EvidenceGrade, Kind, SourceClass, State, Status, StepOutcome, WorkbookKind
from bukhara.model.messages import N_
from bukhara.model.source import Source
from bukhara.model.statement import SUBJECT, Statement
from bukhara.model.text import Text
from bukhara.service.drafts.entered import NO_BODY
from bukhara.workbook import WorkbookContents

NO_PLACE = N_("Please choose the state that gave the answer.")
NO_STATE = N_("Please choose what kind of answer it is.")
NO_STATUS = N_("This status is not in the list. Please choose again.")
NO_OUTCOME = N_("Please choose from the list what became of the last step.")
_WHOLE = (*SUBJECT, "source_id")

Code = TypeVar("Code", Kind, State, Status, StepOutcome)


def subject_of(answer: LetterAnswer) -> str:
    """Return the subject of the workbook for the answer: a country, or the partners."""
    return WorkbookKind.PARTNERS.value if answer.figure and answer.figure.partner else answer.country


def with_answer(contents: WorkbookContents, answer: LetterAnswer, *, exercise: bool) -> WorkbookContents:
    """Return the contents with the answer; it replaces an answer of the same letter to the same question."""
    source = _source(contents, answer, exercise=exercise)
    sources = (*(each for each in contents.sources if each.source_id != source.source_id), source)
    if answer.figure is not None:
        figure = replace(answer.figure, country=answer.country, source_id=source.source_id)
        same = [row for row in contents.observations if row.observation_id != figure.observation_id]
        return replace(contents, observations=(*same, figure), sources=sources, questions=(), figure_questions=())
    row = _statement(answer, source)
    others = [each for each in contents.statements if _about(each) != _about(row)]
    return replace(contents, statements=(*others, row), sources=sources, questions=(), figure_questions=())


def _statement(answer: LetterAnswer, source: Source) -> Statement:
    state = code_of(State, answer.state, NO_STATE)
    value = state is State.VALUE
    return Statement(
        country=answer.country,
        item=answer.item,
        indicator=answer.indicator,
        kind=code_of(Kind, answer.kind, NO_STATE),
        state=state,
        status=code_of(Status, answer.status, NO_STATUS) if answer.status else None,
        since=answer.since,
        statement=answer.statement,
        lang=answer.lang,
        body=source.body,
        evidence_grade=EvidenceGrade.STATEMENT_ON_RECORD if value else None,
        source_id=source.source_id,
        revision_reason=answer.revision_reason,
        next_step=answer.next_step,
        due_date=answer.due_date,
        lead=answer.lead,
        promised_document=answer.promised_document,
        step_outcome=code_of(StepOutcome, answer.step_outcome, NO_OUTCOME) if answer.step_outcome else None,
    )


def _source(contents: WorkbookContents, answer: LetterAnswer, *, exercise: bool) -> Source:
    body, number = " ".join(answer.body.split()), " ".join(answer.document_number.split())
    if not body:
        raise Refused(NO_BODY)
    for each in contents.sources:
        named = (each.body, each.document_number, each.date, each.source_class is SourceClass.PANEL)
        if named == (body, number, answer.date, answer.at_panel):
            return each
    digest = hashlib.sha256(f"{body}|{number}".encode()).hexdigest()[:6]
    own = SourceClass.EXERCISE if exercise else SourceClass.STATE_SUBMISSION
    title = _title(contents.framework.country(answer.country).short, answer, number)
    place = "panel" if answer.at_panel else "letter"
    return Source(
        source_id=f"{answer.country.lower()}-{place}-{answer.date.isoformat()}-{digest}",
        source_class=SourceClass.PANEL if answer.at_panel else own,
        title=f"EXERCISE (invented): {title}" if exercise else title,
        body=body,
        date=answer.date,
        document_number=number,
        language=answer.lang,
        access="public" if answer.at_panel else "internal",
    )


def _title(state: Text, answer: LetterAnswer, number: str) -> str:
    """Return the title of a letter or a session in its language: English, unless it is Russian."""
    words = words_of("ru" if answer.lang == "ru" else "en")
    name, day = words.text(state), words.date(answer.date)
    if answer.at_panel:
        return words("{state}, said at the panel of {day}: {session}", state=name, day=day, session=number)
    if not number:
        return words("{state}, letter of {day}", state=name, day=day)
    return words("{state}, letter {number} of {day}", state=name, number=number, day=day)


def _about(row: Statement) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _WHOLE)


def code_of(codes: type[Code], given: str, reason: str) -> Code:
    """Return the code of a text; raise Refused with `reason` if no code has that text."""
    known = {code.value: code for code in codes}
    if given not in known:
        raise Refused(reason)
    return known[given]
