"""Changes as lines of one table: what each is about, before and after. Pages, files and commands draw these lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bukhara.i18n.changes import column_text, field_text, sort_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name, place, subject
from bukhara.i18n.words import Words
from bukhara.model.columns import Role, names
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.views.releases.row_pairs import Record
from bukhara.views.releases.workbook_changes import RowChange, Sort

# what a row is about says these already
_IN_ABOUT = frozenset({"country", "item", "indicator"})


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line: a column of a row of the record, or what a page says; empty where there was or will be nothing.

    A line of a row has a `sort` (added, changed, removed), its `place` in the workbook (`Statements!4`) and a `column`;
    one of a page may have the `marks` of the statuses before and after.
    """

    about: str
    before: str = ""
    after: str = ""
    sort: str = ""
    place: str = ""
    column: str = ""
    marks: tuple[str, str] = ("", "")
    remark: str = ""


def row_lines(row: RowChange, framework: Framework, words: Words) -> tuple[ChangeLine, ...]:
    """Return a line for each column of a row that differs."""
    about, sort = row_about(row.record, framework, words), sort_text(row.sort.value, words)
    return tuple(
        ChangeLine(
            about=about,
            before=value_text(field.column, field.before, framework, words),
            after=value_text(field.column, field.after, framework, words),
            sort=sort,
            place=row.spot,
            column=column_text(field.column, words),
        )
        for field in row.fields
        if row.sort is Sort.CHANGED or field.column not in _IN_ABOUT
    )


def lines_of(rows: Iterable[RowChange], framework: Framework, words: Words) -> Iterator[ChangeLine]:
    """Yield the lines of rows, row by row."""
    for row in rows:
        yield from row_lines(row, framework, words)


def as_text(lines: Iterable[ChangeLine]) -> Iterator[str]:
    """Yield the table as lines of text; the columns of a row are under its heading."""
    for (sort, spot, about), group in groupby(lines, lambda each: (each.sort, each.place, each.about)):
        if sort:
            yield ": ".join(filter(None, (sort, spot, about)))
        for each in group:
            name = f"  {each.column}" if sort else about
            has_values = each.column or each.before or each.after
            yield f"{name}: {each.before or '–'} → {each.after or '–'}" if has_values else name
            if each.remark:
                yield f"  {each.remark}"


def row_about(record: Record, framework: Framework, words: Words) -> str:
    """Return what a row is about: country and indicator; for a figure also its dimensions, period and body."""
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


def value_text(column: str, value: str, framework: Framework, words: Words) -> str:
    """Return a stored value of a column in words; countries and institutions by their names."""
    if not value:
        return ""
    if column == "country":
        return place(value, words, framework)
    if column in names(Observation, Role.BODY) + names(Statement, Role.BODY):
        return body_name(value, words, framework)
    return field_text(column, value, words)


def _question(indicator: str, framework: Framework, words: Words) -> str:
    found = next((each for each in framework.indicators if each.id == indicator), None)
    return f"{indicator} {words.text(found.name)}" if found else indicator
