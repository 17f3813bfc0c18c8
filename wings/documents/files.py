"""Checks of files that are kept as copies of sources: their kind, and that nothing in them acts."""

import re

from bukhara.errors import Refused
from bukhara.model.messages import N_
from bukhara.service.drafts.uploads import temporary_file
from bukhara.workbook.container import precheck
from bukhara.workbook.reading import inspection
from bukhara.workbook.refusals import WorkbookDamaged

NOT_KEPT = N_("Please send a PDF, a Word document or plain text. Print a web page into a PDF first.")
ACTING = N_(
    "The file has active content, other files in it or a password, or it cannot be read whole. Please print it into a "
    "new PDF."
)
KINDS = ("pdf", "docx", "txt")
_WORD = precheck.Limits(members=2000)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def kind_of(content: bytes) -> str:
    """Return which of the KINDS a file is.

    Raises:
        Refused: it is of another kind, or something in it acts.
    """
    if content.startswith(b"%PDF-"):
        _refuse_acting(content, "document.pdf")
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
    _refuse_acting(content, "document.docx")
    return "docx"


def _refuse_acting(content: bytes, name: str) -> None:
    with temporary_file(content, name) as path:
        if inspection.found_apart("wings.documents.acting:acts", bool, path, otherwise=True):
            raise Refused(ACTING)
