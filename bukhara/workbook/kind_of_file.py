"""Tells what a file is that is not an .xlsx, so that the refusal can say which button helps."""

from __future__ import annotations

import re

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype html|html|table|body|head)\b", re.IGNORECASE)


def refusal_of(head: bytes, whole: bytes) -> str:
    """Return the finding code for bytes that are no zip archive; `head` is their beginning."""
    if not head:
        return "file-empty"
    if head.startswith(_CFB):
        return _old_office(whole)
    if head.lstrip().startswith(b"%PDF"):
        return "file-pdf"
    if head.startswith(b"{\\rtf"):
        return "file-word"
    if _HTML.search(head[:2048]):
        return "file-html"
    return "file-csv" if _looks_like_table(head) else "file-not-a-zip"


def _old_office(whole: bytes) -> str:
    streams = {
        "EncryptedPackage": "file-encrypted",
        "WordDocument": "file-word",
        "Workbook": "file-xls",
        "Book": "file-xls",
    }
    for name, code in streams.items():
        if name.encode("utf-16-le") in whole:
            return code
    return "file-not-a-workbook"


def _looks_like_table(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    elif b"\x00" in head:
        return False
    else:
        text = head.decode("utf-8", errors="replace")
    lines = [line for line in text.splitlines() if line.strip()][:5]
    return bool(lines) and all(any(mark in line for mark in ",;\t") for line in lines[:1])


def refusal_of_zip(names: frozenset[str], mimetype: bytes, types: bytes) -> str:
    """Return the finding code for an archive that is no plain .xlsx, or an empty text where it is one."""
    if b"opendocument" in mimetype:
        return "file-ods"
    if any(name.startswith("word/") for name in names):
        return "file-word"
    if "xl/workbook.bin" in names:
        return "file-xlsb"
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        return "file-macros"
    if b"spreadsheetml.sheet.main+xml" not in types:
        return "file-not-a-workbook"
    return ""
