"""Reads one worksheet part row by row, whatever its size; what Excel would not write is refused by name and place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.cell_values import LONGEST, ErrorText, OddDate, day_of, iso_day, number_in, unescaped
from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.grid import LAST_ROW, area, bounds, column_letters, column_number
from bukhara.workbook.xlsx.parts import PartFacts, hidden_column, hidden_row
from bukhara.workbook.xlsx.plain_rows import Feeder, PlainCell
from bukhara.workbook.xlsx.precheck import HEADING_ROWS, Limits
from bukhara.workbook.xlsx.rich_text import TextBuilder
from bukhara.workbook.xlsx.small_parts import DEEPEST, MAIN, SEPARATOR, STRICT, is_true, new_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from bukhara.workbook.xlsx.number_formats import Format

_FOREIGN = "?"
_LOCAL = {
    f"{MAIN}{SEPARATOR}{name}": name
    for name in (
        "worksheet", "sheetData", "row", "c", "v", "f", "is", "t", "r", "rPh", "rPr", "phoneticPr", "extLst",
        "vertAlign", "strike", "col", "sheetFormatPr", "mergeCell", "hyperlink",
    )
}  # fmt: skip
_PARENTS = {
    "sheetData": "worksheet", "row": "sheetData", "c": "row", "v": "c", "f": "c", "is": "c",
    "t": "is r", "r": "is", "rPh": "is", "rPr": "r",
}  # fmt: skip
_ASIDE = frozenset({"rPr", "rPh", "phoneticPr", "extLst"})
_MOST_CELLS, _MOST_RANGES, _MOST_COVERED = 6_000_000, 2_000, 250_000
_REMEMBERED = 5_000
_LIMITS = Limits()
_SIMPLE = frozenset({int, float, str})
_BOOLEANS = {"1": True, "true": True, "0": False, "false": False}


@dataclass(slots=True)
class RawRow:
    """One row: values by column number from 1, formulas by column, columns shown otherwise, struck out, unseen."""

    number: int
    values: dict[int, object] = field(default_factory=dict)
    formulas: dict[int, str] = field(default_factory=dict)
    altered: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)

    def value(self, column: int) -> object:
        """Return what stands in a column, None where nothing does."""
        return self.values.get(column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the cells of every sheet refer to."""

    texts: list[str]
    formats: tuple[Format, ...]
    from_1904: bool = False


