"""What a sheet's XML tells that openpyxl's read-only mode does not: formulas, hidden rows, merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z0-9:]+)\"")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_NUMBER = re.compile(rb"\br=\"(\d+)\"")
_FIRST = re.compile(rb"\bmin=\"(\d+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """Facts of one worksheet part; rows and columns by their number, merges as `A3:B4`."""

    formulas: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merges: tuple[str, ...] = ()


def facts_of(xml: bytes) -> PartFacts:
    """Return the facts of a worksheet's XML."""
    hidden = b"hidden=" in xml
    return PartFacts(
        formulas=_FORMULA.search(xml) is not None,
        hidden_rows=_hidden(_ROW, _NUMBER, xml) if hidden else (),
        hidden_columns=_hidden(_COLUMN, _FIRST, xml) if hidden else (),
        merges=tuple(ref.decode() for ref in _MERGE.findall(xml)),
    )


def _hidden(element: re.Pattern[bytes], number: re.Pattern[bytes], xml: bytes) -> tuple[int, ...]:
    found = (number.search(attributes) for attributes in element.findall(xml) if _HIDDEN.search(attributes))
    return tuple(int(match.group(1)) for match in found if match)
