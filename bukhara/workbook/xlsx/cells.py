"""Reads the value, formula and style of single cells, as the file keeps them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cell_values import (
    LONGEST,
    OddDate,
    boolean_in,
    day_of,
    error_in,
    iso_day,
    number_in,
    unescaped,
)
from bukhara.workbook.xlsx.styles import CellStyle, StyleChange
from bukhara.workbook.xlsx.texts import ASIDE, text_of
from bukhara.workbook.xlsx.xml_tree import MAIN

_VALUE, _FORMULA, _INLINE = f"{MAIN}v", f"{MAIN}f", f"{MAIN}is"
_LONGEST_FORMULA, _REMEMBERED = 1000, 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedParts:
    """The parts that cells of every sheet refer to: texts and styles by number, and the first day of the calendar.

    `changes` are those that conditional formats make to a style, by number.
    """

    texts: list[str]
    styles: tuple[CellStyle, ...]
    changes: tuple[StyleChange, ...] = ()
    from_1904: bool = False


@dataclass(slots=True)
class RawRow:
    """One row by its number in the sheet: values, formulas and numbers of styles by column from 1.

    `empty_styles` are the numbers of the styles of cells without a value.
    """

    number: int
    values: dict[int, object] = field(default_factory=dict)
    formulas: dict[int, str] = field(default_factory=dict)
    styles: dict[int, int] = field(default_factory=dict)
    empty_styles: dict[int, int] = field(default_factory=dict)


class CellReader:
    """Reads the cells of a workbook into its rows; WorkbookDamaged is raised without the cell, which the row knows."""

    def __init__(self, shared: SharedParts) -> None:
        self._texts, self._from_1904 = shared.texts, shared.from_1904
        self._styles = {str(number): number for number in range(len(shared.styles))}
        self._dates = {number for number, style in enumerate(shared.styles) if style.shows_date}
        self._days: dict[float, datetime | OddDate] = {}
        self._values: dict[str, Callable[[str], object]] = {
            "": number_in, "n": number_in, "s": self._shared_text, "str": unescaped, "e": error_in, "b": boolean_in,
            "d": iso_day,
        }  # fmt: skip

    def read(self, cell: Element, row: RawRow, column: int) -> None:
        """Add a cell to its row; a cell without a value or a formula adds nothing."""
        stored = inline = None
        for part in cell:
            tag = part.tag
            if tag == _VALUE and stored is None and not len(part):
                stored = part.text or ""
            elif tag == _FORMULA and not len(part):
                row.formulas[column] = (part.text or "")[:_LONGEST_FORMULA]
            elif tag == _INLINE:
                inline = text_of(part)
            else:
                check_aside(part)
        value, style = self._value(cell.get("t", ""), stored, inline), cell.get("s")
        if value is None or value == "":
            row.empty_styles[column] = self._styles.get(style or "0", 0)
            return
        row.values[column] = self._styled(value, style, row, column) if style and self._styles else value

    def _value(self, kind: str, stored: str | None, inline: str | None) -> object:
        if inline is None and kind != "inlineStr":
            if not stored:
                return None
            if kind not in self._values:
                raise WorkbookDamaged
            value = self._values[kind](stored)
        elif stored or kind != "inlineStr":
            raise WorkbookDamaged
        else:
            value = inline
        if isinstance(value, str) and len(value) > LONGEST:
            raise WorkbookDamaged("text-too-long", limit=f"{LONGEST:,}")
        return value

    def _styled(self, value: object, style: str, row: RawRow, column: int) -> object:
        """Note the style of a cell; return its value, or a date if the style shows one."""
        number = self._styles.get(style)
        if number is None:
            raise WorkbookDamaged
        row.styles[column] = number
        if number in self._dates and isinstance(value, int | float) and not isinstance(value, bool):
            return self._day(value)
        return value

    def _day(self, serial: float) -> datetime | OddDate:
        day = self._days.get(serial)
        if day is None:
            day = day_of(serial, from_1904=self._from_1904)
            if len(self._days) < _REMEMBERED:
                self._days[serial] = day
        return day

    def _shared_text(self, number: str) -> str:
        try:
            if number[0] != "-":
                return self._texts[int(number)]
        except (ValueError, IndexError):
            pass
        raise WorkbookDamaged("text-missing", number=number[:20])


def check_aside(element: Element) -> None:
    """Raise WorkbookDamaged for an element that is neither data nor allowed to be ignored."""
    if element.tag not in ASIDE:
        raise WorkbookDamaged
