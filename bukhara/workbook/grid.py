"""Cells of a sheet and their addresses: letters and numbers of columns, ranges; no file is read."""

import re
from dataclasses import dataclass
from functools import cache

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_RANGE = re.compile(r"\$?([A-Z]{1,7})\$?(\d{1,9})(?::\$?([A-Z]{1,7})\$?(\d{1,9}))?")


@cache
def column_letters(number: int) -> str:
    """Return `AB` for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """Return 28 for `AB`; 0 if it is not a column, or beyond the last one."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number if number <= LAST_COLUMN else 0


def bounds(reference: str) -> tuple[int, int, int, int] | None:
    """Return first column, first row, last column, last row of `A3:B4`; None if it is not a range of a sheet."""
    found = _RANGE.fullmatch(reference)
    if not found:
        return None
    first, top, last, bottom = found.groups()
    box = column_number(first), int(top), column_number(last or first), int(bottom or top)
    inside = 0 < box[0] <= box[2] and 0 < box[1] <= box[3] <= LAST_ROW
    return box if inside else None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One filled cell: the text that it shows, and its number; None where what it shows is not that number alone.

    A comment stands behind the text in «quotes»: it can change what a heading or a number means.
    """

    row: int
    column: int
    text: str
    number: float | None = None

    @property
    def address(self) -> str:
        """The address of the cell, such as `B7`."""
        return f"{column_letters(self.column)}{self.row}"
