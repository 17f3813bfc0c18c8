"""Loads a workbook that will be written on, if the reader can read all of it and it is not too large for memory."""

from __future__ import annotations

import io
import tempfile
import warnings
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.raw_workbook import opened

if TYPE_CHECKING:
    from openpyxl import Workbook

# what openpyxl and the libraries under it raise for files that are broken inside
_BROKEN = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, OSError, OverflowError, ParseError,
    RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
# a workbook of about 18,000 full rows; a larger one would take too much memory to write on
MOST_TAGS = 1_500_000


def loaded(content: bytes) -> Workbook | None:
    """Return the workbook; None where the reader cannot read it or it is too large to be written on."""
    if not _can_be_read(content):
        return None
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it does not keep
            warnings.filterwarnings("ignore", module="openpyxl")
            workbook = load_workbook(io.BytesIO(content), keep_links=False, rich_text=True)
    except _BROKEN:
        return None
    return workbook if workbook.worksheets else None


def _can_be_read(content: bytes) -> bool:
    """Read the file to its end before openpyxl does, which follows a range however wide it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        try:
            precheck.check(path)
            with zipfile.ZipFile(path) as archive:
                if sum(archive.read(name).count(b"<") for name in archive.namelist()) > MOST_TAGS:
                    return False
            with opened(path) as sheets:
                for sheet in sheets:
                    for _ in sheet.rows():
                        pass
        except WorkbookDamaged:
            return False
    return True
