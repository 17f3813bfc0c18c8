"""Loads a workbook that will be written on: the rows that need it as cells, the others set aside as they are."""

from __future__ import annotations

import io
import tempfile
import warnings
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bukhara.workbook.columns import FINDINGS_TITLE
from bukhara.workbook.writing.findings_sheet import place_of
from bukhara.workbook.xlsx import precheck
from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.grid import bounds
from bukhara.workbook.xlsx.opening import opened
from bukhara.workbook.xlsx.package import Parts, package_of
from bukhara.workbook.xlsx.packing import RowTexts
from bukhara.workbook.xlsx.row_texts import set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openpyxl import Workbook

    from bukhara.workbook.writing.findings_sheet import Place
    from bukhara.workbook.xlsx.package import Package

# what openpyxl and the libraries under it raise for files that are broken inside
_BROKEN = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, OSError, OverflowError, ParseError,
    RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
# a workbook of about 18,000 full rows; a larger one would take too much memory to write on
MOST_TAGS = 1_500_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workbook, and its rows that were set aside."""

    workbook: Workbook
    aside: RowTexts


def loaded(content: bytes, places: Iterable[Place]) -> Loaded | None:
    """Return the workbook with the rows at `places` and all those of an earlier marking.

    None where the reader cannot read it or it is too large to be written on.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        if precheck.check(path).refusal:
            return None
        try:
            needed = {*places, *_walked(path)}
            with zipfile.ZipFile(path) as archive:
                if _tags(archive) > MOST_TAGS:
                    return None
                parts = Parts(archive)
                light, aside = _light(parts, package_of(parts), needed)
        except WorkbookDamaged:
            return None
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it does not keep
            warnings.filterwarnings("ignore", module="openpyxl")
            workbook = load_workbook(light, keep_links=False)
    except _BROKEN:
        return None
    return Loaded(workbook, aside) if workbook.worksheets else None


def _walked(path: Path) -> set[Place]:
    """Return the places of an earlier marking; WorkbookDamaged where the strict reader does not get to every end.

    It walks before openpyxl does, which follows a range however wide it is.
    """
    found: set[Place] = set()
    with opened(path) as sheets:
        for sheet in sheets:
            for row in sheet.rows():
                place = place_of(row.value(2), row.value(3)) if sheet.title == FINDINGS_TITLE else None
                if place:
                    found.add(place)
    return found


def _tags(archive: zipfile.ZipFile) -> int:
    return sum(archive.read(name).count(b"<") for name in archive.namelist())


def _light(parts: Parts, package: Package, needed: set[Place]) -> tuple[io.BytesIO, RowTexts]:
    """Return the file without the rows that nobody writes on, and these."""
    rows: dict[str, Mapping[int, str]] = {}
    lighter: dict[str, bytes] = {}
    titles = Counter(sheet.title.casefold() for sheet in package.sheets)
    for sheet in package.sheets:
        # the list of an earlier marking is read as a whole; openpyxl gives a second sheet of a title another one
        if sheet.title != FINDINGS_TITLE and titles[sheet.title.casefold()] == 1:
            numbers = {box[1] for title, cell in needed if title == sheet.title and (box := bounds(cell))}
            name = parts.names[sheet.part.casefold()]
            lighter[name], rows[sheet.title] = set_aside(parts.bytes_of(sheet.part), numbers.__contains__)
    light = io.BytesIO()
    with zipfile.ZipFile(light, "w") as target:
        for name in parts.archive.namelist():
            target.writestr(name, lighter.get(name) or parts.archive.read(name))
    light.seek(0)
    return light, RowTexts(rows, parts.bytes_of(package.texts) if package.texts else b"")
