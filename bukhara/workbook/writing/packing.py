"""Packs a finished file so that the same contents give the same bytes: no clock in it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bukhara.workbook.container.active_content import MAKER

if TYPE_CHECKING:
    from openpyxl import Workbook

MADE = datetime(2023, 7, 28, tzinfo=UTC).replace(tzinfo=None)  # openpyxl wants naive times
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_ZIP_TIME = (2023, 7, 28, 0, 0, 0)


def packed(workbook: Workbook) -> bytes:
    """Return a workbook of our own as .xlsx bytes, with fixed times."""
    workbook.properties.created = MADE
    workbook.properties.creator = MAKER
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """Return a workbook as .xlsx bytes, whoever made it."""
    stream = io.BytesIO()
    workbook.save(stream)
    return without_clock(stream.getvalue())


def without_clock(data: bytes) -> bytes:
    """Return an Office file with fixed times in place of the clock's."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            content = source.read(name)
            target.writestr(member, _with_fixed_time(content) if name == "docProps/core.xml" else content)
    return result.getvalue()


def _with_fixed_time(core: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>" + MADE.isoformat().encode() + rb"Z\g<2>", core)
