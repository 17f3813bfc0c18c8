"""Makes an answer of the fields of a form: a sentence or a figure, with the letter that it came in; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import IndicatorType
from bukhara.model.framework import Framework
from bukhara.service.drafts.letter_answers import NO_PLACE
from bukhara.service.drafts.typed_figure import typed_figure

FIGURE = "figure"
"""What a form is about if it has a figure; else it has a sentence."""
NO_DATE = N_("Please give the date of the letter, like 2026-11-24.")
NO_QUESTION = N_("Please choose the question that was answered.")
NO_MEASURE = N_("Please choose what the figure counts.")
NOT_A_STATE = "INT"


def typed_answer(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    """Return the answer; raise Refused, with advice, for a field that is missing or cannot be read."""
    return _figure(typed, framework) if typed.get("about") == FIGURE else _statement(typed, framework)


def _figure(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    places = {each.code for each in (*framework.countries, *framework.regions)} - {NOT_A_STATE}
    measures = {each.id for each in framework.indicators if each.type is IndicatorType.MEASURE}
    if typed.get("country") not in places:
        raise Refused(NO_PLACE)
    if typed.get("indicator") not in measures:
        raise Refused(NO_MEASURE)
    return _answer(typed, figure=typed_figure(typed))


def _statement(typed: Mapping[str, str], framework: Framework) -> LetterAnswer:
    indicator = typed.get("indicator", "")
    item = next((i for i in framework.items if indicator in {each.id for each in i.milestones}), None)
    if item is None:
        raise Refused(NO_QUESTION)
    return _answer(
        typed,
        item=item.id,
        indicator=indicator,
        kind=typed.get("kind", ""),
        state=typed.get("state", ""),
        status=typed.get("status", ""),
        since=typed.get("since", "").strip(),
        statement=typed.get("statement", "").strip(),
        lang=typed.get("lang", "en"),
        revision_reason=typed.get("revision_reason", "").strip(),
    )


def _answer(typed: Mapping[str, str], **answered: Any) -> LetterAnswer:
    try:
        day = date.fromisoformat(typed.get("date", "").strip())
    except ValueError as error:
        raise Refused(NO_DATE) from error
    return LetterAnswer(
        country=typed.get("country", ""),
        body=typed.get("body", "").strip(),
        document_number=typed.get("document_number", "").strip(),
        date=day,
        **answered,
    )