class SheetRows:
    """A walk through one part: `walked` yields its rows and fills `facts` on the way."""

    def __init__(self, title: str, around: Surroundings) -> None:
        self.facts = PartFacts()
        self._title = title
        self._around = around
        self._done: list[RawRow] = []
        self._row = RawRow(0)
        self._row_text = ""
        self._cell: dict[str, str] = {}
        self._column = 0
        self._cells = self._rows = 0
        self._stored: str | None = None
        self._has_inline = False
        self._inline = TextBuilder()
        self._heard = self._inline.heard
        self._open: list[str] = []
        self._seen = False
        self._hidden_by_default = False
        self._reading: dict[str, Callable[[str], object]] = {
            "": number_in, "n": number_in, "s": self._shared, "str": self._text, "e": self._error, "b": self._boolean,
            "d": iso_day, "inlineStr": self._text,
        }  # fmt: skip
        self._days: dict[float, datetime | OddDate] = {}
        self._long = any(len(text) > LONGEST for text in around.texts)
        self._ordinary = {"", *(str(number) for number, each in enumerate(around.formats) if each.plain)}

    def walked(self, chunks: Iterable[bytes]) -> Iterator[RawRow]:
        """Yield the filled rows in their order; WorkbookDamaged, with its place, where the part is broken."""
        parser = new_parser()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._heard.append
        feeder = Feeder(parser, self._among_rows, self._plain_row)
        try:
            for chunk in chunks:
                feeder.feed(chunk)
                yield from self._taken()
            feeder.finish()
        except WorkbookDamaged as damage:
            damage.sheet = damage.sheet or self._title
            raise
        yield from self._taken()
        if not self._seen:
            raise self._damage()

    def _among_rows(self) -> bool:
        return self._open == ["worksheet", "sheetData"]

    def _taken(self) -> list[RawRow]:
        done, self._done = self._done, []
        return done

    def _damage(self, code: str = "file-damaged", **values: str) -> WorkbookDamaged:
        here = self._row.number if self._open else None
        return WorkbookDamaged(code, sheet=self._title, row=here or None, column=self._column or None, **values)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _LOCAL.get(name, _FOREIGN)
        opened = self._open
        parent = opened[-1] if opened else ""
        opened.append(local)
        if local == "c" and parent == "row":
            self._begin_cell(attributes)
        elif local in ("v", "f") and parent == "c":
            self._heard.clear()
        elif local == "row" and parent == "sheetData":
            self._begin_row(attributes)
        else:
            self._other(local, parent, attributes, name)

    def _other(self, local: str, parent: str, attributes: dict[str, str], name: str) -> None:
        if len(self._open) > DEEPEST:
            raise self._damage("xml-too-deep", limit=str(DEEPEST))
        if not parent:
            self._begin_sheet(name)
        elif local == "sheetData":
            if self._seen or parent != "worksheet":
                raise self._damage()
            self._seen = True
        elif len(self._open) > 2 and self._open[1] == "sheetData":
            self._within(local, parent, attributes)
        else:
            self._around_data(local, attributes)

    def _begin_sheet(self, name: str) -> None:
        if name == f"{STRICT}{SEPARATOR}worksheet":
            raise WorkbookDamaged("file-strict")
        if _LOCAL.get(name) != "worksheet":
            raise self._damage()

    def _within(self, local: str, parent: str, attributes: dict[str, str]) -> None:
        """Take the parts of a text, pass over what is beside it, and refuse what does not belong there."""
        if local == "is" and parent == "c":
            self._inline.clear()
            self._has_inline = True
        elif self._belongs(local, parent):
            self._inline.start(local, attributes)
        else:
            raise self._damage()

    def _belongs(self, local: str, parent: str) -> bool:
        return parent in _PARENTS.get(local, "").split() or local in _ASIDE or not _ASIDE.isdisjoint(self._open)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        last, self._column = self._row.number, 0
        given = attributes.get("r", "")
        number = int(given) if given.isdigit() and len(given) < 10 else last + 1
        if (given and not given.isdigit()) or not 0 < number <= LAST_ROW:
            raise self._damage("beyond-grid", place=given[:20])
        if number <= last:
            raise self._damage("rows-out-of-order", place=given)
        self._rows += 1
        if self._rows > _LIMITS.rows + HEADING_ROWS:
            raise self._damage("too-many-rows", limit=f"{_LIMITS.rows:,}")
        self._row, self._row_text, self._column = RawRow(number), str(number), 0
        if hidden_row(attributes, by_default=self._hidden_by_default):
            self.facts.note_hidden_row(number)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._cell, self._stored, self._has_inline = attributes, None, False
        if reference is None:
            reference = f"{column_letters(self._column + 1)}{self._row_text}"
        letters = reference.rstrip("0123456789")
        self._at(letters, reference[len(letters) :])

    def _at(self, letters: str, digits: str) -> None:
        """Go to a cell of the present row, which lies to the right of the last one."""
        column = column_number(letters)
        if not column or len(digits) > 7:
            raise self._damage("beyond-grid", place=f"{letters}{digits}"[:20])
        if digits != self._row_text or column <= self._column:
            raise self._damage("rows-out-of-order", place=f"{letters}{digits}"[:20])
        self._column = column
        self._count(1)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise self._damage("too-many-cells", limit=f"{_MOST_CELLS:,}")

    def _end(self, _name: str) -> None:
        local = self._open.pop()
        if local == "c":
            self._end_cell()
        elif local == "v":
            if self._stored is not None:
                raise self._damage()
            self._stored = "".join(self._heard)
        elif local == "f":
            self._row.formulas[self._column] = "".join(self._heard)[:1000]
        elif local == "row":
            self._end_row()
        elif len(self._open) > 2:
            self._inline.end(local)

    def _end_cell(self) -> None:
        kind, style = self._cell.get("t", ""), self._cell.get("s", "")
        if self._has_inline or kind == "inlineStr":
            self._inlined(kind, self._stored or "", "")
            self._keep(self._not_long(self._inline.text()), style)
            self._inline.clear()
        elif self._stored:
            read = self._reading.get(kind)
            if read is None:
                raise self._damage()
            self._keep(read(self._stored), style)

    def _plain_row(self, attributes: dict[str, str], cells: list[PlainCell]) -> None:
        self._begin_row(attributes)
        values, reading, ordinary, digits_here = self._row.values, self._reading, self._ordinary, self._row_text
        for letters, digits, style, kind, formula, stored, inline in cells:
            column = column_number(letters)
            if digits != digits_here or column <= self._column:
                self._at(letters, digits)
            self._column = column
            if formula:
                self._row.formulas[column] = formula
            text = self._inlined(kind, stored, inline) if inline or kind == "inlineStr" else stored
            if text:
                value = reading[kind](text)
                if style in ordinary and value.__class__ in _SIMPLE and value != "":
                    values[column] = value
                else:
                    self._keep(value, style)
        self._count(len(cells))
        self._end_row()

    def _inlined(self, kind: str, stored: str, inline: str) -> str:
        if stored or kind != "inlineStr":
            raise self._damage()
        return inline

    def _end_row(self) -> None:
        self._column = 0
        if self._row.values or self._row.formulas:
            self._done.append(self._row)

    def _keep(self, value: object, style: str) -> None:
        if value == "":
            return
        self._row.values[self._column] = value if style in self._ordinary else self._shown(style, value)

    def _shown(self, style: str, value: object) -> object:
        if not self._around.formats:
            return value
        number = int(style) if style.isdigit() and len(style) < 7 else -1
        if not 0 <= number < len(self._around.formats):
            raise self._damage()
        shown = self._around.formats[number]
        self._note_look(shown, value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if shown.alters(value):
                self._row.altered.add(self._column)
            return self._day(value) if shown.date else value
        return value

    def _note_look(self, shown: Format, value: object) -> None:
        if shown.struck:
            self._row.struck.add(self._column)
        if shown.hides(value):
            self._row.unseen.add(self._column)

    def _day(self, serial: float) -> datetime | OddDate:
        day = self._days.get(serial)
        if day is None:
            day = day_of(serial, from_1904=self._around.from_1904)
            if len(self._days) < _REMEMBERED:
                self._days[serial] = day
        return day

    def _shared(self, text: str) -> str:
        try:
            found = self._around.texts[int(text)] if text[0] != "-" else None
        except (ValueError, IndexError):
            found = None
        if found is None:
            raise self._damage("text-missing", number=text[:20])
        return self._not_long(found) if self._long else found

    def _text(self, text: str) -> str:
        return self._not_long(unescaped(text))

    def _not_long(self, text: str) -> str:
        if len(text) > LONGEST:
            raise self._damage("text-too-long", limit=f"{LONGEST:,}")
        return text

    def _error(self, text: str) -> ErrorText:
        return ErrorText(text.strip()[:40] or "#ERROR")

    def _boolean(self, text: str) -> bool:
        value = _BOOLEANS.get(text.strip())
        if value is None:
            raise self._damage()
        return value

    def _around_data(self, local: str, attributes: dict[str, str]) -> None:
        if local == "col":
            self.facts.note_hidden_columns(hidden_column(attributes))
        elif local == "sheetFormatPr":
            self._hidden_by_default = is_true(attributes.get("zeroHeight"))
        elif local in ("mergeCell", "hyperlink"):
            self._range(local, attributes.get("ref", ""))

    def _range(self, local: str, reference: str) -> None:
        self._column = 0
        self._row = RawRow(0)
        if bounds(reference) is None:
            raise self._damage("beyond-grid", place=reference[:40])
        self.facts.ranges += 1
        self.facts.covered += area(reference)
        if self.facts.ranges > _MOST_RANGES or self.facts.covered > _MOST_COVERED:
            raise self._damage("range-too-large", range=reference)
        if local == "mergeCell":
            self.facts.merges.append(reference)
