"""Workbooks read in the process of the test: to start one for each costs far more than the reading.

The process that reads in the product is tested in tests/bad, tests/office and tests/browser.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bukhara.model.framework import Framework
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.reading.lookups import lookups_of
from bukhara.workbook.reading.reader import read_by, refused
from bukhara.workbook.reading.sheet_grid import grids_in
from bukhara.workbook.reading.word_text import form_in


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Let the service read workbooks without a process of their own."""
    for name, function in (("inspect", _inspect), ("grids", grids_in), ("word_form_in", form_in)):
        patch.setattr(inspection, name, function)


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
