"""What each cell of a table is under the meanings that its headings were given: a figure, left out, or still asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bukhara.model.codes import State
from bukhara.model.observation import BREAKDOWNS
from bukhara.workbook.letters import folded
from bukhara.workbook.reading.sheet_grid import GridCell
from bukhara.workbook.tables.heading_periods import names_period, period_in
from bukhara.workbook.tables.heading_words import HeadingWords, Plain
from bukhara.workbook.tables.layout import HeadingLine, NumberTable

TAKE, LEFT_OUT, ZERO = "take", Plain.LEAVE_OUT.value, "zero"
_ONCE = ("measure", "country", *BREAKDOWNS)


class CellUse(StrEnum):
    """What becomes of a cell."""

    TAKEN = "taken"
    LEFT = "left"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """The answers about one table; an empty text is a question that is still open.

    `measure`, `country`, `start` and `end` are for all cells with no heading that says otherwise. `meanings` are by
    heading, `periods` first and last day by the words of a period, `gaps` by the text in place of a number.
    """

    take: str = ""
    measure: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    meanings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    periods: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    gaps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedCell:
    """One cell with what becomes of it; `reason` is the code of why it is left out or asked about."""

    sheet: str
    cell: GridCell
    use: CellUse
    reason: str = ""
    other: str = ""
    measure: str = ""
    country: str = ""
    breakdown: tuple[tuple[str, str], ...] = ()
    territory: str = ""
    start: date | None = None
    end: date | None = None
    period_label: str = ""
    state: State = State.VALUE
    value: float | None = None
    total: bool = False

    @property
    def place(self) -> str:
        """The sheet and the cell of the file that was sent."""
        return f"{self.sheet}!{self.cell.address}"

    @property
    def key(self) -> tuple[object, ...]:
        """What must differ between two figures."""
        return self.measure, self.country, self.breakdown, self.territory, self.start, self.end


def period_words(table: NumberTable, meanings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the different words of periods in a table: of a row and a column together."""
    found = (_period_words(row, column, meanings) for row in table.rows for column in table.columns)
    return tuple(dict.fromkeys(words for words in found if words))


def gaps_of(table: NumberTable) -> tuple[str, ...]:
    """Return the different texts that are in place of numbers."""
    return tuple(dict.fromkeys(cell.text for cell in table.cells if cell.number is None))


def proposed(table: NumberTable, words: HeadingWords) -> TableChoices:
    """Return the mapping of a table that needs no question."""
    codes = [code for title in table.titles for code in words.proposed(title)]
    meanings = {each: words.proposed(each) for each in table.headings}
    named = {code.partition(":")[0] for each in meanings.values() for code in each}
    # a total beside months is not of the year in the title: what headings say, they say for all cells or it is asked
    period = None if Plain.PERIOD in named else period_in(" ".join(table.titles))
    return TableChoices(
        take=LEFT_OUT if LEFT_OUT in codes else TAKE,
        measure="" if "measure" in named else _only(codes, "measure"),
        country="" if "country" in named else _only(codes, "country"),
        start=str(period[0]) if period else "",
        end=str(period[1]) if period else "",
        meanings=meanings,
        periods={each: dates_in(each) for each in period_words(table, meanings)},
        gaps=dict.fromkeys(gaps_of(table), ""),
    )


def completed(table: NumberTable, choices: TableChoices) -> TableChoices:
    """Return the answers with the periods that their meanings name: as given before, else as they are read."""
    words = period_words(table, choices.meanings)
    return replace(choices, periods={each: choices.periods.get(each) or dates_in(each) for each in words})


def mapped(table: NumberTable, choices: TableChoices, own_country: str) -> tuple[MappedCell, ...]:
    """Return the outcome for each cell of a table; a commission's cells are of its own country."""
    rows, columns = (_with_codes(lines, choices) for lines in (table.rows, table.columns))
    return tuple(
        _CellMapping(table.sheet, choices, own_country, rows[cell.row], columns[cell.column]).mapped(cell)
        for cell in table.cells
    )


def without_repetition(cells: Sequence[MappedCell]) -> tuple[MappedCell, ...]:
    """Return the cells of all tables; those that would be the same figure are asked about."""
    same: dict[tuple[object, ...], list[MappedCell]] = {}
    for each in cells:
        if each.use is CellUse.TAKEN:
            same.setdefault(each.key, []).append(each)
    return tuple(
        each
        if each.use is not CellUse.TAKEN or len(same[each.key]) == 1
        else replace(each, use=CellUse.ASKED, reason="same-figure", other=_other(each, same[each.key]))
        for each in cells
    )


def _other(cell: MappedCell, same: Sequence[MappedCell]) -> str:
    return next(each.place for each in same if each is not cell)


@dataclass(frozen=True, slots=True)
class _LineCodes:
    """The codes of a row or a column, with those of the one before that it is a part of."""

    line: HeadingLine
    codes: tuple[str, ...]


