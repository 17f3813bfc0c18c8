"""Workbooks read in the process of the test, and read and written once: many sites hand out and get the same ones.

The process that reads in the product is tested in tests/bad and tests/browser.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bukhara.model.framework import Framework
from bukhara.service import service
from bukhara.service.drafts import drafts
from bukhara.service.drafts.uploads import temporary_file
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.reading.lookups import lookups_of
from bukhara.workbook.reading.reader import read_by, refused
from bukhara.workbook.writing.template import write

KEPT = 60
"""So many workbooks are kept."""
REPORTED = 100_000
"""From so many bytes on a file may be so long that its reading reports how far it is."""

WORD_FORM = "wings.word_form.clearance_form"

_write = lru_cache(KEPT)(write)
_kept = cache(lambda name: lru_cache(KEPT)(resolve_name(name)))


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Let the service read workbooks without a process of their own."""
    apart = inspection.found_apart

    def found_here(reader: str, answer_type: object, path: Path, *, otherwise: object) -> object:
        is_document = reader.startswith("wings.documents.")  # its tests are about the limits of a process
        return apart(reader, answer_type, path, otherwise=otherwise) if is_document else resolve_name(reader)(path)

    patch.setattr(drafts, "write", _write)
    patch.setattr(service, "write", _write)
    if find_spec("wings.word_form"):
        patch.setattr(f"{WORD_FORM}.word_form", _kept(f"{WORD_FORM}:word_form"))
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
    if path.is_file() and path.stat().st_size < REPORTED:
        return _read(path.read_bytes(), path.name, framework, tuple(headings), rows)
    return read_by(path, lookups_of(framework, headings), rows=rows, follow=watch.progress if watch else None)


@lru_cache(KEPT)
def _read(
    content: bytes, name: str, framework: Framework, headings: tuple[tuple[str, str], ...], rows: bool
) -> WorkbookReading:
    with temporary_file(content, name) as path:
        return read_by(path, lookups_of(framework, headings), rows=rows)
