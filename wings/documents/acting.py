"""Looks for what acts in a document that is to be kept: in every object of a PDF, in the fields of a Word document."""

import logging
import re
import zipfile
from collections.abc import Iterator
from logging.handlers import MemoryHandler
from pathlib import Path

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import IndirectObject

_ACTING = frozenset({
    "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/GoToE", "/RichMedia", "/XFA",
    "/SubmitForm", "/ImportData",
})  # fmt: skip
_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*")
_LAST = 1024
_DDE = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


def acts(path: Path) -> bool:
    """Return whether a PDF or Word document has actions, other files in it or a password, or can be read in two ways.

    A file that cannot be read to its end raises whatever the library raises.
    """
    content = path.read_bytes()
    return _pdf_acts(path, content) if content.startswith(b"%PDF-") else _word_acts(path)


def _pdf_acts(path: Path, content: bytes) -> bool:
    # what is repaired or left out, another program may read in another way
    doubts = MemoryHandler(1)
    logging.getLogger("pypdf").addHandler(doubts)
    reader = PdfReader(path, strict=True)
    if reader.is_encrypted or not _END.fullmatch(content, content.rfind(b"startxref", -_LAST)):
        return True
    plain = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    packed = {(number, 0) for number in reader.xref_objStm}
    listed = sorted(plain | packed)
    objects = [reader.trailer, *(IndirectObject(number, at, reader).get_object() for number, at in listed)]
    return bool(plain & packed or doubts.buffer) or any(name in _ACTING for each in objects for name in _names(each))


def _names(found: object) -> Iterator[str]:
    """Yield the names and texts in an object, without those of the objects that it refers to."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for each in (*found, *found.values()) if isinstance(found, dict) else found:
            yield from _names(each)


def _word_acts(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = (part for part in map(archive.read, names) if part.lstrip().startswith(_XML))
        return any("vbaproject" in name.lower() for name in names) or any(map(_has_dde, parts))


def _has_dde(part: bytes) -> bool:
    """Return whether a field asks another program; its instruction may be written in pieces."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    pieces = ["".join(each.itertext()) or " " for each in root.iter("{*}instrText", "{*}fldChar")]
    return any(_DDE.search(text) for text in ("".join(pieces), *root.xpath("//@*[local-name() = 'instr']")))
