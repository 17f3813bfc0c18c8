"""Challenges and needs by theme and country as a matrix: how many statements, of state bodies and of others."""

from collections.abc import Callable, Iterator

from bukhara.figures.cells import CellMark, CellMatrix, CellRow
from bukhara.figures.chart import Cell, Table
from bukhara.i18n.words import Words
from bukhara.model.countries import REGION
from bukhara.model.framework import Country
from bukhara.views.challenges import Challenges, Row


def matrix(view: Challenges, words: Words, href: Callable[[str], str]) -> CellMatrix:
    """Return a row for each theme with statements about a state; those about the region are in the last row.

    `href` returns the address of the statements of a theme and a country, given as `BD-4-KAZ`.
    """
    states = [(n, each) for n, each in enumerate(view.columns) if each.code != REGION]
    region = [(n, each) for n, each in enumerate(view.columns) if each.code == REGION]
    rows = [
        CellRow(words.text(row.item.name), tuple(tuple(_marks(row, n, each, words, href)) for n, each in states))
        for row in view.rows
        if any(row.cells[n] for n, _ in states)
    ]
    wide = tuple(
        mark for row in view.rows for n, each in region for mark in _marks(row, n, each, words, href, is_named=True)
    )
    if wide:
        rows.append(CellRow(words.text(region[0][1].short), wide=wide))
    groups = (words("named by state bodies"), words("named by other organisations"))
    return CellMatrix(tuple(words.text(each.short) for _, each in states), tuple(rows), groups)


def table(view: Challenges, words: Words) -> Table:
    """Return a line for each theme and country with both numbers."""
    groups = (words("named by state bodies"), words("named by other organisations"))
    lines = (
        (Cell(words.text(row.item.name)), Cell(words.text(each.short)), *map(_number, (own, len(cell) - own)))
        for row in view.rows
        for each, cell, own in zip(view.columns, row.cells, row.own, strict=True)
        if cell
    )
    return Table((words("Theme"), words("Country"), *groups), tuple(lines))


def _number(n: int) -> Cell:
    return Cell(str(n), n)


def _marks(
    row: Row, column: int, country: Country, words: Words, href: Callable[[str], str], *, is_named: bool = False
) -> Iterator[CellMark]:
    """Yield the numbers of a cell; `is_named` writes the theme before them."""
    name, own = words.text(country.short), row.own[column]
    others = len(row.cells[column]) - own
    theme = words.text(row.item.name)
    titles = (
        words.plural(
            "{country}: {n} statement of a state body", "{country}: {n} statements of state bodies", own, country=name
        ),
        words.plural(
            "{country}: {n} statement of another organisation",
            "{country}: {n} statements of other organisations",
            others,
            country=name,
        ),
    )
    groups = (words("named by state bodies"), words("named by other organisations"))
    for n, title, group in zip((own, others), titles, groups, strict=True):
        if n:
            text = f"{theme}: {n}" if is_named else str(n)
            yield CellMark(text, f"{title}, {theme}", href(f"{row.item.id}-{country.code}"), group)
