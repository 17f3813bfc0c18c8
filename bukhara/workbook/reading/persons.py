"""Finds lists of persons in a workbook of another make: such a file is refused and not kept."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from bukhara.workbook.heading_vocabulary import tokens_of, vocabulary
from bukhara.workbook.reading.privacy import kinds_of

_IDENTIFYING = frozenset({"personal-name", "identity-number", "date-of-birth"})
_ENOUGH = 2


class _Cell(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def address(self) -> str: ...


def list_of_persons(cells: Sequence[_Cell]) -> str:
    """Return the cell where a list of persons begins; an empty text if there is none.

    It is a heading such as `ФИО` with texts below it, or the first of several rows with a name or a paper among others.
    """
    filled = Counter(cell.row for cell in cells)
    # a signature has its row to itself, or beside a rank
    rows = {
        cell.row: cell
        for cell in reversed(cells)
        if filled[cell.row] > 2 and _IDENTIFYING.intersection(kinds_of(cell.text))
    }
    if len(rows) >= _ENOUGH:
        return rows[min(rows)].address
    columns: dict[int, list[_Cell]] = defaultdict(list)
    for cell in cells:
        columns[cell.column].append(cell)
    for cell in cells:
        if vocabulary().get(tokens_of(cell.text)) == ("name_of_person",):
            below = [each for each in columns[cell.column] if each.row > cell.row and any(map(str.isalpha, each.text))]
            if len(below) >= _ENOUGH:
                return cell.address
    return ""
