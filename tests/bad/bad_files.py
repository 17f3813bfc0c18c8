"""Kinds of bad workbook in the file itself: another kind of file, the archive, bombs, XML; made byte by byte."""

import gzip
import io
import struct
import zipfile
from functools import partial

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.bad.baseline import (
    SHEET,
    STATISTICS,
    TRACKER,
    Bad,
    address,
    edited,
    parts_of,
    patched,
    valid,
    with_parts,
    zipped,
)

_MEGABYTE = 1024 * 1024
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
_START = address(STATISTICS, "period_start", 3)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _old_office(stream: str) -> bytes:
    return CFB + b"\x00" * 512 + stream.encode("utf-16-le").ljust(128, b"\x00") + b"\x00" * 512


def _twin() -> bytes:
    return valid(TRACKER)


def _file(name: str, code: str, content: bytes, *, file_name: str = "workbook.xlsx") -> Bad:
    return Bad(f"file_{name}", code, "", lambda: content, _twin, file_name=file_name)


def _archive(members: dict[str, bytes]) -> bytes:
    return zipped(members)


FILES = (
    _file("empty", "file-empty", b""),
    _file("noise", "file-not-a-zip", bytes(range(1, 250)) * 8),
    _file("csv", "file-csv", b"country;item\nKAZ;BD-8b\n", file_name="answers.csv"),
    _file("csv_utf16", "file-csv", "страна\tпункт\n".encode("utf-16"), file_name="answers.txt"),
    _file("html", "file-html", b"<html><body><table></table></body></html>", file_name="answers.xls"),
    _file("web_archive", "file-html", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", file_name="answers.mht"),
    _file("pdf", "file-pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", file_name="answers.pdf"),
    _file("rtf", "file-word", b"{\\rtf1\\ansi text}", file_name="answers.rtf"),
    _file("doc", "file-word", _old_office("WordDocument"), file_name="answers.doc"),
    _file("docx", "file-word", _archive({TYPES: b"<Types/>", "word/document.xml": b"<w/>"}), file_name="answers.docx"),
    _file("odt", "file-word", _archive({"mimetype": b"application/vnd.oasis.opendocument.text"})),
    _file("ods", "file-ods", _archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), file_name="a.ods"),
    _file("xls", "file-xls", _old_office("Workbook"), file_name="answers.xls"),
    _file("xls_5", "file-xls", _old_office("Book"), file_name="answers.xls"),
    _file("xls_2", "file-xls", b"\x09\x00\x04\x00\x02\x00\x10\x00" + b"\x00" * 64, file_name="answers.xls"),
    _file("xlsb", "file-xlsb", _archive({TYPES: b"<Types/>", "xl/workbook.bin": b"x"}), file_name="answers.xlsb"),
    _file("encrypted", "file-encrypted", _old_office("EncryptedPackage")),
    _file("old_office_of_nothing", "file-not-a-workbook", CFB + b"\x00" * 2048),
    _file("mail", "file-mail", b"From: a@example.org\nTo: b@example.org\nSubject: answers\n\n", file_name="answers.eml"),
    _file("outlook", "file-mail", _old_office("__properties_version1.0"), file_name="answers.msg"),
    _file("picture", "file-picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, file_name="scan.png"),
    _file("photo", "file-picture", b"\xff\xd8\xff\xe0" + b"\x00" * 64, file_name="scan.jpg"),
    _file("presentation", "file-presentation", _archive({TYPES: b"<Types/>", "ppt/presentation.xml": b"<p/>"})),
    _file("numbers", "file-numbers", _archive({"Index/Document.iwa": b"x"}), file_name="answers.numbers"),
    _file("gzip", "file-archive", gzip.compress(b"x" * 100), file_name="answers.gz"),
    _file("rar", "file-archive", b"Rar!\x1a\x07\x01\x00" + b"\x00" * 32, file_name="answers.rar"),
    _file("zip_with_workbook", "file-archive", _archive({"answers.xlsx": valid(TRACKER)}), file_name="answers.zip"),
    _file("zip_of_nothing", "file-not-a-workbook", _archive({"readme.txt": b"x"}), file_name="answers.zip"),
    _file("xml_2003", "file-xml-2003", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    _file("too_large", "file-too-large", b"PK\x03\x04" + b"\x00" * (10 * _MEGABYTE)),
    Bad("file_template", "file-template", "", partial(patched, TRACKER, TYPES, ("sheet.main+xml", "template.main+xml")), _twin),
    Bad("macro_type", "file-macros", "", partial(patched, TRACKER, TYPES, (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")), _twin, file_name="answers.xlsm"),
    Bad("macro_part", "file-macros", "", partial(with_parts, TRACKER, {"xl/vbaProject.bin": b"x"}), _twin),
)  # fmt: skip


def _cut(kept: float) -> bytes:
    content = valid(TRACKER)
    return content[: int(len(content) * kept)]


def _flipped() -> bytes:
    content = bytearray(valid(TRACKER))
    at = content.find(SHEET.encode()) + len(SHEET) + 200
    content[at] ^= 0x40
    return bytes(content)


def _encrypted_flag() -> bytes:
    content = bytearray(valid(TRACKER))
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def _twice() -> bytes:
    stream = io.BytesIO(valid(TRACKER))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET.replace("sheet2", "SHEET2"), parts_of(valid(TRACKER))[SHEET])
    return stream.getvalue()


def _cut_name() -> bytes:
    return with_parts(TRACKER, {"xl/aXb.txt": b"x"}).replace(b"xl/aXb.txt", b"xl/a\x00b.txt")


def _link() -> bytes:
    stream = io.BytesIO(valid(TRACKER))
    with zipfile.ZipFile(stream, "a") as archive:
        member = zipfile.ZipInfo("xl/link")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return stream.getvalue()


def _lying_size() -> bytes:
    content = bytearray(valid(TRACKER))
    at = content.rfind(b"PK\x01\x02", 0, content.find(b"xl/workbook.xml", content.find(b"PK\x01\x02")))
    struct.pack_into("<I", content, at + 24, 10)
    return bytes(content)


def _shared_bytes() -> bytes:
    """Two members whose directory entries point at the same bytes."""
    content = bytearray(with_parts(TRACKER, {"xl/extra.txt": b"x" * 50, "xl/other.txt": b"x" * 50}))
    directory = content.find(b"PK\x01\x02")
    first = content.rfind(b"PK\x01\x02", 0, content.find(b"xl/extra.txt", directory))
    other = content.rfind(b"PK\x01\x02", 0, content.find(b"xl/other.txt", directory))
    content[other + 42 : other + 46] = content[first + 42 : first + 46]
    return bytes(content)


ARCHIVES = (
    Bad("zip_cut_begin", "file-damaged", "", lambda: valid(TRACKER)[:100], _twin),
    Bad("zip_cut_half", "file-damaged", "", partial(_cut, 0.5), _twin),
    Bad("zip_cut_end", "file-damaged", "", partial(_cut, 0.99), _twin),
    Bad("zip_bit_flipped", "file-damaged", "", _flipped, _twin),
    Bad("zip_size_lies", "file-damaged", "", _lying_size, _twin),
    Bad("zip_encrypted_flag", "file-encrypted", "", _encrypted_flag, _twin),
    Bad("zip_case_twins", "zip-part-twice", "", _twice, _twin),
    Bad("zip_traversal", "zip-unsafe", "", partial(with_parts, TRACKER, {"../outside.xml": b"<x/>"}), _twin),
    Bad("zip_absolute", "zip-unsafe", "", partial(with_parts, TRACKER, {"/etc/x.xml": b"<x/>"}), _twin),
    Bad("zip_drive", "zip-unsafe", "", partial(with_parts, TRACKER, {"C:x.xml": b"<x/>"}), _twin),
    Bad("zip_zero_in_name", "zip-unsafe", "", _cut_name, _twin),
    Bad("zip_symbolic_link", "zip-unsafe", "", _link, _twin),
    Bad("zip_shared_bytes", "zip-packing", "", _shared_bytes, _twin),
    Bad("zip_lzma", "zip-packing", "", lambda: zipped(parts_of(valid(TRACKER)), zipfile.ZIP_LZMA),
        lambda: zipped(parts_of(valid(TRACKER)), zipfile.ZIP_STORED)),
    Bad("zip_many_members", "zip-too-many-members", "",
        partial(with_parts, TRACKER, {f"xl/media/{n}.txt": b"" for n in range(400)}),
        partial(with_parts, TRACKER, {f"xl/media/{n}.txt": b"" for n in range(40)})),
    Bad("bomb_zeros", "zip-too-large", "", partial(with_parts, TRACKER, {"xl/media/a.bin": b"\x00" * (97 * _MEGABYTE)}), _twin),
    Bad("bomb_white_space", "xml-too-long", "",
        lambda: patched(TRACKER, SHEET, ("<sheetData>", "<sheetData>" + " " * (60 * _MEGABYTE))), _twin),
    Bad("bomb_text", "xml-too-long", "",
        lambda: patched(TRACKER, SHEET, ("country</t>", "country" + "A" * (40 * _MEGABYTE) + "</t>")), _twin),
    Bad("bomb_many_rows", "too-many-rows", "", lambda: patched(
        TRACKER, SHEET, ("</sheetData>", "".join(f'<row r="{n}"/>' for n in range(100, 210_000)) + "</sheetData>")),
        lambda: patched(
            TRACKER, SHEET, ("</sheetData>", "".join(f'<row r="{n}"/>' for n in range(100, 1000)) + "</sheetData>"))),
)  # fmt: skip

_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def _sheet(*changes: tuple[str, str]) -> partial[bytes]:
    return partial(patched, TRACKER, SHEET, *changes)


def _utf16() -> bytes:
    return with_parts(TRACKER, {SHEET: parts_of(valid(TRACKER))[SHEET].decode().encode("utf-16")})


def _prefixed(uri: str) -> bytes:
    """Return a workbook whose data sheet writes every element with a prefix."""
    text = parts_of(valid(TRACKER))[SHEET].decode().replace(f'xmlns="{MAIN}"', f'xmlns:x="{uri}"')
    return with_parts(TRACKER, {SHEET: text.replace("</", "\x01").replace("<", "<x:").replace("\x01", "</x:").encode()})


def _renamed_part(new: str, listed: str) -> bytes:
    parts = parts_of(valid(TRACKER))
    links = "xl/_rels/workbook.xml.rels"
    parts[new] = parts.pop(SHEET)
    parts[links] = parts[links].replace(b"/xl/worksheets/sheet2.xml", listed.encode())
    parts[TYPES] = parts[TYPES].replace(b"/xl/worksheets/sheet2.xml", f"/{new}".encode())
    return zipped(parts)


def _since_1904() -> bytes:
    def change(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    return edited(valid(STATISTICS), change)


XML = (
    Bad("xml_billion_laughs", "xml-doctype", "",
        _sheet(("<worksheet", f'<!DOCTYPE x [<!ENTITY e0 "ha">{_ENTITIES}]><worksheet'), ("country</t>", "&e9;</t>")), _twin),
    Bad("xml_bare_doctype", "xml-doctype", "", _sheet(("<worksheet", "<!DOCTYPE worksheet><worksheet")), _twin),
    Bad("xml_external_entity", "xml-doctype", "",
        _sheet(("<worksheet", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'), ("country</t>", "&e;</t>")),
        _twin),
    Bad("xml_utf16_sheet", "xml-encoding", "", _utf16, _twin),
    Bad("xml_other_encoding", "xml-encoding", "",
        _sheet(("<worksheet", '<?xml version="1.0" encoding="windows-1251"?><worksheet')),
        _sheet(("<worksheet", '<?xml version="1.0" encoding="UTF-8"?><worksheet'))),
    Bad("xml_huge_attribute", "xml-too-long", "",
        lambda: patched(TRACKER, SHEET, ("<sheetData>", f'<sheetData x="{"A" * (50 * _MEGABYTE)}">')), _twin),
    Bad("xml_deep_nesting", "xml-too-deep", "Statements!",
        lambda: patched(TRACKER, SHEET, ("<sheetData>", "<sheetViews>" + "<a>" * 400_000 + "</a>" * 400_000 + "</sheetViews><sheetData>")),
        lambda: patched(TRACKER, SHEET, ("<sheetData>", "<a>" * 20 + "</a>" * 20 + "<sheetData>"))),
    Bad("xml_not_closed", "file-damaged", "Statements!", _sheet(("</sheetData>", "")), _twin),
    Bad("xml_wrong_nesting", "file-damaged", "Statements!", _sheet(('<c r="A3"', '<x><c r="A3"'), ("</row></sheetData>", "</x></row></sheetData>")), _twin),
    Bad("xml_strict", "file-strict", "",
        partial(patched, TRACKER, BOOK, (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")), _twin),
    Bad("xml_strict_sheet", "file-strict", "Statements!", _sheet((MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")), _twin),
    Bad("xml_other_namespace", "file-damaged", "Statements!", partial(_prefixed, "urn:other"), partial(_prefixed, MAIN)),
    Bad("xml_part_not_there", "part-missing", "Statements!",
        partial(_renamed_part, "xl/worksheets/odd name.xml", "/xl/worksheets/other.xml"),
        partial(_renamed_part, "xl/worksheets/odd name.xml", "/xl/worksheets/odd%20name.xml")),
    Bad("xml_part_outside", "active-content", "", partial(
        patched, TRACKER, "xl/_rels/workbook.xml.rels",
        ('Target="/xl/worksheets/sheet2.xml"', 'TargetMode="External" Target="http://127.0.0.1:9/x.xml"')),
        partial(_renamed_part, "odd/place", "/odd/place")),
    Bad("xml_no_list_of_parts", "file-not-a-workbook", "", lambda: zipped(
        {name: data for name, data in parts_of(valid(TRACKER)).items() if name != TYPES}), _twin),
    Bad("xml_no_links", "part-missing", "", lambda: zipped(
        {name: data for name, data in parts_of(valid(TRACKER)).items() if name != "_rels/.rels"}), _twin),
    Bad("xml_bad_utf8", "file-damaged", "Statements!",
        lambda: patched(TRACKER, SHEET, (b"<t>implementation</t>", b"<t>implementation\xff</t>")), _twin),
    Bad("date_epoch_unknown_style", "file-damaged", f"Statistics!{_START}",
        lambda: patched(STATISTICS, SHEET, (f'r="{_START}" s="', f'r="{_START}" s="9')), _since_1904),
)  # fmt: skip

ALL_FILES = (*FILES, *ARCHIVES, *XML)
