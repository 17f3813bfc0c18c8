"""The words for where a new figure differs from the series of its state."""

from datetime import date

from bukhara.i18n.changes import column_text, field_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.period import Period

_PERIOD = "period_end"


def differing_text(differs: str, words: Words) -> str:
    """Return differences in words; each is column, value here and value there: `stage|convicted|registered`."""
    return "; ".join(_one(each, words) for each in differs.split(";"))


def _one(difference: str, words: Words) -> str:
    column, here, there = difference.split("|")
    name = words(N_("Period")) if column == _PERIOD else column_text(column, words)
    sentence = N_("{column} here: {here}, in the series: {there}")
    return words(sentence, column=name, here=_value(column, here, words), there=_value(column, there, words))


def _value(column: str, value: str, words: Words) -> str:
    if column != _PERIOD:
        return field_text(column, value, words)
    start, end = (date.fromisoformat(day) if day else None for day in value.split("/"))
    return period_text(Period(start, end), "", words)
