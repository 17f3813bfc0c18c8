"""The headings of a cell that name its period, and the days that they name together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bukhara.workbook.tables.heading_periods import joined
from bukhara.workbook.tables.heading_reading import PERIOD, read_heading
from bukhara.workbook.tables.layout import HeadingLine, NumberTable


@dataclass(frozen=True, slots=True)
class PeriodTexts:
    """The headings of a cell that have words of a period: those of its row and column, and those above the table."""

    above: tuple[str, ...]
    own: tuple[str, ...]

    @property
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
        own = self._named((*row.parts, *column.parts))
        # a total beside months is not of the year in the title
        if not own and self._in_lines:
            return None
        found = PeriodTexts(self._above, own)
        return found if found.words else None

    def all(self) -> dict[str, PeriodTexts]:
        """Return those of all cells by their words."""
        found = (self.of_cell(row, column) for row in self.table.rows for column in self.table.columns)
        return {each.words: each for each in found if each}

    @cached_property
    def _above(self) -> tuple[str, ...]:
        return self._named(self.table.above)

    @cached_property
    def _in_lines(self) -> bool:
        return any(self._named(line.parts) for line in (*self.table.rows, *self.table.columns))

    def _named(self, parts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part for part in parts if PERIOD in self.meanings.get(part, ())))
