"""Opens a pre-checked workbook; its sheets are walked row by row, once or more, and nothing else of it is read."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.number_formats import formats_of
from bukhara.workbook.xlsx.package import Parts, broken_is_damaged, package_of
from bukhara.workbook.xlsx.parts import PartFacts
from bukhara.workbook.xlsx.rich_text import texts_of
from bukhara.workbook.xlsx.sheet_rows import SheetRows, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bukhara.workbook.xlsx.package import SheetPart
    from bukhara.workbook.xlsx.sheet_rows import RawRow


class RawSheet:
    """One sheet; `facts` are whole after `rows` was walked to its end."""

    def __init__(self, sheet: SheetPart, parts: Parts, around: Surroundings) -> None:
        self.title, self.hidden, self.part = sheet.title, sheet.hidden, sheet.part
        self.facts = PartFacts()
        self._parts, self._around = parts, around

    def rows(self) -> Iterator[RawRow]:
        """Yield the filled rows from the first; WorkbookDamaged where the sheet is broken."""
        walk = SheetRows(self.title, self._around)
        self.facts = walk.facts
        yield from walk.walked(self._parts.chunks(self.part))

    def head(self, count: int) -> list[list[object]]:
        """Return the values of the first rows; a row without a cell is an empty list."""
        found: list[list[object]] = [[] for _ in range(count)]
        for row in islice(self.rows(), count):
            if row.number > count:
                break
            found[row.number - 1] = [row.value(column) for column in range(1, max(row.values, default=0) + 1)]
        return found


@contextmanager
def opened(path: Path) -> Iterator[list[RawSheet]]:
    """Give the worksheets of the file; WorkbookDamaged where it is broken inside."""
    with broken_is_damaged():
        archive = zipfile.ZipFile(path)
    with archive:
        parts = Parts(archive)
        package = package_of(parts)
        around = Surroundings(
            texts=texts_of(parts.chunks(package.texts)) if package.texts else [],
            formats=formats_of(parts.bytes_of(package.styles)) if package.styles else (),
            from_1904=package.from_1904,
        )
        yield [RawSheet(sheet, parts, around) for sheet in package.sheets]
