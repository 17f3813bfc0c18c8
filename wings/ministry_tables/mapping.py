"""What each cell of a table is under the meanings that its headings were given: a figure, left out, or still asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import BREAKDOWNS
from bukhara.workbook.grid import GridCell
from bukhara.workbook.heading_vocabulary import TOTAL
from bukhara.workbook.letters import folded
from bukhara.workbook.reading.heading_reading import A_YEAR
from bukhara.workbook.reading.values import as_day
from wings.ministry_tables.heading_reading import LEAVE_OUT, OF_ROW_ABOVE, PRELIMINARY, TERRITORY, read_heading
from wings.ministry_tables.heading_words import HeadingWords
from wings.ministry_tables.layout import HeadingLine, NumberTable
from wings.ministry_tables.printed_numbers import is_masked, marked_number, printed_number
from wings.ministry_tables.table_periods import TablePeriods

TAKE, LEFT_OUT, ZERO, NUMBER = "take", LEAVE_OUT, "zero", "number"
_OF_CASES = "CTX-proceedings"
_Period = tuple[date | None, date | None]
_Line = tuple[HeadingLine, tuple[str, ...]]
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
    """One cell with what becomes of it; `reason` is the code of why it is left out or asked about.

    `printed` are the titles, headings and footnotes under which the number stood, and its own text if it has words.
    """

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
    qualifier: Qualifier | None = None
    total: bool = False
    preliminary: bool = False
    printed: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The sheet and the cell of the file that was sent."""
        return f"{self.sheet}!{self.cell.address}"

    @property
    def key(self) -> tuple[object, ...]:
        """What must differ between two figures."""
        return self.measure, self.country, self.breakdown, self.territory, self.start, self.end


def gaps_of(table: NumberTable) -> tuple[str, ...]:
    """Return the different texts that are in place of numbers; a number with clear words is none."""
    texts = (cell.text for cell in table.cells if cell.number is None)
    return tuple(dict.fromkeys(text for text in texts if printed_number(text) is None))


def proposed(table: NumberTable, words: HeadingWords, today: date) -> TableChoices:
    """Return the mapping of a table that needs no question."""
    meanings = {each: words.proposed(each, above=each in table.above) for each in table.headings}
    if any(words.read(each).abroad for each in table.headings):
        # countries of origin or destination, not the state that reports
        lines = {part for line in (*table.rows, *table.columns) for part in line.parts}
        of_country = {each for each in lines if any(code.startswith("country:") for code in meanings[each])}
        meanings |= dict.fromkeys(of_country, ())
    return TableChoices(
        take=TAKE,
        meanings=meanings,
        periods=TablePeriods(table, meanings).days_until(today.year),
        gaps={text: State.SUPPRESSED.value if is_masked(text) else "" for text in gaps_of(table)},
    )


def completed(table: NumberTable, choices: TableChoices, today: date) -> TableChoices:
    """Return the answers with the periods that their meanings name: as given before, else as they are read."""
    read = TablePeriods(table, choices.meanings).days_until(today.year)
    return replace(choices, periods={each: choices.periods.get(each) or days for each, days in read.items()})


def mapped(table: NumberTable, choices: TableChoices, own_country: str) -> tuple[MappedCell, ...]:
    """Return the outcome for each cell of a table; a commission's cells are of its own country."""
    rows, columns = (_with_codes(lines, choices) for lines in (table.rows, table.columns))
    in_lines = {code for _, codes in (*rows.values(), *columns.values()) for code in codes}
    above = tuple(code for code in _codes(table.above, choices) if code not in (TOTAL, OF_ROW_ABOVE))
    periods = TablePeriods(table, choices.meanings)
    of_table = _TableMapping(
        table, choices, own_country, above, periods, lists_states=len(_of((*in_lines,), "country")) > 1
    )
    return tuple(of_table.mapped(cell, rows[cell.row], columns[cell.column]) for cell in table.cells)


