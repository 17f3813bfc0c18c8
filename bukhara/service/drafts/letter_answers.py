"""Makes a workbook of one answer by letter or e-mail: the last accepted rows and this one; pure."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from bukhara.errors import Refused
from bukhara.i18n.act_answers import SAID, told
from bukhara.i18n.codes import label
from bukhara.i18n.readers import public_languages
from bukhara.i18n.words import Words, words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import EvidenceGrade, SourceClass, State, WorkbookKind
from bukhara.model.columns import values_of
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.release import PublicReport
from bukhara.model.source import Source
from bukhara.model.statement import SUBJECT, Statement
from bukhara.model.text import Text
from bukhara.service.drafts.entered import NO_BODY
from bukhara.situation.on_file import open_acts
from bukhara.workbook import WorkbookContents

NO_PLACE = N_("Please choose the state that gave the answer.")
NO_NAME = N_("Please write the name of that other state body.")
OLDER = N_("This letter is older than the request to the state. Does it answer the round all the same?")
NO_ACT = N_(
    "This act does not wait for an answer to this question: it is not on file for it, or was answered before. Please "
    "choose the act again on the page “Reply”."
)
_about = values_of(*SUBJECT, "source_id", "act_name")


def subject_of(row: Statement | Observation) -> str:
    """Return the subject of the workbook for an answer: a country, or the partners."""
    return WorkbookKind.PARTNERS.value if isinstance(row, Observation) and row.partner else row.country


def for_round(contents: WorkbookContents, answer: LetterAnswer, sent: date) -> tuple[WorkbookContents, LetterAnswer]:
    """Return an answer that is older than the request of a day as one to it, or as one to none; Refused if unsaid."""
    if answer.answers_round not in ("yes", "no"):
        raise Refused(OLDER)
    if answer.answers_round == "no":
        return replace(contents, round_title=""), answer
    return contents, replace(answer, row=replace(answer.row, asked_on=sent))


def acts_to_answer(contents: WorkbookContents, indicator: str) -> list[Statement]:
    """Return the named acts on file about a question that the state has not answered, in each report of them."""
    sources = {each.source_id: each for each in contents.sources}
    rows = (row for row in contents.statements if row.source_id in sources)
    found = (each.record for each in open_acts(PublicReport(row, sources[row.source_id]) for row in rows))
    return [act for act in found if isinstance(act, Statement) and act.act_name and act.indicator == indicator]


def check_act(contents: WorkbookContents, answer: LetterAnswer) -> None:
    """Raise Refused for an answer about an act that does not wait for one of its state to its question."""
    if answer.act and answer.act not in {each.evidence_id for each in acts_to_answer(contents, answer.row.indicator)}:
        raise Refused(NO_ACT)


def with_answer(contents: WorkbookContents, answer: LetterAnswer, *, exercise: bool) -> WorkbookContents:
    """Return the contents with the answer, in place of one of the same letter to the same question, or confirmed."""
    source, row = _source(contents, answer, exercise=exercise), answer.row
    sources = (*(each for each in contents.sources if each.source_id != source.source_id), source)
    contents = replace(contents, sources=sources, questions=(), figure_questions=())
    if answer.confirms:
        return replace(contents, confirmed=contents.confirmed | {row.indicator})
    if isinstance(row, Observation):
        figure = replace(row, source_id=source.source_id)
        others = [each for each in contents.observations if each.observation_id != figure.observation_id]
        return replace(contents, observations=(*others, figure))
    if act := next((each for each in contents.statements if each.evidence_id == answer.act), None):
        row = _about_act(row, act)
    grade = EvidenceGrade.STATEMENT_ON_RECORD if row.state is State.VALUE else None
    row = replace(row, body=source.body, evidence_grade=grade, source_id=source.source_id)
    return replace(contents, statements=(*(each for each in contents.statements if _about(each) != _about(row)), row))


def _source(contents: WorkbookContents, answer: LetterAnswer, *, exercise: bool) -> Source:
    body, number = " ".join(answer.body.split()), " ".join(answer.document_number.split())
    if not body:
        raise Refused(NO_BODY)
    if body.casefold() in {label(words_of(each), "state_other").casefold() for each in public_languages()}:
        raise Refused(NO_NAME)
    for each in contents.sources:
        named = (each.body, each.document_number, each.date, each.source_class is SourceClass.PANEL)
        if named == (body, number, answer.date, answer.at_panel):
            return each
    digest = hashlib.sha256(f"{body}|{number}".encode()).hexdigest()[:6]
    own = SourceClass.EXERCISE if exercise else SourceClass.STATE_SUBMISSION
    state = contents.framework.country(answer.row.country).short
    form = N_("EXERCISE (invented): {title}") if exercise else "{title}"
    titles = {n: words_of(n)(form, title=_title(state, answer, number, words_of(n))) for n in public_languages()}
    title = titles.pop("ru" if answer.lang == "ru" else "en")
    place = "panel" if answer.at_panel else "letter"
    return Source(
        source_id=f"{answer.row.country.lower()}-{place}-{answer.date.isoformat()}-{digest}",
        source_class=SourceClass.PANEL if answer.at_panel else own,
        title=title,
        title_translation=Text(tuple(titles.items())),
        body=body,
        date=answer.date,
        document_number=number,
        language=answer.lang,
        access="public" if answer.at_panel else "internal",
    )


def _title(state: Text, answer: LetterAnswer, number: str, words: Words) -> str:
    """Return the title of a letter or a session."""
    name, day = words.text(state), words.date(answer.date)
    if answer.at_panel:
        return words("{state}, said at the panel of {day}: {session}", state=name, day=day, session=number)
    if not number:
        return words("{state}, letter of {day}", state=name, day=day)
    return words("{state}, letter {number} of {day}", state=name, number=number, day=day)


def _about_act(answer: Statement, act: Statement) -> Statement:
    """Return an answer as one about an act on file; the sentence of a tick is there in every language."""
    about: dict[str, Any] = {name: getattr(act, name) for name in ("act_kind", "act_name", "valid_until")}
    about["source_locator"] = act.act_name.in_("en")
    for cells in (told(act.act_name, said, act.valid_until) for said in SAID):
        translation = Text.translated(cells["statement_translation"], "en")
        if answer.statement in (cells["statement"], *dict(translation.by_language).values()):
            about |= cells | {"statement_translation": translation}
    return replace(answer, **about)
