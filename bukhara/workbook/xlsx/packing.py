"""Packs a finished file so that the same contents give the same bytes: no clock in it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.row_texts import with_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl import Workbook

MADE = datetime(2023, 7, 28, tzinfo=UTC).replace(tzinfo=None)  # openpyxl wants naive times
MAKER = "Bukhara Monitor"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_STRINGS = "xl/sharedStrings.xml"
_STRINGS_TYPE = (
    f'<Override PartName="/{_STRINGS}" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
).encode()
_STRINGS_LINK = (
    f'<Relationship Id="strings" Target="/{_STRINGS}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
).encode()
_ZIP_TIME = (2023, 7, 28, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class RowTexts:
    """Rows that a workbook holds beside its cells, as text: by title of the sheet and number.

    `strings` is the part of stored texts to which they point, empty where they point to none.
    """

    rows: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    strings: bytes = b""


_NONE = RowTexts()


def packed(workbook: Workbook, texts: RowTexts = _NONE) -> bytes:
    """Return a workbook of our own as .xlsx bytes, with fixed times."""
    workbook.properties.created = MADE
    workbook.properties.creator = MAKER
    return saved(workbook, texts)


def saved(workbook: Workbook, texts: RowTexts = _NONE) -> bytes:
    """Return a workbook as .xlsx bytes, whoever made it, with the rows that it holds as text."""
    first = io.BytesIO()
    workbook.save(first)
    changed: dict[str, Callable[[bytes], bytes]] = {}
    for worksheet in workbook.worksheets:
        rows = texts.rows.get(worksheet.title)
        if rows:
            changed[worksheet.path[1:]] = partial(with_rows, rows=rows)
    if not texts.strings:
        return steady(first.getvalue(), changed)
    # openpyxl writes every text into its cell, and no part for stored ones
    changed["[Content_Types].xml"] = lambda types: types.replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
    changed["xl/_rels/workbook.xml.rels"] = lambda links: links.replace(b"</Rel", _STRINGS_LINK + b"</Rel")
    return steady(first.getvalue(), changed, added={_STRINGS: texts.strings})


def steady(
    data: bytes,
    changed: Mapping[str, Callable[[bytes], bytes]] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return an Office file with fixed times in place of the clock's; with parts that are `changed` and `added`."""
    result = io.BytesIO()
    alter = {"docProps/core.xml": _with_fixed_time, **(changed or {})}
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        contents = ((name, alter.get(name, bytes)(source.read(name))) for name in source.namelist())
        for name, content in chain(contents, (added or {}).items()):
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, content)
    return result.getvalue()


def _with_fixed_time(core: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>" + MADE.isoformat().encode() + rb"Z\g<2>", core)
