"""Files that are not workbooks of this project are refused by name, before any spreadsheet parser sees them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bukhara.model.codes import WorkbookKind
from bukhara.workbook import read
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import WorkbookDamaged
from tests.unit.workbook.forms import codes, valid
from tests.unit.workbook.small_framework import FRAMEWORK

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
SHEET = "xl/worksheets/sheet2.xml"


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _utf16(name: str) -> bytes:
    return CFB + name.encode("utf-16-le")


NOT_A_ZIP = (
    ("file-empty", b""),
    ("file-xls", _utf16("Workbook")),
    ("file-encrypted", _utf16("EncryptedPackage")),
    ("file-word", _utf16("WordDocument")),
    ("file-word", b"{\\rtf1 text}"),
    ("file-not-a-workbook", CFB),
    ("file-pdf", b"%PDF-1.7 ..."),
    ("file-html", b"<html><table></table></html>"),
    ("file-html", b"<!DOCTYPE html><p>"),
    ("file-csv", b"country;item\nKAZ;BD-8b\n"),
    ("file-csv", "страна\tпункт\n".encode("utf-16")),
    ("file-archive", b"\x1f\x8b\x08 noise \x00\x01"),
    ("file-not-a-zip", b"\x01\x02 noise \x00\x01"),
    ("file-ods", _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})),
    ("file-word", _zip({"word/document.xml": b"<w/>"})),
    ("file-xlsb", _zip({"xl/workbook.bin": b"x"})),
    ("file-not-a-workbook", _zip({"readme.txt": b"x"})),
    ("file-damaged", b"PK\x03\x04 and no more"),
)


@pytest.mark.parametrize(("code", "data"), NOT_A_ZIP)
def test_another_kind_of_file_is_refused_by_name(code: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "given.xlsx"
    path.write_bytes(data)
    reading = read(path, FRAMEWORK)
    assert (reading.readable, codes(reading)) == (False, [code])


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "none.xlsx", FRAMEWORK)) == ["file-not-found"]


def _with(members: dict[str, bytes]) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: parts | members


def _in_sheet(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: parts | {SHEET: parts[SHEET].replace(old, new, 1)}


def _types(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    name = "[Content_Types].xml"
    return lambda parts: parts | {name: parts[name].replace(old, new)}


BAD_PARTS = (
    ("xml-doctype", _in_sheet(b"<worksheet", b"<!DOCTYPE x><worksheet")),
    ("xml-encoding", lambda parts: parts | {SHEET: parts[SHEET].decode().encode("utf-16")}),
    ("xml-too-long", _in_sheet(b"<sheetData", b"<!--" + b"x" * 2_000_000 + b"--><sheetData")),
    ("file-strict", _in_sheet(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                              b"http://purl.oclc.org/ooxml/spreadsheetml/main")),
    ("file-macros", _with({"xl/vbaProject.bin": b"x"})),
    ("file-macros", _types(b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.macroEnabled")),
    ("active-content", _with({"xl/embeddings/oleObject1.bin": b"x"})),
    ("active-content", _with({"xl/activeX/activeX1.xml": b"<x/>"})),
    ("active-content", _with({"xl/connections.xml": b"<connections/>"})),
    ("active-content", _with({"xl/externalLinks/externalLink1.xml": b"<externalLink><ddeLink/></externalLink>"})),
    ("zip-unsafe", _with({"../outside.xml": b"<x/>"})),
    ("zip-part-twice", _with({"XL/workbook.xml": b"<x/>"})),
    ("zip-too-many-members", _with({f"xl/media/{n}.txt": b"" for n in range(400)})),
    ("zip-too-large", _with({"xl/media/big.bin": b"\x00" * (97 * precheck.MEGABYTE)})),
    ("file-damaged", _in_sheet(b"</sheetData>", b"")),
    ("rows-out-of-order", _in_sheet(b'r="A3"', b'r="A1048577"')),
    ("beyond-grid", _in_sheet(b'<row r="3"', b'<row r="99999999"')),
    ("beyond-grid", _in_sheet(b'r="W2"', b'r="ZZZZZZ2"')),
)  # fmt: skip


@pytest.mark.parametrize(("code", "change"), BAD_PARTS)
def test_a_spoiled_part_is_refused(
    code: str, change: Callable[[dict[str, bytes]], dict[str, bytes]], tmp_path: Path
) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(_zip(change(parts)))
    reading = read(path, FRAMEWORK)
    assert (reading.readable, codes(reading)) == (False, [code])


@pytest.mark.parametrize("kept", [100, 0.5, 0.99])
def test_a_truncated_workbook_is_damaged(kept: float, tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    data = path.read_bytes()
    path.write_bytes(data[: int(kept if kept > 1 else len(data) * kept)])
    assert codes(read(path, FRAMEWORK)) == ["file-damaged"]


def _refusal(path: Path, limits: precheck.Limits) -> str:
    with pytest.raises(WorkbookDamaged) as refused:
        precheck.check(path, limits)
    return refused.value.code


def test_the_limit_of_the_file_is_stated(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    size = path.stat().st_size
    assert precheck.check(path, precheck.Limits(file_bytes=size)).rows > 0
    assert _refusal(path, precheck.Limits(file_bytes=size - 1)) == "file-too-large"


def test_the_limit_of_rows_is_stated(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    rows = precheck.check(path).rows - precheck.HEADING_ROWS
    assert precheck.check(path, precheck.Limits(rows=rows)).rows == rows + precheck.HEADING_ROWS
    assert _refusal(path, precheck.Limits(rows=rows - 1)) == "too-many-rows"


def test_a_link_to_another_workbook_is_a_warning(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(_zip(parts | {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}))
    assert codes(read(path, FRAMEWORK)) == ["external-links"]


def test_a_formula_with_a_stored_result_is_a_warning_at_its_cell(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.STATISTICS)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[SHEET] = parts[SHEET].replace(b"<v>110</v>", b"<f>100+10</f><v>110</v>")
    path.write_bytes(_zip(parts))
    reading = read(path, FRAMEWORK)
    assert [(f.code, f.cell) for f in reading.findings] == [("formula-cell", "C3")]
    assert reading.observations[0].value == 110


def test_a_stated_dimension_is_not_believed(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.STATISTICS)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    start = parts[SHEET].index(b"<dimension")
    end = parts[SHEET].index(b"/>", start)
    parts[SHEET] = parts[SHEET][:start] + b'<dimension ref="A1:A1"' + parts[SHEET][end:]
    path.write_bytes(_zip(parts))
    assert len(read(path, FRAMEWORK).observations) == 3
