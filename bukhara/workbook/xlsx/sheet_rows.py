"""Reads the rows of a worksheet of any size; content that Excel would not write is refused by code and cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bukhara.workbook.container.precheck import HEADING_ROWS, Limits
from bukhara.workbook.grid import LAST_COLUMN, LAST_ROW, bounds, column_letters, column_number
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cells import CellReader, RawRow, SharedParts, check_aside
from bukhara.workbook.xlsx.conditional import ConditionalFormat, formats_of
from bukhara.workbook.xlsx.texts import ASIDE
from bukhara.workbook.xlsx.xml_tree import MAIN, STRICT, growing, is_true, taken

_DATA, _ROW, _CELL = f"{MAIN}sheetData", f"{MAIN}row", f"{MAIN}c"
_PRINTED = frozenset(f"{MAIN}{each}{end}" for each in ("odd", "even", "first") for end in ("Header", "Footer"))
# what has the number of a page, a day or a file is no text of the table; other codes are looks, or places
_CODES = re.compile(r"[^&]*&[PNDTFAZ][^&]*|&(?:\"[^\"]*\"|K\w{6}|\d+|.)")
_MOST_CELLS, _MOST_RANGES, _MOST_COVERED = 6_000_000, 2_000, 250_000
_LISTED = 200
_LIMITS = Limits()
_SIZE = re.compile(r"\d{1,6}(?:\.\d{1,20})?", re.ASCII)


@dataclass(slots=True)
class SheetFacts:
    """Facts about a sheet besides its cells, complete after all rows were read; rows and columns by number.

    The hidden columns that are `folded` have a sign above them that shows them.
    """

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    folded: set[int] = field(default_factory=set)
    merges: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    formats: list[ConditionalFormat] = field(default_factory=list)
    ranges: int = 0
    covered: int = 0


class SheetRows:
    """The rows of one worksheet part: `read` yields them and completes `facts`."""

    def __init__(self, title: str, shared: SharedParts) -> None:
        self.facts = SheetFacts()
        self._title, self._reader, self._changes = title, CellReader(shared), shared.changes
        self._data: Element | None = None
        self._number = self._rows = self._cells = 0
        self._hidden_by_default = False

    def read(self, pieces: Iterable[bytes]) -> Iterator[RawRow]:
        """Yield the filled rows in their order; raise WorkbookDamaged, with its cell, if the part is broken."""
        try:
            for root, whole in growing(pieces):
                yield from self._complete(root, whole=whole)
        except WorkbookDamaged as damage:
            damage.sheet = damage.sheet or self._title
            raise

    def _complete(self, root: Element, *, whole: bool) -> Iterator[RawRow]:
        """Remove complete elements from the part: yield its rows, note the other facts."""
        if root.tag != f"{MAIN}worksheet":
            raise WorkbookDamaged("file-strict" if root.tag == f"{STRICT}worksheet" else "file-damaged")
        for child in list(root):
            complete = whole or child is not root[-1]
            if child.tag == _DATA:
                if self._data not in (None, child):
                    raise WorkbookDamaged
                self._data = child
                yield from self._complete_rows(child, whole=complete)
            elif complete:
                self._note(child)
        taken(root, whole=whole)
        if whole and self._data is None:
            raise WorkbookDamaged

    def _complete_rows(self, data: Element, *, whole: bool) -> Iterator[RawRow]:
        for element in taken(data, whole=whole):
            if element.tag == _ROW:
                row = self._row(element)
                if row.values or row.formulas:
                    yield row
            elif element.tag not in ASIDE:
                raise WorkbookDamaged(row=self._number or None)

    def _row(self, element: Element) -> RawRow:
        row = RawRow(self._next_number(element))
        if _is_hidden_row(element, by_default=self._hidden_by_default) and len(self.facts.hidden_rows) < _LISTED:
            self.facts.hidden_rows.append(row.number)
        column, row_text = 0, str(row.number)
        try:
            for cell in element:
                if cell.tag == _CELL:
                    column = _column(cell.get("r"), row_text, after=column)
                    self._reader.read(cell, row, column)
                else:
                    check_aside(cell)
        except WorkbookDamaged as damage:
            damage.row, damage.column = row.number, damage.column or column or None
            raise
        self._cells += len(element)
        if self._cells > _MOST_CELLS:
            raise WorkbookDamaged("too-many-cells", row=row.number, limit=f"{_MOST_CELLS:,}")
        return row

    def _next_number(self, element: Element) -> int:
        last, given = self._number, element.get("r", "")
        number = int(given) if given.isdigit() and len(given) < 10 else last + 1
        if (given and not given.isdigit()) or not 0 < number <= LAST_ROW:
            raise WorkbookDamaged("beyond-grid", row=last or None, place=given[:20])
        if number <= last:
            raise WorkbookDamaged("rows-out-of-order", row=last or None, place=given)
        self._number, self._rows = number, self._rows + 1
        if self._rows > _LIMITS.rows + HEADING_ROWS:
            raise WorkbookDamaged("too-many-rows", row=last or None, limit=f"{_LIMITS.rows:,}")
        return number

    def _note(self, part: Element) -> None:
        """Note the facts in a part of the sheet besides the rows."""
        self.facts.formats += formats_of(part, self._changes)
        for element in part.iter():
            if element.tag == f"{MAIN}sheetFormatPr":
                self._hidden_by_default = is_true(element.get("zeroHeight"))
            elif element.tag == f"{MAIN}col":
                left = max(0, _LISTED - len(self.facts.hidden_columns))
                hidden = _hidden_columns(element)[:left]
                self.facts.hidden_columns += hidden
                self.facts.folded.update(hidden if element.get("outlineLevel", "0") != "0" else ())
            elif element.tag in _PRINTED:
                self.facts.printed += _CODES.sub("\n", element.text or "").split("\n")
            elif element.tag == _DATA:
                raise WorkbookDamaged
            elif element.tag in (f"{MAIN}mergeCell", f"{MAIN}hyperlink"):
                self._note_range(element)

    def _note_range(self, element: Element) -> None:
        facts, reference = self.facts, element.get("ref", "")
        box = bounds(reference)
        if box is None:
            raise WorkbookDamaged("beyond-grid", place=reference[:40])
        facts.ranges += 1
        facts.covered += (box[2] - box[0] + 1) * (box[3] - box[1] + 1)
        if facts.ranges > _MOST_RANGES or facts.covered > _MOST_COVERED:
            raise WorkbookDamaged("range-too-large", range=reference)
        if element.tag == f"{MAIN}mergeCell":
            facts.merges.append(reference)


def _column(reference: str | None, row_text: str, *, after: int) -> int:
    """Return the column of a cell, which lies to the right of column `after`."""
    if reference is None:
        reference = f"{column_letters(after + 1)}{row_text}"
    column = column_number(reference.removesuffix(row_text))
    if column <= after:
        letters = reference.rstrip("0123456789")
        inside = column_number(letters) and len(reference) - len(letters) <= 7
        raise WorkbookDamaged(
            "rows-out-of-order" if inside else "beyond-grid", column=after or None, place=reference[:20]
        )
    return column


def _is_hidden_row(row: Element, *, by_default: bool) -> bool:
    given = row.get("hidden")
    return _is_flat(row.get("ht")) or (by_default if given is None else is_true(given))


def _hidden_columns(element: Element) -> range:
    if not (is_true(element.get("hidden")) or _is_flat(element.get("width"))):
        return range(0)
    first, last = (_number(element.get(name)) for name in ("min", "max"))
    return range(first, min(max(first, last), LAST_COLUMN) + 1)


def _is_flat(size: str | None) -> bool:
    # less than a point cannot be seen
    return size is not None and _SIZE.fullmatch(size) is not None and float(size) < 1


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
