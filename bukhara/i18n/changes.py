"""The words for changes of rows, and for where a figure differs from its series. Columns have the workbook's names."""

from collections.abc import Callable
from datetime import date

from bukhara.i18n.codes import label, word_in
from bukhara.i18n.periods import period_text
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.columns import Holds, columns_of
from bukhara.model.languages import ORIGINALS
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.period import Period
from bukhara.model.source import Source
from bukhara.model.statement import Statement

_PERIOD = "period_end"


COLUMNS = {each.name: each for record in (Source, Statement, Observation) for each in columns_of(record)}
"""The columns by their names; one that several records have is the same in each."""
SORTS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "confirmed": N_("left as it was"),
}
EMPTY = N_("(empty)")
_OF_THE_WORKBOOK = {
    "access": {"public": N_("public"), "internal": N_("internal")},
    "state": {"value": N_("answer given")},
    "language": ORIGINALS,
    "lang": ORIGINALS,
}
"""The words of codes that the workbook offers by these names."""


def column_text(column: str, words: Words) -> str:
    """Return the name of a column as in the workbook."""
    return words(COLUMNS[column].label) if column in COLUMNS else column


def sort_text(sort: str, words: Words) -> str:
    """Return the word for a kind of change: added, changed, removed or left as it was."""
    return words(SORTS[sort])


def field_text(column: str, value: str, words: Words) -> str:
    """Return a stored value in words: codes, dates and numbers are written out, free text is not changed."""
    if message := _OF_THE_WORKBOOK.get(column, {}).get(value) if value else EMPTY:
        return words(message)
    if column == "counting_unit":
        return counted(value, words)
    found = COLUMNS.get(column)
    if found is None:
        return value
    if found.codes:
        return words(word_in(found.codes, value))
    if found.words:
        return label(words, value)
    return _WRITTEN[found.holds](value, words) if found.holds in _WRITTEN else value


def number_text(value: str, words: Words) -> str:
    """Return a stored number with all its digits."""
    whole, _, rest = value.partition(".")
    if "e" in value or not whole.lstrip("-").isdigit():
        return value
    return words.number(int(whole)) if not rest else words.number(float(value)) if len(rest) < 3 else value


_WRITTEN: dict[Holds, Callable[[str, Words], str]] = {
    Holds.DAY: lambda value, words: words.date(date.fromisoformat(value)),
    Holds.PARTIAL_DATE: lambda value, words: words.partial_date(value),
    Holds.NUMBER: number_text,
}


def counts_text(added: int, changed: int, removed: int, confirmed: int, words: Words) -> str:
    """Return the number of rows of each kind of change, in one line."""
    parts = (
        words.plural("{n} row added", "{n} rows added", added),
        words.plural("{n} row changed", "{n} rows changed", changed),
        words.plural("{n} row removed", "{n} rows removed", removed),
        words.plural("{n} row unchanged", "{n} rows unchanged", confirmed),
    )
    return ", ".join(parts)


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
