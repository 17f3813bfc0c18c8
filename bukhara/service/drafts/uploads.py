"""Uploaded files: name, hash, reading, and the subject of the workbook."""

import hashlib
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bukhara.model.codes import WorkbookKind
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.service.drafts.entered import refusal_of
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.reading.sheet_grid import SheetGrid

TOO_LARGE = N_("The file is larger than may be sent. Please send the template with its own sheets alone.")
TOO_MANY = N_("This account has sent as many files as it may in a day. Please go on tomorrow.")
TOO_MUCH = N_(
    "This account has sent as many megabytes as it may in a day. Please go on tomorrow, or ask the administrator."
)
STOPPED = N_("The check was stopped. Nothing was stored; please start it again.")
NOT_READ = N_("The workbook could not be read just now. Please try again in a minute.")
UNFINISHED = frozenset({"check-cancelled", "reader-stopped"})
LONGEST_NAME = 120
_COPIED = "copied-from-form"
_NOT_OURS = frozenset({"no-data-sheet", "no-heading"})
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def plain_name(file_name: str) -> str:
    """Return the last part of a file name, without control characters; never a path."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    return seen[-LONGEST_NAME:] or "workbook.xlsx"


@contextmanager
def temporary_file(content: bytes, name: str) -> Iterator[Path]:
    """Yield a file with this content and name; it is deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="bukhara-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def read(
    content: bytes,
    file_name: str,
    framework: Framework,
    headings: Iterable[tuple[str, str]] = (),
    watch: Watch | None = None,
) -> WorkbookReading:
    """Return the rows and findings of a workbook."""
    suffix = _SUFFIX.search(file_name)
    with temporary_file(content, f"workbook{suffix[0].lower() if suffix else '.xlsx'}") as path:
        return inspection.inspect(path, framework, headings, watch=watch)


def grids(content: bytes) -> tuple[SheetGrid, ...]:
    """Return the cells of a workbook of another make."""
    with temporary_file(content, "workbook.xlsx") as path:
        return inspection.grids(path)


def is_unfinished(reading: WorkbookReading) -> bool:
    """Return whether the file was not read to its end: somebody stopped the check, or the reader failed."""
    return any(finding.code in UNFINISHED for finding in reading.findings)


def refuse_unreadable(reading: WorkbookReading) -> None:
    """Raise DraftConflict, with the sentence of the finding, for a file that cannot be read as a workbook."""
    if not reading.readable:
        raise refusal_of(reading.findings[0])


def is_of_another_make(reading: WorkbookReading) -> bool:
    """Return whether a workbook can be read, but has none of our sheets with their columns."""
    codes = {finding.code for finding in reading.findings}
    without = not codes.isdisjoint(_NOT_OURS) and _COPIED not in codes
    return reading.readable and without and not (reading.template_version or reading.statements or reading.observations)


def owner_of(reading: WorkbookReading, wanted: str) -> str:
    """Return the subject of a workbook that was just sent; of one of another make the name of a sheet says nothing."""
    return wanted if is_of_another_make(reading) else subject_of(reading, wanted)


def subject_of(reading: WorkbookReading, wanted: str) -> str:
    """Return the subject of a workbook: a state, the region, statistics or partners; `wanted` if it names none."""
    if reading.kind in (WorkbookKind.STATISTICS, WorkbookKind.PARTNERS):
        return reading.kind.value
    return reading.countries[0] if reading.kind and reading.countries else wanted
