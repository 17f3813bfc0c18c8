"""Opens a pre-checked workbook; its sheets are read row by row, once or more, and no other part is read."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cells import RawRow, SharedParts
from bukhara.workbook.xlsx.package import Link, Package, broken_is_damaged
from bukhara.workbook.xlsx.sheet_rows import SheetFacts, SheetRows
from bukhara.workbook.xlsx.styles import CellStyle, styles_of
from bukhara.workbook.xlsx.texts import text_of, texts_of
from bukhara.workbook.xlsx.xml_tree import MAIN, STRICT, is_true, tree_of

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_MOST_SHEETS = 255
_ACTIVE_SHEETS = ("dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


@dataclass(slots=True)
class RawSheet:
    """One worksheet; `facts` are complete after all `rows` were read."""

    title: str
    hidden: bool
    part: str
    package: Package
    shared: SharedParts
    facts: SheetFacts = field(default_factory=SheetFacts)

    @property
    def styles(self) -> tuple[CellStyle, ...]:
        """The styles that the numbers in the rows refer to."""
        return self.shared.styles

    def rows(self) -> Iterator[RawRow]:
        """Yield the filled rows from the first; raise WorkbookDamaged if the sheet is broken."""
        rows = SheetRows(self.title, self.shared)
        self.facts = rows.facts
        yield from rows.read(self.package.pieces(self.part))

    def head(self, count: int) -> list[list[object]]:
        """Return the values of the first rows; a row without a cell is an empty list."""
        found: list[list[object]] = [[] for _ in range(count)]
        for row in islice(self.rows(), count):
            if row.number > count:
                break
            found[row.number - 1] = [row.values.get(column) for column in range(1, max(row.values, default=0) + 1)]
        return found

    def comments(self) -> dict[str, str]:
        """Return the text of each comment by the address of its cell, without the name of its author."""
        part = _target(self.package.links(self.part), "comments")
        if not part or part not in self.package:
            return {}
        root = tree_of(self.package.pieces(part))
        authors = [each.text or "" for each in root.iter(f"{MAIN}author")]
        found = {}
        for each in root.iter(f"{MAIN}comment"):
            text = "".join(map(text_of, each.iter(f"{MAIN}text")))
            author = next((name for name in authors if text.startswith(f"{name}:")), "")
            found[each.get("ref", "")] = text.removeprefix(f"{author}:")
        return found


@contextmanager
def opened(path: Path) -> Iterator[list[RawSheet]]:
    """Yield the worksheets of the file in their order; raise WorkbookDamaged if it is broken inside."""
    with broken_is_damaged():
        archive = zipfile.ZipFile(path)
    with archive:
        package = Package(archive)
        main = _target(package.links(""), "officeDocument")
        if not main:
            raise WorkbookDamaged("part-missing", part="xl/workbook.xml")
        book = tree_of(package.pieces(main))
        if book.tag != f"{MAIN}workbook":
            raise WorkbookDamaged("file-strict" if book.tag == f"{STRICT}workbook" else "file-damaged")
        listed = list(book.iter(f"{MAIN}sheet"))
        if len(listed) > _MOST_SHEETS:
            raise WorkbookDamaged("too-many-sheets", limit=str(_MOST_SHEETS))
        links = package.links(main)
        parts = [(sheet, part) for sheet in listed if (part := _part(sheet, links, package))]
        texts, styles = _target(links, "sharedStrings"), _target(links, "styles")
        looks, changes = styles_of(package.pieces(styles)) if styles else ((), ())
        shared = SharedParts(
            texts=texts_of(package.pieces(texts)) if texts else [],
            styles=looks,
            changes=changes,
            from_1904=any(is_true(each.get("date1904")) for each in book.iter(f"{MAIN}workbookPr")),
        )
        yield [
            RawSheet(sheet.get("name", ""), sheet.get("state", "visible") != "visible", part, package, shared)
            for sheet, part in parts
        ]


def _part(sheet: Element, links: dict[str, Link], package: Package) -> str:
    """Return the part of a worksheet, or an empty text for a sheet with only a chart."""
    title, link = sheet.get("name", ""), links.get(sheet.get(_LINK, ""))
    if link is None:
        raise WorkbookDamaged("part-missing", sheet=title, part=title)
    if link.kind in _ACTIVE_SHEETS:
        raise WorkbookDamaged("active-content", sheet=title, part=link.kind)
    if link.external:
        raise WorkbookDamaged("part-outside", sheet=title, part=link.target[:200])
    if link.kind == "worksheet" and link.target not in package:
        raise WorkbookDamaged("part-missing", sheet=title, part=link.target[:200])
    return link.target if link.kind == "worksheet" else ""


def _target(links: dict[str, Link], kind: str) -> str:
    return next((link.target for link in links.values() if link.kind == kind and not link.external), "")
