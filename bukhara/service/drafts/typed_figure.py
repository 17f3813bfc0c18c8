"""Makes a record of a figure that was typed into a form, one text for each column; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.observation import COUNTED, Observation
from bukhara.workbook import as_number

NO_NUMBER = N_("Please write the value as one number, like 12 or 3.5, without words and without marks for thousands.")
NO_VALUE = N_("Please write the value, or choose the reason.")
VALUE_AND_GAP = N_("Please empty the value, or choose “value” as the state of the answer.")
NO_STATE = N_("Please choose what kind of answer it is.")
NO_DAY = N_("Please give days like 2026-11-24.")
TEXTS = ("country", "indicator", *COUNTED, "period_label", "revision_reason")
Code = TypeVar("Code", State, Qualifier)


def typed_figure(typed: Mapping[str, str]) -> Observation:
    """Return the figure; raise Refused, with advice, if a text cannot be read as its column."""
    state, value = _code(State, typed.get("state", "")), _number(typed.get("value", ""))
    if state is None:
        raise Refused(NO_STATE)
    if (value is None) is (state is State.VALUE):
        raise Refused(NO_VALUE if value is None else VALUE_AND_GAP)
    start, end = _day(typed.get("period_start", "")), _day(typed.get("period_end", ""))
    texts: dict[str, Any] = {name: " ".join(typed.get(name, "").split()) for name in TEXTS}
    return Observation(
        **texts,
        state=state,
        value=value,
        qualifier=(_code(Qualifier, typed.get("qualifier", "")) or Qualifier.EXACT) if value is not None else None,
        period_start=start,
        period_end=end,
        period_basis=PeriodBasis.STATED if start or end else PeriodBasis.NOT_STATED,
        reporter=" ".join(typed.get("body", "").split()),
        asked_on=_day(typed.get("asked_on", "")),
    )


def _number(text: str) -> float | None:
    if not text.strip():
        return None
    read = as_number(text)
    if read.trouble or read.value is None:
        raise Refused(NO_NUMBER)
    return float(read.value)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise Refused(NO_DAY) from error


def _code(codes: type[Code], given: str) -> Code | None:
    return next((code for code in codes if code.value == given), None)
