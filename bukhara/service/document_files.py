"""Checks of files that are kept as copies of sources: their kind, and that nothing in them acts."""

import re
import zlib
from collections.abc import Iterator

from bukhara.errors import Refused
from bukhara.model.messages import N_
from bukhara.service.drafts.uploads import temporary_file
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import WorkbookDamaged

NOT_KEPT = N_("Please send a PDF, a Word document or plain text. Print a web page into a PDF first.")
ACTING = N_("The file has active content, other files in it, or a password. Please print it into a new PDF.")
KINDS = ("pdf", "docx", "txt")
_WORD = precheck.Limits(members=2000)
_INFLATED = 32 * 1024 * 1024
_STREAM, _END = re.compile(rb"stream\r?\n"), b"endstream"
_ACTING = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|Encrypt)(?![A-Za-z0-9])"
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def kind_of(content: bytes) -> str:
    """Return which of the KINDS a file is.

    Raises:
        Refused: it is of another kind, or something in it acts.
    """
    if content.startswith(b"%PDF-"):
        if _acts(content):
            raise Refused(ACTING)
        return "pdf"
    if content.startswith(b"PK"):
        return _word(content)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise Refused(NOT_KEPT) from None
    if not text.strip() or _CONTROL.search(text) or text.lstrip("\ufeff \r\n\t").startswith(("<", "{\\rtf")):
        raise Refused(NOT_KEPT)
    return "txt"


def _word(content: bytes) -> str:
    try:
        with temporary_file(content, "document.docx") as path:
            precheck.check(path, _WORD, wanted="file-word")
    except WorkbookDamaged as damaged:
        raise Refused(ACTING if damaged.code == "active-content" else NOT_KEPT) from damaged
    if b"vbaproject" in content.lower():
        raise Refused(ACTING)
    return "docx"


def _acts(content: bytes) -> bool:
    """Return whether a PDF names an action, a file in it or a password, outside of its streams or in packed objects."""
    left = _INFLATED
    for names, stream in _parts(content):
        plain = _plain(names)
        if _ACTING.search(plain):
            return True
        if stream and b"/ObjStm" in plain:
            objects = zlib.decompressobj()
            try:
                unpacked = objects.decompress(stream, left)
            except zlib.error:
                return True
            left -= len(unpacked)
            if objects.unconsumed_tail or left <= 0 or _ACTING.search(_plain(unpacked)):
                return True
    return False


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield what is before each stream of a PDF, with the stream; and the rest."""
    at = 0
    while found := _STREAM.search(content, at):
        end = content.find(_END, found.end())
        end = len(content) if end < 0 else end
        yield content[at : found.start()], content[found.end() : end]
        at = end + len(_END)
    yield content[at:], b""


def _plain(names: bytes) -> bytes:
    """Return the names of a PDF without their escaped letters: `/J#53` is `/JS`."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), names)
