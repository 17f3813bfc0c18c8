"""Workbooks from bytes and to bytes: loaded for changes, saved without a clock, so that equal ones are equal.

What is not changed stays as it was sent.
"""

import io
import tempfile
import warnings
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bukhara.office_files import MAKER, MODIFIED, without_clock
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.writing.openpyxl_internals import count_of_files, delete_files_since
from bukhara.workbook.xlsx.raw_workbook import opened

_SAVING = Lock()
FIXED_TIME = datetime(2023, 7, 28, tzinfo=UTC).replace(tzinfo=None)  # openpyxl wants naive times
# what openpyxl and the libraries under it raise for files that are broken inside
_BROKEN = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, OSError, OverflowError, ParseError,
    RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
# a workbook of about 18,000 full rows; a larger one would take too much memory to write on
MOST_TAGS = 1_500_000


def loaded(content: bytes) -> Workbook | None:
    """Return the workbook; None if the reader cannot read it, or if it is too large to be changed."""
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
    """Return whether the reader can read the whole file, before openpyxl opens it and follows ranges of any size."""
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


def packed(workbook: Workbook) -> bytes:
    """Return a workbook made by this program as .xlsx bytes, with fixed times."""
    workbook.properties.created = FIXED_TIME
    workbook.properties.creator = MAKER
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """Return a workbook of any origin as .xlsx bytes; one at a time, so that what a failure leaves is known."""
    stream = io.BytesIO()
    with _SAVING:
        files = count_of_files()
        try:
            workbook.save(stream)
        except BaseException:
            delete_files_since(files)
            raise
    return without_clock(stream.getvalue(), FIXED_TIME, MODIFIED)