def _with_codes(lines: Iterable[HeadingLine], choices: TableChoices) -> dict[int, _LineCodes]:
    found: dict[int, _LineCodes] = {}
    above: tuple[str, ...] = ()
    for line in lines:
        codes = _codes(line, choices)
        has_measure = any(code.startswith("measure:") for code in codes)
        if Plain.OF_ROW_ABOVE in codes and not has_measure:
            own = {code.partition(":")[0] for code in codes}
            codes += tuple(code for code in above if code.partition(":")[0] not in own and ":" in code)
        elif has_measure or ":" in "".join(codes):
            above = codes
        found[line.number] = _LineCodes(line, codes)
    return found


def _codes(line: HeadingLine, choices: TableChoices) -> tuple[str, ...]:
    """Return the codes of the headings of a line; `?` for one that is still asked about."""
    found: list[str] = []
    for part in line.parts:
        meanings = choices.meanings.get(part, ())
        found += meanings or ("?",)
        if Plain.TERRITORY in meanings:
            found.append(f"territory:{part}")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _CellMapping:
    sheet: str
    choices: TableChoices
    own_country: str
    row: _LineCodes
    column: _LineCodes

    def mapped(self, cell: GridCell) -> MappedCell:
        codes = (*self.row.codes, *self.column.codes)
        gap = self.choices.gaps.get(cell.text, "") if cell.number is None else ""
        left = self._left(codes, gap)
        if left:
            return MappedCell(sheet=self.sheet, cell=cell, use=CellUse.LEFT, reason=left)
        reason = self._open(codes) or ("text-open" if cell.number is None and not gap else "")
        if reason:
            return MappedCell(sheet=self.sheet, cell=cell, use=CellUse.ASKED, reason=reason)
        return self._figure(cell, codes, gap)

    def _left(self, codes: tuple[str, ...], gap: str) -> str:
        """Return the reason for which a cell is left out, or an empty text."""
        if self.choices.take != TAKE:
            return "table-left" if self.choices.take else "table-open"
        if LEFT_OUT in codes:
            return "heading-left"
        return "text-left" if gap == LEFT_OUT else ""

    def _open(self, codes: tuple[str, ...]) -> str:
        """Return the reason for which a cell cannot be a figure yet, or an empty text."""
        if "?" in codes:
            return "heading-open"
        if any(len(_of(codes, column)) > 1 for column in (*_ONCE, "territory")):
            return "two-meanings"
        if not (_of(codes, "measure") or self.choices.measure):
            return "no-measure"
        country = self._country(codes)
        if not country:
            return "no-country"
        if self.own_country and country != self.own_country:
            return "other-country"
        return "" if None not in self._period() else "no-period"

    def _country(self, codes: tuple[str, ...]) -> str:
        named = _of(codes, "country")
        return named[0] if named else self.own_country or self.choices.country

    def _period(self) -> tuple[date | None, date | None]:
        words = _period_words(self.row.line, self.column.line, self.choices.meanings)
        start, end = self.choices.periods.get(words, ("", "")) if words else (self.choices.start, self.choices.end)
        first, last = _day(start), _day(end)
        return (first, last) if first and last and first <= last else (None, None)

    def _figure(self, cell: GridCell, codes: tuple[str, ...], gap: str) -> MappedCell:
        start, end = self._period()
        measure, territory = _of(codes, "measure"), _of(codes, "territory")
        breakdown = tuple((column, found[0]) for column in BREAKDOWNS if (found := _of(codes, column)))
        state = State(gap) if gap and gap != ZERO else State.VALUE
        return MappedCell(
            sheet=self.sheet,
            cell=cell,
            use=CellUse.TAKEN,
            measure=measure[0] if measure else self.choices.measure,
            country=self._country(codes),
            breakdown=breakdown,
            territory=territory[0] if territory else "",
            start=start,
            end=end,
            period_label=_period_words(self.row.line, self.column.line, self.choices.meanings),
            state=state,
            value=(0.0 if gap == ZERO else cell.number) if state is State.VALUE else None,
            total=Plain.TOTAL in codes,
        )


def _of(codes: Iterable[str], column: str) -> list[str]:
    found = (code.partition(":")[2] for code in codes if code.startswith(f"{column}:"))
    return list(dict.fromkeys(found))


def _period_words(row: HeadingLine, column: HeadingLine, meanings: Mapping[str, tuple[str, ...]]) -> str:
    parts = [part for part in (*row.parts, *column.parts) if Plain.PERIOD in meanings.get(part, ())]
    return " · ".join(dict.fromkeys(parts))


def dates_in(words: str) -> tuple[str, str]:
    """Return first and last day of the words of a period as text; empty if they are not clear."""
    found = period_in(words)
    return (str(found[0]), str(found[1])) if found else ("", "")


def _only(codes: Iterable[str], column: str) -> str:
    found = _of(codes, column)
    return found[0] if len(found) == 1 else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shape_of(table: NumberTable) -> frozenset[str]:
    """Return sheet and headings of a table without its years, by which the next file of the same form is known."""
    return frozenset(without_years(each) for each in (f"sheet {table.sheet}", *table.headings))


def without_years(heading: str) -> str:
    """Return a heading as it is remembered: folded, its digits left out where it names a period."""
    text = "".join("#" if each.isdigit() else each for each in heading) if names_period(heading) else heading
    return folded(text)
