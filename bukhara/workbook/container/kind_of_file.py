"""Finds the kind of a file that is not an .xlsx, so that the refusal can name the button that helps."""

import re

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype html|html|table|body|head)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"^(?:From|To|Subject|Received|Return-Path|Delivered-To|Message-ID):[ \t]", re.IGNORECASE | re.MULTILINE
)
_WEB_ARCHIVE = re.compile(rb"^MIME-Version:[ \t]", re.IGNORECASE | re.MULTILINE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_BEGINNINGS = {
    "file-pdf": (b"%PDF",),
    "file-word": (b"{\\rtf",),
    "file-picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*"),
    "file-archive": (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"BZh", b"\xfd7zXZ"),
    # worksheets of Excel 2 to 4 are files without a container
    "file-xls": (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x08"),
}
_STREAMS = {
    "EncryptedPackage": "file-encrypted",
    "WordDocument": "file-word",
    "Workbook": "file-xls",
    "Book": "file-xls",
    "PowerPoint Document": "file-presentation",
    "__properties_version1.0": "file-mail",
}
_ENTRY, _NAME = 128, 64


def refusal_of(head: bytes, whole: bytes) -> str:
    """Return the finding code for bytes that are not a zip archive; `head` is their beginning."""
    if not head:
        return "file-empty"
    if head.startswith(_CFB):
        return _old_office(whole)
    known = (code for code, some in _BEGINNINGS.items() if head.startswith(some) or head.lstrip().startswith(some))
    return next(known, "") or _text(head)


def _text(head: bytes) -> str:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head or b'progid="Excel.Sheet"' in head:
        return "file-xml-2003"
    if _MAIL.search(head[:2048]):
        return "file-mail"
    if _HTML.search(head[:2048]) or _WEB_ARCHIVE.search(head[:2048]):
        return "file-html"
    return "file-csv" if _looks_like_table(head) else "file-not-a-zip"


def _old_office(whole: bytes) -> str:
    """Return the finding code for a container of old Office, by the names in its directory."""
    names = {whole[at : at + _NAME].split(b"\x00\x00")[0] for at in range(512, len(whole) - _NAME + 1, _ENTRY)}
    streams = {name.encode("utf-16-le"): code for name, code in _STREAMS.items()}
    for stream, code in streams.items():
        # the high half of the last letter is cut off with the zeros that follow it
        if stream.rstrip(b"\x00") in names:
            return code
    # a directory that cannot be found is no reason to say less
    return next((code for stream, code in streams.items() if stream in whole), "file-not-a-workbook")


def _looks_like_table(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    elif _BINARY.search(head):
        return False
    else:
        text = head.decode("utf-8", errors="replace")
    lines = [line for line in text.splitlines() if line.strip()][:5]
    return bool(lines) and any(mark in lines[0] for mark in ",;\t")


def refusal_of_zip(names: frozenset[str], mimetype: bytes, types: bytes) -> str:
    """Return the finding code for an archive that is not a plain .xlsx, or an empty text for a plain one."""
    if mimetype:
        return _open_document(mimetype)
    for folder, code in (("word/", "file-word"), ("ppt/", "file-presentation"), ("Index/", "file-numbers")):
        if any(name.startswith(folder) for name in names):
            return code
    if "xl/workbook.bin" in names:
        return "file-xlsb"
    return _by_types(names, types)


def _by_types(names: frozenset[str], types: bytes) -> str:
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        return "file-macros"
    if b"spreadsheetml.template.main+xml" in types:
        return "file-template"
    if b"spreadsheetml.sheet.main+xml" in types:
        return ""
    packed = any(name.lower().endswith((".xlsx", ".xls", ".docx", ".csv")) for name in names)
    return "file-archive" if packed else "file-not-a-workbook"


def _open_document(mimetype: bytes) -> str:
    if b"opendocument.spreadsheet" in mimetype:
        return "file-ods"
    return "file-word" if b"opendocument.text" in mimetype else "file-not-a-workbook"