def without_repetition(cells: Sequence[MappedCell]) -> tuple[MappedCell, ...]:
    """Return the cells of all tables; those that would be the same figure are asked about."""
    same: dict[tuple[object, ...], list[MappedCell]] = {}
    for each in cells:
        if each.use is CellUse.TAKEN:
            same.setdefault(each.key, []).append(each)
    return tuple(
        each
        if each.use is not CellUse.TAKEN or len(same[each.key]) == 1
        else replace(
            each,
            use=CellUse.ASKED,
            reason="same-figure",
            other=next(other.place for other in same[each.key] if other is not each),
        )
        for each in cells
    )


def _with_codes(lines: Iterable[HeadingLine], choices: TableChoices) -> dict[int, _Line]:
    """Return each row or column with its codes, and with those of the one before that it is a part of."""
    found: dict[int, _Line] = {}
    above: tuple[str, ...] = ()
    for line in lines:
        codes = _codes(line.parts, choices)
        if _is_part(codes):
            own = {code.partition(":")[0] for code in codes}
            is_said = OF_ROW_ABOVE in codes or not above or any(code.startswith("measure:") for code in above)
            # "women" below a region can be of the region or of all
            codes += (
                tuple(code for code in above if code == "?" or code.partition(":")[0] not in own) if is_said else ("?",)
            )
        else:
            # a part of what is not known, or left out, is not known either
            is_unknown = "?" in codes or LEFT_OUT in codes
            above = ("?",) if is_unknown else tuple(code for code in codes if ":" in code)
        found[line.number] = line, codes
    return found


def _is_part(codes: Sequence[str]) -> bool:
    """Return whether a line is a part of the one before: "of whom", or women and children alone."""
    columns = {code.partition(":")[0] for code in codes if ":" in code}
    if "measure" in columns or "?" in codes or LEFT_OUT in codes:
        return False
    return OF_ROW_ABOVE in codes or (bool(columns) and columns <= set(BREAKDOWNS) and TOTAL not in codes)


