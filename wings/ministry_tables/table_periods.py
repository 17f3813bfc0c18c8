"""The headings of a cell that name its period, and the days that they name together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bukhara.workbook.reading.heading_periods import Days, PeriodWords, dates_of
from wings.ministry_tables.heading_reading import PERIOD, read_heading
from wings.ministry_tables.layout import HeadingLine, NumberTable

_Names = tuple[str, ...]
_Span = tuple[Any, Any]


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
        periods = [each.period for each in (*above, *own) if not each.left]
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
        own = tuple(dict.fromkeys((*self._of_lines[row.parts], *self._of_lines[column.parts])))
        # a total beside months is not of the year in the title
        above = self._above if own or not any(self._of_lines.values()) else ()
        return PeriodTexts(above, own) if above or own else None

    def days_until(self, year: int) -> dict[str, tuple[str, str]]:
        """Return first and last day of all cells by the words of their periods, as `PeriodTexts` does."""
        found = (self.of_cell(row, column) for row in self.table.rows for column in self.table.columns)
        return {words: each.days_until(year) for words, each in {each.words: each for each in found if each}.items()}

    @cached_property
    def _of_lines(self) -> dict[_Names, _Names]:
        """The headings with words of a period, by all headings of a row or column."""
        return {line.parts: self._named(line.parts) for line in (*self.table.rows, *self.table.columns)}

    @cached_property
    def _above(self) -> _Names:
        return self._named(self.table.above)

    def _named(self, parts: Iterable[str]) -> _Names:
        return tuple(dict.fromkeys(part for part in parts if PERIOD in self.meanings.get(part, ())))


def joined(above: Sequence[PeriodWords], own: Sequence[PeriodWords]) -> Days | None:
    """Return first and last day of a cell, or None if they are not clear.

    `own` are the periods of the headings of its row and column, `above` those of titles and sheet. A title completes
    them (its year, their months), or holds them; a title of a part of a year over columns of whole years is not clear.
    """
    outer, inner = _narrowest(above), _narrowest(own)
    if outer is None or inner is None:
        return None
    if not own:
        return dates_of(outer)
    if outer.is_part and outer.years is not None and not inner.is_part:
        return None
    if outer.months and outer.years is None and inner.months not in (None, outer.months):
        return None
    if outer.days and not (inner.years and inner.is_part) and not inner.days:
        return None
    together = _narrowest((outer, inner))
    return dates_of(together) if together else None


def _narrowest(periods: Iterable[PeriodWords]) -> PeriodWords | None:
    """Return several periods as one, of which the narrower counts; None if none of two holds the other."""
    found = PeriodWords()
    for each in periods:
        years, months = _inner(found.years, each.years), _inner(found.months, each.months)
        days = _inner(found.days, each.days)
        if years == () or months == () or days == () or each.unclear:
            return None
        found = PeriodWords(years or None, months or None, days or None, found.cumulative or each.cumulative)
    if found.days and (found.years or found.months):
        whole = dates_of(PeriodWords(found.years, found.months)) if found.years else None
        inside = whole is not None and whole[0] <= found.days[0] and found.days[1] <= whole[1]
        return PeriodWords(days=found.days, cumulative=found.cumulative) if inside else None
    return found


def _inner(one: _Span | None, other: _Span | None) -> Any:
    """Return the narrower of two spans, an empty one if none holds the other."""
    if one is None or other is None:
        return one or other
    for narrow, wide in ((one, other), (other, one)):
        if wide[0] <= narrow[0] and narrow[1] <= wide[1]:
            return narrow
    return ()
