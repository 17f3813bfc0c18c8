"""The headings of a cell that name its period, and the days that they name together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bukhara.workbook.reading.heading_periods import joined
from bukhara.workbook.reading.heading_reading import PERIOD, read_heading
from wings.ministry_tables.layout import HeadingLine, NumberTable

_Names = tuple[str, ...]


@dataclass(frozen=True)
class PeriodTexts:
    """The headings of a cell that have words of a period: those of its row and column, and those above the table."""

    above: tuple[str, ...]
    own: tuple[str, ...]

    @cached_property
    def words(self) -> str:
        """The headings in one text."""
        return " · ".join(dict.fromkeys((*self.above, *self.own)))

    def days_until(self, year: int) -> tuple[str, str]:
        """Return first and last day as text; empty if they are not clear, or end after a year: nobody counted yet."""
        above, own = ([read_heading(text) for text in texts] for texts in (self.above, self.own))
        periods = [each.period for each in (*above, *own) if each.clear]
        if len(periods) < len(above) + len(own) or None in periods:
            return "", ""
        known = [each for each in periods if each is not None]
        found = joined(known[: len(above)], known[len(above) :])
        return (str(found[0]), str(found[1])) if found and found[1].year <= year else ("", "")


@dataclass(frozen=True)
class TablePeriods:
    """Finds the words of a period in the headings of a cell; those of a title alone, if no heading has any."""

    table: NumberTable
    meanings: Mapping[str, tuple[str, ...]]

    def of_cell(self, row: HeadingLine, column: HeadingLine) -> PeriodTexts | None:
        """Return the headings of a cell with words of a period, or None if it has none."""
        return self._by_names[self._of_lines[row.parts], self._of_lines[column.parts]]

    def all(self) -> dict[str, PeriodTexts]:
        """Return those of all cells by their words."""
        return {each.words: each for each in self._by_names.values() if each}

    @cached_property
    def _of_lines(self) -> dict[_Names, _Names]:
        """The headings with words of a period, by all headings of a row or column."""
        return {line.parts: self._named(line.parts) for line in (*self.table.rows, *self.table.columns)}

    @cached_property
    def _by_names(self) -> dict[tuple[_Names, _Names], PeriodTexts | None]:
        """What `of_cell` returns, by the headings of its row and its column with words of a period."""
        rows, columns = (
            dict.fromkeys(self._of_lines[line.parts] for line in lines)
            for lines in (self.table.rows, self.table.columns)
        )
        above, in_lines = self._named(self.table.above), any(self._of_lines.values())
        return {(row, column): _texts(above, row, column, in_lines=in_lines) for row in rows for column in columns}

    def _named(self, parts: Iterable[str]) -> _Names:
        return tuple(dict.fromkeys(part for part in parts if PERIOD in self.meanings.get(part, ())))


def _texts(above: _Names, row: _Names, column: _Names, *, in_lines: bool) -> PeriodTexts | None:
    own = tuple(dict.fromkeys((*row, *column)))
    # a total beside months is not of the year in the title
    found = None if in_lines and not own else PeriodTexts(above, own)
    return found if found and found.words else None
