"""Makes an answer of the texts of a form: a sentence or a figure, with the letter that it came in; pure."""

from collections.abc import Mapping
from typing import Any, TypeVar

from bukhara.errors import Refused
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import IndicatorType, Kind, PeriodBasis, Qualifier, State, Status, StepOutcome
from bukhara.model.draft import Origin
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.observation import COUNTED, Observation
from bukhara.model.statement import Statement
from bukhara.service.drafts.entered import day_in, letter_day, number_in, refused
from bukhara.service.drafts.letter_answers import NO_PLACE
from bukhara.workbook import as_due_day, as_first_day, as_last_day

FIGURE = "figure"
"""What a form is about if it has a figure; else it has a sentence."""
CONFIRMED = "confirmed"
"""Chosen in place of the state of an answer: what is public about the question is still right."""
NO_WORDS = N_("A confirmation has no words of its own. Please leave the statement empty, or choose “answer given”.")
NO_QUESTION = N_("Please choose the question that was answered.")
NO_STATE = N_("Please choose what kind of answer it is.")
NO_STATUS = N_("This status is not in the list. Please choose again.")
NO_OUTCOME = N_("Please choose from the list what became of the last step.")
TEXTS = ("country", "indicator", *COUNTED, "period_label", "revision_reason")
NOT_A_STATE = "INT"
Code = TypeVar("Code", Kind, State, Status, StepOutcome)


def typed_answer(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    """Return the answer; raise Refused, with advice, for a field that is missing or cannot be read."""
    return _figure(typed, framework) if typed.get("about") == FIGURE else _statement(typed, framework)


def _figure(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    places = {each.code for each in (*framework.countries, *framework.regions)} - {NOT_A_STATE}
    measures = {each.id for each in framework.indicators if each.type is IndicatorType.MEASURE}
    if typed.get("country") not in places:
        raise Refused(NO_PLACE)
    if typed.get("indicator") not in measures:
        raise Refused(N_("Please choose what the figure counts."))
    return _answer(typed, _observation(typed))


def _statement(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    indicator = typed.get("indicator", "")
    item = next((i for i in framework.items if indicator in {each.id for each in i.milestones}), None)
    if item is None:
        raise Refused(NO_QUESTION)
    if typed.get("state") == CONFIRMED and typed.get("statement", "").strip():
        raise Refused(NO_WORDS)
    status, outcome = typed.get("status", ""), " ".join(typed.get("step_outcome", "").split())
    texts: dict[str, Any] = {
        name: " ".join(typed.get(name, "").split()) for name in ("next_step", "lead", "promised_document")
    }
    row = Statement(
        country=typed.get("country", ""),
        item=item.id,
        indicator=indicator,
        kind=code_of(Kind, typed.get("kind", Kind.IMPLEMENTATION), NO_STATE),
        state=code_of(State, (typed.get("state") or State.VALUE).replace(CONFIRMED, State.VALUE), NO_STATE),
        status=code_of(Status, status, NO_STATUS) if status else None,
        since=typed.get("since", "").strip(),
        statement=typed.get("statement", "").strip(),
        lang=typed.get("lang", "en"),
        revision_reason=typed.get("revision_reason", "").strip(),
        due_date=day_in(typed.get("due_date", ""), as_due_day),
        step_outcome=code_of(StepOutcome, outcome, NO_OUTCOME) if outcome else None,
        **texts,
    )
    return _answer(typed, row, Origin.PANEL if typed.get("about") == Origin.PANEL else Origin.ANSWER)


def _answer(typed: Mapping[str, str], row: Statement | Observation, origin: Origin = Origin.ANSWER) -> LetterAnswer:
    return LetterAnswer(
        row=row,
        body=typed.get("body", "").strip(),
        document_number=typed.get("document_number", "").strip(),
        date=letter_day(typed.get("date", "")),
        origin=origin,
        answers_round=typed.get("answers_round", ""),
        confirms=typed.get("state") == CONFIRMED,
        act=typed.get("act", ""),
    )


def _observation(typed: Mapping[str, str]) -> Observation:
    value = number_in(typed.get("value", ""), typed.get("counting_unit", ""))
    state = code_of(State, typed.get("state", ""), NO_STATE)
    if (value is None) is (state is State.VALUE):
        raise refused("value-missing" if value is None else "value-with-gap", typed.get("value", ""))
    qualifier = next((each for each in Qualifier if each == typed.get("qualifier")), Qualifier.EXACT)
    start, end = day_in(typed.get("period_start", ""), as_first_day), day_in(typed.get("period_end", ""), as_last_day)
    texts: dict[str, Any] = {name: " ".join(typed.get(name, "").split()) for name in TEXTS}
    return Observation(
        **texts,
        state=state,
        value=value,
        qualifier=None if value is None else qualifier,
        period_start=start,
        period_end=end,
        period_basis=PeriodBasis.STATED if start or end else PeriodBasis.NOT_STATED,
        reporter=" ".join(typed.get("body", "").split()),
        asked_on=day_in(typed.get("asked_on", "")),
    )


def code_of(codes: type[Code], given: str, reason: str) -> Code:
    """Return the code of a text; raise Refused with `reason` if no code has that text."""
    if given not in set(codes):
        raise Refused(reason)
    return codes(given)