def _codes(parts: Iterable[str], choices: TableChoices) -> tuple[str, ...]:
    """Return the codes of headings; `?` for one that is still asked about."""
    found: list[str] = []
    for part in parts:
        meanings = choices.meanings.get(part, ())
        found += meanings or ("?",)
        if TERRITORY in meanings:
            found.append(f"territory:{read_heading(part).territory or part}")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _TableMapping:
    """Maps the cells of one table; `above` are the codes that hold for all of them."""

    table: NumberTable
    choices: TableChoices
    own_country: str
    above: tuple[str, ...]
    periods: TablePeriods
    lists_states: bool

    def mapped(self, cell: GridCell, of_row: _Line, of_column: _Line) -> MappedCell:
        (row, row_codes), (column, column_codes) = of_row, of_column
        in_lines = (*row_codes, *column_codes)
        codes = (*self.above, *in_lines)
        gap = self.choices.gaps.get(cell.text, "") if cell.number is None else ""
        left = self._left(codes, gap)
        if left:
            return MappedCell(sheet=self.table.sheet, cell=cell, use=CellUse.LEFT, reason=left)
        named = self.periods.of_cell(row, column)
        words = named.words if named else ""
        period = self._period(words)
        reason = self._open(codes, in_lines, period) or self._open_text(cell, codes, gap)
        if reason:
            return MappedCell(sheet=self.table.sheet, cell=cell, use=CellUse.ASKED, reason=reason)
        own = () if cell.number is not None else (cell.text,)
        printed = (*self.table.titles, *row.parts, *column.parts, *own, *self.table.footnotes)
        return replace(
            self._figure(cell, codes, gap),
            start=period[0],
            end=period[1],
            period_label=words,
            printed=tuple(dict.fromkeys(printed)),
        )

    def _left(self, codes: tuple[str, ...], gap: str) -> str:
        """Return the reason for which a cell is left out, or an empty text."""
        if self.choices.take != TAKE:
            return "table-left" if self.choices.take else "table-open"
        if LEFT_OUT in codes:
            return "heading-left"
        return "text-left" if gap == LEFT_OUT else ""

    def _open(self, codes: tuple[str, ...], in_lines: tuple[str, ...], period: _Period) -> str:
        """Return the reason for which a cell cannot be a figure yet, or an empty text."""
        if "?" in codes:
            return "heading-open"
        if any(len(_of(codes, column)) > 1 for column in (*_ONCE, "territory")):
            return "two-meanings"
        measure = self._measure(codes)
        if not measure:
            return "no-measure"
        if measure.startswith(_OF_CASES) and (_of(codes, "sex") or _of(codes, "age_group")):
            return "case-of-persons"
        return self._open_country(codes, in_lines) or ("" if None not in period else "no-period")

    def _open_text(self, cell: GridCell, codes: tuple[str, ...], gap: str) -> str:
        number = printed_number(cell.text) if cell.number is None else None
        if number is not None:
            fits = not number.measures or self._measure(codes).partition("/")[0] in number.measures
            return "" if fits else "other-unit"
        return "text-open" if cell.number is None and not gap else ""

    def _measure(self, codes: tuple[str, ...]) -> str:
        return (_of(codes, "measure") or (self.choices.measure,))[0]

    def _open_country(self, codes: tuple[str, ...], in_lines: tuple[str, ...]) -> str:
        country, own = self._country(codes), self.own_country
        if not country or (own and country != own):
            return "other-country" if country else "no-country"
        return "states-listed" if own and self.lists_states and _of(in_lines, "country") else ""

    def _country(self, codes: tuple[str, ...]) -> str:
        named = _of(codes, "country")
        return named[0] if named else self.own_country or self.choices.country

    def _period(self, words: str) -> _Period:
        general = (self.choices.start, self.choices.end)
        start, end = self.choices.periods.get(words, ("", "")) if words else general
        first, last = as_day(start).value, as_day(end).value
        return (first, last) if first and last and first <= last else (None, None)

    def _figure(self, cell: GridCell, codes: tuple[str, ...], gap: str) -> MappedCell:
        territory = _of(codes, "territory")
        breakdown = tuple((column, found[0]) for column in BREAKDOWNS if (found := _of(codes, column)))
        state = State(gap) if gap and gap not in (ZERO, NUMBER) else State.VALUE
        number = printed_number(cell.text) if cell.number is None else None
        value = 0.0 if gap == ZERO else marked_number(cell.text) if gap == NUMBER else cell.number
        exact = Qualifier.EXACT if number is None else number.qualifier
        return MappedCell(
            sheet=self.table.sheet,
            cell=cell,
            use=CellUse.TAKEN,
            measure=self._measure(codes),
            country=self._country(codes),
            breakdown=breakdown,
            territory=territory[0] if territory else "",
            state=state,
            value=(number.value if number else value) if state is State.VALUE else None,
            qualifier=exact if state is State.VALUE else None,
            total=TOTAL in codes,
            preliminary=PRELIMINARY in codes,
        )


@lru_cache(8192)
def _of(codes: tuple[str, ...], column: str) -> tuple[str, ...]:
    """Return the different codes of a column."""
    return tuple(dict.fromkeys(code.partition(":")[2] for code in codes if code.startswith(f"{column}:")))


def shape_of(table: NumberTable) -> tuple[str, ...]:
    """Return sheet, titles and headings of a table in their order, without years: what the next file is known by."""
    lines = ((without_years(part) for part in line.parts) for line in (*table.columns, *table.rows))
    # one more year is the same form
    different = dict.fromkeys((tuple(map(without_years, table.above)), *map(tuple, lines)))
    return tuple(part for line in different for part in ("", *line))


def without_years(heading: str) -> str:
    """Return a heading as it is remembered: folded, without the digits of a year."""
    return folded(A_YEAR.sub("#", heading))
