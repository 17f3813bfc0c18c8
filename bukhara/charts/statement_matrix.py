"""Matrices of how many statements there are by country, of state bodies and of others: challenges and topics."""

from collections.abc import Callable, Iterator

from bukhara.charts.cells import CellMark, CellMatrix, CellRow
from bukhara.charts.chart import Cell, Table
from bukhara.i18n.words import Words
from bukhara.model.countries import REGION
from bukhara.views.challenges import Challenges
from bukhara.views.topics import TopicMatrix

# the code of a row, its name, and for each column the statements of state bodies and of others
Row = tuple[str, str, tuple[tuple[int, int], ...]]
Href = Callable[[str, str], str]
"""The address of the statements of a row and a country, given by their codes."""


class Statements:
    """The statements of rows by country: as a matrix and as a table."""

    def __init__(self, view: Challenges | TopicMatrix, words: Words, href: Href) -> None:
        self.columns, self.words, self.href = view.columns, words, href
        if isinstance(view, Challenges):
            self.rows = _challenges(view, words)
            self.groups = (words("named by state bodies"), words("named by other organisations"))
        else:
            self.rows = _topics(view, words)
            self.groups = (words("a statement of a state body"), words("a statement of another organisation"))

    def matrix(self) -> CellMatrix:
        """Return a row for each with statements about a state; those about the region are in the last row."""
        states = [n for n, each in enumerate(self.columns) if each.code != REGION]
        region = [n for n, each in enumerate(self.columns) if each.code == REGION]
        rows = [
            CellRow(row[1], tuple(tuple(self._marks(row, n)) for n in states))
            for row in self.rows
            if any(sum(row[2][n]) for n in states)
        ]
        wide = tuple(mark for row in self.rows for n in region for mark in self._marks(row, n, is_named=True))
        if wide:
            rows.append(CellRow(self.words.text(self.columns[region[0]].short), wide=wide))
        names = tuple(self.words.text(self.columns[n].short) for n in states)
        return CellMatrix(names, tuple(rows), self.groups)

    def table(self, first: str) -> Table:
        """Return a line for each row and country with both numbers; `first` names the column of the rows."""
        lines = (
            (Cell(name), Cell(self.words.text(country.short)), Cell(str(own), own), Cell(str(others), others))
            for _, name, counts in self.rows
            for country, (own, others) in zip(self.columns, counts, strict=True)
            if own or others
        )
        return Table((first, self.words("Country"), *self.groups), tuple(lines))

    def _marks(self, row: Row, column: int, *, is_named: bool = False) -> Iterator[CellMark]:
        """Yield the numbers of a cell; `is_named` writes the name of the row before them."""
        code, name, counts = row
        country, words = self.columns[column], self.words
        own, others = counts[column]
        place = words.text(country.short)
        titles = (
            words.plural(
                "{country}: {n} statement of a state body",
                "{country}: {n} statements of state bodies",
                own,
                country=place,
            ),
            words.plural(
                "{country}: {n} statement of another organisation",
                "{country}: {n} statements of other organisations",
                others,
                country=place,
            ),
        )
        for n, title, group in zip((own, others), titles, self.groups, strict=True):
            if n:
                text = f"{name}: {n}" if is_named else str(n)
                yield CellMark(text, f"{title}, {name}", self.href(code, country.code), group)


def _challenges(view: Challenges, words: Words) -> tuple[Row, ...]:
    return tuple(
        (
            row.item.id,
            words.text(row.item.name),
            tuple((own, len(cell) - own) for cell, own in zip(row.cells, row.own, strict=True)),
        )
        for row in view.rows
    )


def _topics(view: TopicMatrix, words: Words) -> tuple[Row, ...]:
    return tuple((row.code, words.text(row.name), tuple((c.own, c.others) for c in row.cells)) for row in view.rows)
