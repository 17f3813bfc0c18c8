"""Finds the parts of a workbook by the relationships between them, as Excel does, whatever their names are."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote

from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.xml_tree import tree_of

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: its kind, and the part or external address that it points to."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of an archive by name, without regard to upper and lower case."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def pieces(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part piece by piece; raise WorkbookDamaged for a part that is missing."""
        if part not in self:
            raise WorkbookDamaged("part-missing", part=part[:200])
        with broken_is_damaged(), self._archive.open(self._names[part.casefold()]) as stream:
            while piece := stream.read(_PIECE):
                yield piece

    def links(self, part: str) -> dict[str, Link]:
        """Return the relationships of a part by id, if it has any; those of the package itself for an empty name."""
        folder, name = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Link] = {}
        for element in tree_of(self.pieces(relationships)) if relationships in self else ():
            if element.tag.rpartition(" ")[2] == "Relationship":
                target, external = element.get("Target", ""), element.get("TargetMode") == "External"
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
                kind = element.get("Type", "").rpartition("/")[2]
                found[element.get("Id", "")] = Link(kind, target, external)
        return found


@contextmanager
def broken_is_damaged() -> Iterator[None]:
    """Raise WorkbookDamaged in place of the exceptions of zipfile."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise WorkbookDamaged from error
