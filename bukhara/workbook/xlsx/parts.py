"""What a sheet's XML tells beside its cells: hidden rows and columns, merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bukhara.workbook.xlsx.grid import LAST_COLUMN
from bukhara.workbook.xlsx.small_parts import is_true

_LISTED = 200
_SIZE = re.compile(r"\d{1,6}(?:\.\d{1,20})?", re.ASCII)


@dataclass(slots=True)
class PartFacts:
    """Facts of one worksheet part, known when it has been walked to its end; rows and columns by their number."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    ranges: int = 0
    covered: int = 0

    def note_hidden_row(self, number: int) -> None:
        """Keep the number of a hidden row, as long as the list can be read."""
        if len(self.hidden_rows) < _LISTED:
            self.hidden_rows.append(number)

    def note_hidden_columns(self, numbers: range) -> None:
        """Keep the numbers of hidden columns, as long as the list can be read."""
        self.hidden_columns += numbers[: max(0, _LISTED - len(self.hidden_columns))]


def hidden_row(attributes: dict[str, str], *, by_default: bool) -> bool:
    """Return whether a row cannot be seen: hidden, or of no height."""
    given = attributes.get("hidden")
    flat = _is_zero(attributes.get("ht"))
    return flat or (by_default if given is None else is_true(given))


def hidden_column(attributes: dict[str, str]) -> range:
    """Return the columns of a `col` element that cannot be seen: hidden, or of no width."""
    if not (is_true(attributes.get("hidden")) or _is_zero(attributes.get("width"))):
        return range(0)
    first, last = (_number(attributes.get(name)) for name in ("min", "max"))
    return range(first, min(max(first, last), LAST_COLUMN) + 1)


def _is_zero(text: str | None) -> bool:
    # less than a point cannot be seen
    return text is not None and _SIZE.fullmatch(text) is not None and float(text) < 1


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
