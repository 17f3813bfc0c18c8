"""The tables of our own Word form as text; any other Word document is not read."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from bukhara.workbook.container import precheck
from bukhara.workbook.letters import narrow, tidy
from bukhara.workbook.reading.frontsheet import TEMPLATE_VERSION
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.package import Package, broken_is_damaged
from bukhara.workbook.xlsx.xml_tree import is_true, tree_of

MARK = "bukhara-form"
"""The first word of the keywords of our form; then version, country and language."""
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_KEYWORDS = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties keywords"
_LONGEST, _MOST_ROWS = 5000, 1000
_DELETED = frozenset(f"{_MAIN}{name}" for name in ("del", "moveFrom"))
_BREAKS = frozenset(f"{_MAIN}{name}" for name in ("br", "tab", "cr"))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordForm:
    """The keywords of our form and the cells of its tables, a line for each paragraph.

    `marked` are the cells, as table, row and column from 0, with words that are struck out or marked as deleted.
    """

    keywords: str
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    marked: tuple[tuple[int, int, int], ...] = ()


def form_in(path: Path) -> WordForm | None:
    """Return the tables of our form; None for any other file, and for one that is broken."""
    try:
        precheck.check(path, wanted="file-word")
        with broken_is_damaged(), zipfile.ZipFile(path) as archive:
            package = Package(archive)
            keywords = next(
                (each.text or "" for each in tree_of(package.pieces("docProps/core.xml")).iter(_KEYWORDS)), ""
            )
            if keywords.split()[:2] != [MARK, TEMPLATE_VERSION]:
                return None
            return _form(keywords, tree_of(package.pieces("word/document.xml")))
    except WorkbookDamaged:
        return None


def _form(keywords: str, document: Element) -> WordForm:
    marked: list[tuple[int, int, int]] = []
    tables = []
    for n, table in enumerate(document.iter(f"{_MAIN}tbl")):
        rows = []
        for r, row in enumerate(list(table.iter(f"{_MAIN}tr"))[:_MOST_ROWS]):
            cells = list(row.iter(f"{_MAIN}tc"))
            marked += [(n, r, c) for c, cell in enumerate(cells) if _has_marks(cell)]
            rows.append(tuple(_text(cell) for cell in cells))
        tables.append(tuple(rows))
    return WordForm(keywords=keywords[:200], tables=tuple(tables), marked=tuple(marked))


def _text(cell: Element) -> str:
    lines = ("".join(_pieces(paragraph)) for paragraph in cell.iter(f"{_MAIN}p"))
    return "\n".join(filter(None, (" ".join(narrow(tidy(line)).split()) for line in lines)))[:_LONGEST]


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_MAIN}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        elif child.tag not in _DELETED:
            yield from _pieces(child)


def _has_marks(cell: Element) -> bool:
    struck = (each for name in ("strike", "dstrike") for each in cell.iter(f"{_MAIN}{name}"))
    deleted = any(next(cell.iter(tag), None) is not None for tag in _DELETED)
    return deleted or any(is_true(each.get(f"{_MAIN}val", "1")) for each in struck)
