"""Reads the conditional formats of a sheet: where they are, when they apply, and how they change a cell."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from xml.etree.ElementTree import Element

from bukhara.workbook.grid import bounds, column_letters
from bukhara.workbook.xlsx.cell_values import number_in
from bukhara.workbook.xlsx.styles import StyleChange, style_change
from bukhara.workbook.xlsx.xml_tree import MAIN

_LATER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main "
_AT = "http://schemas.microsoft.com/office/excel/2006/main sqref"
_LISTED = 10
_WITHOUT_NUMBER = StyleChange(number_format=";;;")
_COMPARED: dict[str, Callable[..., bool]] = {
    "lessThan": operator.lt,
    "lessThanOrEqual": operator.le,
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThan": operator.gt,
    "greaterThanOrEqual": operator.ge,
    "between": lambda value, low, high: low <= value <= high,
    "notBetween": lambda value, low, high: not low <= value <= high,
}


@dataclass(frozen=True, slots=True)
class ConditionalFormat:
    """One rule: its ranges (first column and row, last column and row), its condition, its change of the style.

    Without `compared` only Excel knows where it applies.
    """

    boxes: tuple[tuple[int, int, int, int], ...]
    change: StyleChange
    compared: str = ""
    limits: tuple[float, ...] = ()
    always: bool = False

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell is in one of the ranges."""
        return any(left <= column <= right and top <= row <= bottom for left, top, right, bottom in self.boxes)

    def applies(self, value: object) -> bool | None:
        """Return whether the rule changes a cell with this value; None if that is not known."""
        if self.always:
            return not isinstance(value, str)
        if not self.compared or not isinstance(value, int | float | str):
            return None
        # Excel takes every text to be more than every number
        return _COMPARED[self.compared](inf if isinstance(value, str | bool) else value, *self.limits)

    @property
    def named(self) -> str:
        """The ranges as Excel writes them; of very many, the first."""
        boxes = self.boxes[:_LISTED]
        return ", ".join(f"{column_letters(box[0])}{box[1]}:{column_letters(box[2])}{box[3]}" for box in boxes)


def formats_of(part: Element, changes: tuple[StyleChange, ...]) -> Iterator[ConditionalFormat]:
    """Yield the rules in a part of a sheet, in the place of Excel 2007 and in that of later ones."""
    for group in part.iter(f"{MAIN}conditionalFormatting"):
        boxes = _boxes(group.get("sqref", ""))
        for rule in group.iter(f"{MAIN}cfRule"):
            number = rule.get("dxfId", "")
            if number.isdigit() and int(number) < len(changes):
                yield ConditionalFormat(boxes, changes[int(number)], *_condition(rule))
            elif any(each.get("showValue") in ("0", "false") for each in rule):
                yield ConditionalFormat(boxes, _WITHOUT_NUMBER, always=True)
    for group in part.iter(f"{_LATER}conditionalFormatting"):
        boxes = _boxes(" ".join(each.text or "" for each in group.iter(_AT)))
        for each in group.iter(f"{_LATER}dxf"):
            yield ConditionalFormat(boxes, style_change(each))


def _boxes(references: str) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(box for each in references.split() if (box := bounds(each)))


def _condition(rule: Element) -> tuple[str, tuple[float, ...]]:
    """Return comparison and numbers of a rule; an empty comparison where they are formulas."""
    kind = rule.get("operator", "") if rule.get("type") == "cellIs" else ""
    numbers = [number_in(each.text or "") for each in rule if each.tag == f"{MAIN}formula"]
    wanted = 2 if kind in ("between", "notBetween") else 1
    known = kind in _COMPARED and len(numbers) == wanted and not any(isinstance(each, str) for each in numbers)
    return (kind, tuple(float(each) for each in numbers)) if known else ("", ())
