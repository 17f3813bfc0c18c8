"""Which part of the archive is what: found by relationships, as Excel does, whatever the parts are called."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.small_parts import MAIN, STRICT, Element, elements, is_true

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_CHUNK = 256 * 1024
_MOST_SHEETS = 255
_ACTIVE_SHEETS = ("dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its title, whether it is hidden, the part that holds it."""

    title: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The worksheets in their order, the parts for texts and styles (empty where there is none), the epoch."""

    sheets: tuple[SheetPart, ...]
    texts: str = ""
    styles: str = ""
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Parts:
    """The members of an archive by their name, which in this format is the same in any case."""

    archive: zipfile.ZipFile
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {name.casefold(): name for name in self.archive.namelist()}

    def bytes_of(self, part: str) -> bytes:
        """Return a whole part; WorkbookDamaged where it is not there."""
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield a part piece by piece."""
        name = self.names.get(part.casefold())
        if name is None:
            raise WorkbookDamaged("part-missing", part=part[:200])
        with broken_is_damaged(), self.archive.open(name) as stream:
            while piece := stream.read(_CHUNK):
                yield piece

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part.casefold() in self.names


@contextmanager
def broken_is_damaged() -> Iterator[None]:
    """Say WorkbookDamaged for what zipfile raises."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise WorkbookDamaged from error


def package_of(parts: Parts) -> Package:
    """Return what the archive holds; WorkbookDamaged where it names what it does not hold."""
    document = next((link for link in _links(parts, "").values() if link.kind == "officeDocument"), None)
    if document is None or document.external:
        raise WorkbookDamaged("part-missing", part="xl/workbook.xml")
    book = elements(parts.bytes_of(document.target))
    if not book or book[0].name != "workbook" or book[0].namespace not in (MAIN, STRICT):
        raise WorkbookDamaged
    if book[0].namespace == STRICT:
        raise WorkbookDamaged("file-strict")
    links = _links(parts, document.target)
    listed = [element for element in book if element.name == "sheet" and element.namespace == MAIN]
    if len(listed) > _MOST_SHEETS:
        raise WorkbookDamaged("too-many-sheets", limit=str(_MOST_SHEETS))
    sheets = (_sheet(element, links, parts) for element in listed)
    return Package(
        sheets=tuple(sheet for sheet in sheets if sheet is not None),
        texts=_part(links, "sharedStrings"),
        styles=_part(links, "styles"),
        from_1904=any(is_true(e.attributes.get("date1904")) for e in book if e.name == "workbookPr"),
    )


def _sheet(element: Element, links: dict[str, _Link], parts: Parts) -> SheetPart | None:
    title = element.attributes.get("name", "")
    link = links.get(element.attributes.get(_LINK, ""))
    if link is None:
        raise WorkbookDamaged("part-missing", sheet=title, part=title)
    if link.kind in _ACTIVE_SHEETS:
        raise WorkbookDamaged("active-content", sheet=title, part=link.kind)
    if link.external:
        raise WorkbookDamaged("part-outside", sheet=title, part=link.target[:200])
    if link.kind != "worksheet":
        return None
    if not parts.has(link.target):
        raise WorkbookDamaged("part-missing", sheet=title, part=link.target[:200])
    return SheetPart(title, element.attributes.get("state", "visible") != "visible", link.target)


def _part(links: dict[str, _Link], kind: str) -> str:
    return next((link.target for link in links.values() if link.kind == kind and not link.external), "")


def _links(parts: Parts, part: str) -> dict[str, _Link]:
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if not parts.has(listed):
        raise WorkbookDamaged("part-missing", part=listed)
    found: dict[str, _Link] = {}
    for element in elements(parts.bytes_of(listed)):
        if element.name == "Relationship":
            external = element.attributes.get("TargetMode") == "External"
            target = element.attributes.get("Target", "")
            kind = element.attributes.get("Type", "").rpartition("/")[2]
            found[element.attributes.get("Id", "")] = _Link(
                kind, target if external else _resolved(folder, target), external
            )
    return found


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
