"""Workbooks read in the process of the test: to start one for each costs far more than the reading.

The process that reads in the product is tested in tests/bad, tests/office and tests/browser.
"""

from collections.abc import Iterable
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bukhara.model.framework import Framework
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.reading.lookups import lookups_of
from bukhara.workbook.reading.reader import read_by, refused


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Let the service read workbooks without a process of their own."""
    apart = inspection.found_apart

    def found_here(reader: str, answer_type: object, path: Path, *, otherwise: object) -> object:
        is_document = "kept_document" in reader  # its tests are about the limits of a process
        return apart(reader, answer_type, path, otherwise=otherwise) if is_document else resolve_name(reader)(path)

    patch.setattr(inspection, "inspect", _inspect)
    patch.setattr(inspection, "found_apart", found_here)


def _inspect(
    path: Path,
    framework: Framework,
    headings: Iterable[tuple[str, str]] = (),
    *,
    rows: bool = True,
    watch: Watch | None = None,
) -> WorkbookReading:
    if watch and watch.stopped():
        return refused("check-cancelled")
    follow = watch.progress if watch else None
    return read_by(path, lookups_of(framework, headings), rows=rows, follow=follow)
