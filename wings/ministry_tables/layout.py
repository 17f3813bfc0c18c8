"""Finds the tables of numbers on a sheet: its headings above and beside each number; nothing is interpreted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile

from bukhara.workbook.grid import GridCell, column_letters
from bukhara.workbook.heading_vocabulary import LABEL_HEAD, OF_GAPS, TOTAL, tokens_of, vocabulary
from bukhara.workbook.reading.appearance import SCALE_WORDS
from bukhara.workbook.reading.heading_reading import A_YEAR, YEARS
from bukhara.workbook.reading.sheet_grid import SheetGrid
from bukhara.workbook.reading.values import BOUND
from wings.ministry_tables.heading_reading import BODY, read_heading
from wings.ministry_tables.printed_numbers import is_masked, marked_number, printed_number

MOST_TABLES, MOST_CELLS, MOST_HEADINGS = 12, 2500, 150
_STEP, _LONGEST_MERGE = 2, 500
_COUNTER = re.compile(r"(?:№|n|no|#|т/б|п/п|код|code|стр|р/с)\b.{0,20}|№.{0,10}", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d[\d .,]*\s?(?:чел\w*|лиц\w*|ед\w*|случ\w*|дел\w*|persons?|cases?|адам|нафар)\.?", re.IGNORECASE
)
_YEAR_WORD = re.compile(r"год|год[аы]|year|жыл|йил|yil|сол|ýyl|период|period", re.IGNORECASE)

_FOOTNOTE = re.compile(
    r"[*⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*\w|(?:примечани[ея]|ескерту|эскертүү|изоҳ|izoh|эзоҳ|bellik|notes?)\W+\w", re.IGNORECASE
)
_SIGNS = re.compile(r"[-‐-―−.…*xхXХ/]{1,5}")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """One row or column of a table: its number on the sheet, and the texts of its headings from the outside in."""

    number: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """A table of numbers: rows, columns and cells, texts above it, footnotes, and what below it changes no number."""

    sheet: str
    rows: tuple[HeadingLine, ...]
    columns: tuple[HeadingLine, ...]
    cells: tuple[GridCell, ...]
    titles: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def area(self) -> str:
        """The range of its numbers, such as `B5:F12`."""
        first, last = self.columns[0].number, self.columns[-1].number
        return f"{column_letters(first)}{self.rows[0].number}:{column_letters(last)}{self.rows[-1].number}"

    @property
    def above(self) -> tuple[str, ...]:
        """The texts that hold for all its cells: the name of the sheet and the titles."""
        return _distinct((self.sheet, *self.titles))

    @property
    def headings(self) -> tuple[str, ...]:
        """The different texts of its headings: sheet and titles, then those of the columns, then those of the rows."""
        lines = (*self.columns, *self.rows)
        return _distinct((*self.above, *(part for line in lines for part in line.parts)))


@dataclass(slots=True)
class _Block:
    """The rows of tables side by side: heading rows, rows with numbers, single texts between them by row."""

    heads: list[int]
    data: list[int]
    sections: dict[int, str] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Sheet:
    """The cells of a sheet by row and column; `texts` has that of a merged range in all its cells."""

    grid: SheetGrid

    @cached_property
    def cells(self) -> dict[int, dict[int, GridCell]]:
        found: dict[int, dict[int, GridCell]] = {}
        for cell in self.grid.cells:
            found.setdefault(cell.row, {})[cell.column] = cell
        return found

    @cached_property
    def texts(self) -> dict[int, dict[int, str]]:
        found = {row: {column: cell.text for column, cell in line.items()} for row, line in self.cells.items()}
        for first, top, last, bottom in self.grid.merges:
            text = found.get(top, {}).get(first, "")
            covered = dict.fromkeys(range(first, min(last, first + _LONGEST_MERGE) + 1), text)
            for row in range(top, min(bottom, top + _LONGEST_MERGE) + 1) if text else ():
                found.setdefault(row, {}).update(covered)
        return found

    def numbers(self, row: int) -> dict[int, float]:
        return {column: cell.number for column, cell in self.cells.get(row, {}).items() if cell.number is not None}

    def blocks(self) -> list[_Block]:
        found: list[_Block] = []
        above: list[int] = []
        for row in range(1, max(self.texts, default=0) + 1):
            if not self._has_figures(row):
                above.append(row)
                continue
            if found and not any(len(set(self.texts.get(each, {}).values())) > 1 for each in above):
                singles = {each: next(iter(self.texts[each].values())) for each in above if each in self.texts}
                found[-1].sections |= singles
                found[-1].data.append(row)
            else:
                found.append(_Block(above, [row]))
            above = []
        if found:
            found[-1].below = [text for row in above for text in self.texts.get(row, {}).values()]
        return found

    def _has_figures(self, row: int) -> bool:
        """Return whether a row has numbers, or gaps only, and is no row of headings."""
        if self.numbers(row):
            return not (self._are_years(row) or self._count_columns(row))
        beside = list(self.cells.get(row, {}).values())[1:]
        return bool(beside) and all(is_in_place_of_number(cell.text) for cell in beside)

    def _are_years(self, row: int) -> bool:
        """Return whether the numbers of a row are years above the columns."""
        numbers = list(self.numbers(row).values())
        is_next = all(abs(after - before) == 1 for before, after in pairwise(numbers))
        if {*numbers}.difference(YEARS) or (self._look_like_years(row) and not is_next):
            return False
        if len(numbers) > 1:  # the same years below each group, or once
            lengths = range(2, len(numbers) + 1)
            return any(_go_one_way(numbers[:n]) for n in lengths if numbers[:n] * (len(numbers) // n) == numbers)
        (column,) = self.numbers(row)
        below = [cell for each in (row + 1, row + 2) if (cell := self.cells.get(each, {}).get(column))]
        above = self.texts.get(row - 1, {})
        # a title over the whole table is no heading of this column
        is_headed = column in above and len(set(above.values())) > 1
        return not is_headed and any(map(_is_figure, below))

    def _look_like_years(self, row: int) -> bool:
        """Return whether a named row of counts such as 1998 and 2000 is below other years."""
        numbers = self.numbers(row)
        if len(numbers) < 2 or {*numbers.values()}.difference(YEARS) or not self._name(row, numbers):
            return False
        above = (self.texts[each] for each in takewhile(self.texts.__contains__, range(row - 1, 0, -1)))
        years = ([A_YEAR.findall(line.get(n, "")) for n in numbers] for line in above if len({*line.values()}) > 1)
        return any(all(each) and each != [[f"{number:g}"] for number in numbers.values()] for each in years)

    def _name(self, row: int, numbers: Iterable[int]) -> str:
        """Return the text before the numbers of a row, unless it is a name of the names of rows."""
        first = min(numbers, default=0)
        text = " ".join(text for column, text in self.texts[row].items() if column < first)
        return "" if _is_label_head(text) else text

    def _count_columns(self, row: int) -> bool:
        """Return whether the numbers of a row count the columns: 1, 2, 3."""
        numbers = list(self.numbers(row).values())
        counts = numbers == [numbers[0] + step for step in range(len(numbers))] and numbers[0] in (1, 2, 3)
        words = [cell.text for cell in self.cells[row].values() if cell.number is None]
        return counts and (len(numbers) > 1 or bool(words)) and all(len(text) <= 2 for text in words)

    def tables(self, block: _Block) -> list[NumberTable]:
        """Return the tables of a block: a column of texts right of numbers begins another one."""
        groups: list[tuple[list[int], list[int], list[int]]] = [([], [], [])]
        for column in sorted({column for row in block.data for column in self.texts.get(row, {})}):
            filled = [self.cells[row][column] for row in block.data if column in self.cells.get(row, {})]
            has_figures = any(cell.number is not None for cell in filled) or (
                bool(groups[-1][0]) and any(printed_number(cell.text) or is_masked(cell.text) for cell in filled)
            )
            is_data = has_figures and not self._is_beside(column, filled, block)
            may_be_gaps = groups[-1][1] or (groups[-1][0] and any(map(self.numbers, block.data)))
            are_gaps = may_be_gaps and all(is_in_place_of_number(cell.text) for cell in filled)
            if is_data or are_gaps:
                groups[-1][1].append(column)
                continue
            if groups[-1][1] and len(filled) * 2 >= len(block.data):
                groups.append(([], [], []))
            groups[-1][2 if groups[-1][1] else 0].append(column)
        if len(groups) > 1 and not groups[-1][1]:
            groups[-2][2].extend(groups.pop()[0])
        return [self._table(block, beside, data, remarks) for beside, data, remarks in groups if data]

    def _above(self, column: int, block: _Block) -> list[str]:
        return [self.texts[row][column] for row in block.heads if column in self.texts.get(row, {})]

    def _is_beside(self, column: int, filled: Sequence[GridCell], block: _Block) -> bool:
        """Return whether a column of numbers is a heading of the rows: years, or a count of the rows."""
        heads = self._above(column, block)
        if not any(map(_is_figure, filled)):
            return not heads or _YEAR_WORD.search(heads[-1]) is not None
        return any(_COUNTER.fullmatch(head) for head in heads)

    def _table(self, block: _Block, beside: Sequence[int], data: Sequence[int], remarks: Sequence[int]) -> NumberTable:
        labels = [each for each in beside if not any(map(_COUNTER.fullmatch, self._above(each, block)))]
        of_block = {column for row in block.data for column in self.texts.get(row, {})}
        heads, titles = self._heads(block.heads, (*beside, *data), data, of_block)
        heads, first_section = self._with_section(heads, data)
        # above the names of the rows may stand what all of them count
        texts = (self.texts[row].get(column, "") for column in labels for row in heads)
        named = (text for text in texts if not (text.isdigit() or _is_label_head(text)))
        # who signed says nothing; "without minors" or "in thousands" below a table does
        below = [text for text in block.below if not _FOOTNOTE.match(text)]
        titles = _distinct((*titles, *named, *filter(_narrows, below), *self.grid.printed))
        rows = tuple(self._rows(block, labels, first_section, remarks))
        columns = tuple(HeadingLine(column, self._column_parts(column, heads, data)) for column in data)
        cells = (self.cells[r][c] for r in block.data for c in data if c in self.cells.get(r, {}))
        doubtful = {*filter(self._look_like_years, (*heads, *block.data))}
        return NumberTable(
            sheet=self.grid.title,
            rows=rows,
            columns=columns,
            cells=tuple(
                replace(cell, text=f"{cell.text} «?»", number=None)  # it may be a year, or below counts
                if cell.number is not None and doubtful.intersection((*heads, cell.row))
                else self._with_merge(cell, rows, columns)
                for cell in cells
            ),
            titles=titles,
            footnotes=_distinct(cell.text for cell in self.grid.cells if _FOOTNOTE.match(cell.text)),
            below=_distinct(text for text in below if not _narrows(text)),
        )

    def _with_merge(self, cell: GridCell, rows: Iterable[HeadingLine], columns: Iterable[HeadingLine]) -> GridCell:
        """Return a number that is merged over different headings as a text with its range: it is of none of them."""
        for first, top, last, bottom in self.grid.merges:
            if (first, top) != (cell.column, cell.row) or cell.number is None:
                continue
            across = {line.parts for line in columns if first <= line.number <= last}
            down = {line.parts for line in rows if top <= line.number <= bottom}
            if len(across) > 1 or len(down) > 1:
                area = f"{cell.address}:{column_letters(last)}{bottom}"
                return replace(cell, text=f"{cell.text} [{area}]", number=None)
        return cell

    def _with_section(self, heads: list[int], data: Sequence[int]) -> tuple[list[int], dict[int, str]]:
        """Return the rows of headings without the text before the first row that stands beside the columns, and it."""
        below = next((n for n, row in enumerate(reversed(heads)) if set(data) & set(self.texts[row])), 0)
        last = len(heads) - below
        return heads[:last], {row: " · ".join(_distinct(self.texts[row].values())) for row in heads[last:]}

    def _rows(
        self, block: _Block, labels: Sequence[int], first_section: dict[int, str], remarks: Sequence[int]
    ) -> Iterator[HeadingLine]:
        carried = dict.fromkeys(labels[:-1], "")
        sections = first_section | block.sections
        totals = [row for row in block.data if self._is_total(row, labels)]
        for row in block.data:
            section = [text for at, text in sections.items() if at < row][-1:]
            if totals[-1:] == [row] == block.data[-1:] and len(totals) < len(sections):
                section = [" ? ".join(sections.values())]  # of the last section, or of all: nobody but its sender knows
            own = self.texts.get(row, {})
            for column in carried:
                # written once for several rows, without merging them
                carried[column] = own.get(column) or (carried[column] if own.get(labels[-1]) else "")
            # a remark beside the numbers can change what they mean: it is a heading of its row
            parts = (carried.get(column) or own.get(column, "") for column in (*labels, *remarks))
            yield HeadingLine(row, _distinct((*section, *parts)))

    def _is_total(self, row: int, labels: Sequence[int]) -> bool:
        texts = (text for column in labels if (text := self.texts.get(row, {}).get(column, "")))
        return [read_heading(text).codes for text in texts] == [(TOTAL,)]

    def _heads(
        self, above: Sequence[int], columns: Sequence[int], data: Sequence[int], of_block: set[int]
    ) -> tuple[list[int], tuple[str, ...]]:
        """Return the rows of headings, and the single texts above them."""
        heads: list[int] = []
        titles: list[str] = []
        for row in above:
            texts = {column: text for column, text in self.texts.get(row, {}).items() if column in columns}
            if texts:  # "thousand persons" beside the last heading holds for the whole table
                beside = (text for column, text in self.texts[row].items() if column not in of_block)
                titles += (text for text in beside if text not in texts.values() and not _is_count(text))
            if not (heads or texts):
                titles += self.texts.get(row, {}).values()  # a title that stands beside the table
            if all(map(_is_count, texts.values())):
                continue  # an empty row, or one that counts the columns
            is_over = columns[0] not in texts and (len(data) == 1 or sum(column in data for column in texts) > 1)
            if heads or is_over or len(set(texts.values())) > 1:
                heads.append(row)
            else:
                titles += texts.values()
        return heads, _distinct(titles)

    def _column_parts(self, column: int, heads: Sequence[int], data: Sequence[int]) -> tuple[str, ...]:
        parts = []
        for row in heads:
            line = self.texts[row]
            text = line.get(column, "")
            if not text and row != heads[-1] and column in self.texts[heads[-1]]:
                text = self._group_text(line, column, data, self.texts[heads[-1]])
            parts.append(text)
        return _distinct(parts)

    def _group_text(self, line: dict[int, str], column: int, data: Sequence[int], below: dict[int, str]) -> str:
        """Return what is written once above several columns, without merging them: over the first or in the middle."""
        names = [below.get(each, "") for each in data]
        if data[0] in line or column not in data or len(set(names)) == len(names):
            return next((line[each] for each in reversed(data) if each < column and each in line), "")
        filled = [n for n, each in enumerate(data) if each in line]
        width = len(data) // max(len(filled), 1)
        is_middle = width % 2 and filled == [*range(width // 2, len(data), width)]
        if not is_middle or names[:width] * len(filled) != names:
            return ""
        return line[data[data.index(column) // width * width + width // 2]]


def tables_of(grid: SheetGrid) -> tuple[NumberTable, ...] | None:
    """Return the tables of a sheet, from top to bottom and left to right; None if they are too many or too large."""
    sheet = _Sheet(grid)
    found = tuple(table for block in sheet.blocks() for table in sheet.tables(block))
    is_large = any(len(table.cells) > MOST_CELLS or len(table.headings) > MOST_HEADINGS for table in found)
    return None if is_large or len(found) > MOST_TABLES else found


def _narrows(text: str) -> bool:
    """Return whether a text below a table says something of its numbers; the name of a body alone does not."""
    return bool({*read_heading(text).codes}.difference((BODY,)) or re.search(SCALE_WORDS, text, re.IGNORECASE))


def _is_label_head(text: str) -> bool:
    return LABEL_HEAD in vocabulary().get(tokens_of(text), ())


def _go_one_way(years: list[float]) -> bool:
    steps = (abs(after - before) for before, after in pairwise(years))
    return years in (sorted(years), sorted(years, reverse=True)) and max(steps) <= _STEP


def _is_figure(cell: GridCell) -> bool:
    """Return whether a cell has a number that is no year, or a text in place of a number."""
    return cell.number not in YEARS if cell.number is not None else is_in_place_of_number(cell.text)


@lru_cache(4096)
def is_in_place_of_number(text: str) -> bool:
    """Return whether a text can only be instead of a number: a dash, `н/д`, `12*`, `15 чел.`, an open formula."""
    if A_YEAR.search(text):
        return False
    if tokens_of(text) in vocabulary(OF_GAPS):
        return True
    digits = any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    instead = digits or text.startswith("=") or any(each.fullmatch(text) for each in (_SIGNS, BOUND, _COUNTED))
    return instead or printed_number(text) is not None or marked_number(text) is not None


def _is_count(text: str) -> bool:
    """Return whether a text counts columns: `1`, `А`; a letter that means something, as `ж` above women, does not."""
    if len(text) == 1 and text.isalpha():
        return vocabulary().get(tokens_of(text), ("filler",)) == ("filler",)
    return not text or (text.isdigit() and int(text) not in YEARS)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
