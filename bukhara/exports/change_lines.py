"""A changed row in words: its subject, and its fields with old and new values."""

from bukhara.i18n.changes import column_text, field_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name, place, subject
from bukhara.i18n.words import Words
from bukhara.model.columns import Role, names
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.views.row_pairs import Record
from bukhara.views.workbook_changes import FieldChange


def about(record: Record, framework: Framework, words: Words) -> str:
    """Return the subject of a row: country and indicator; for a figure also its dimensions, period and body."""
    if isinstance(record, Source):
        return words("Source: {title}", title=titles([record], words))
    parts = [place(record.country, words, framework), _question(record.indicator, framework, words)]
    if isinstance(record, Statement):
        parts += [body_name(record.body, words, framework), body_name(record.partner, words, framework)]
    elif isinstance(record, Observation):
        period = period_text(record.period, record.period_label, words)
        parts += [subject(record, words), period]
        parts += [body_name(name, words, framework) for name in (record.partner, record.reporter)]
    return ", ".join(part for part in parts if part)


def values(change: FieldChange, framework: Framework, words: Words) -> tuple[str, str, str]:
    """Return the name of the column, the old and the new value, in the words of a reader."""
    before, after = (value_text(change.column, value, framework, words) for value in (change.before, change.after))
    return column_text(change.column, words), before, after


def value_text(column: str, value: str, framework: Framework, words: Words) -> str:
    """Return a stored value of a column in words; countries by their names."""
    if column == "country" and value:
        return place(value, words, framework)
    if value and column in names(Observation, Role.BODY) + names(Statement, Role.BODY):
        return body_name(value, words, framework)
    return field_text(column, value, words)


def _question(indicator: str, framework: Framework, words: Words) -> str:
    found = next((each for each in framework.indicators if each.id == indicator), None)
    return f"{indicator} {words.text(found.name)}" if found else indicator
