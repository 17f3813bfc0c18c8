"""Files of a draft: the marked workbook, the file as it was sent, the receipt."""

from flask import Response

from bukhara.access import Action
from bukhara.service.drafts.drafts import Drafts
from office.page import office
from web.downloads import XLSX, attachment
from web.permissions import requires
from web.request import actor, current_request


@office.get("/upload/<int:draft>/marked.xlsx")
@requires(Action.UPLOAD, is_file=True)
def marked_file(draft: int) -> Response:
    """Send the workbook as it was sent, with its findings marked."""
    drafts, language = _drafts()
    content = drafts.marked(actor(), draft, language)
    stem = drafts.draft(actor(), draft).file_name.rsplit(".", 1)[0]
    return attachment(content, f"{stem}-marked.xlsx", XLSX)


@office.get("/upload/<int:draft>/file")
@requires(Action.UPLOAD, is_file=True)
def sent_file(draft: int) -> Response:
    """Send the file as it was sent."""
    drafts, _ = _drafts()
    content = drafts.file(actor(), draft)
    return attachment(content, drafts.draft(actor(), draft).file_name, "application/octet-stream")


@office.get("/upload/<int:draft>/receipt.xlsx")
@requires(Action.UPLOAD, is_file=True)
def receipt_file(draft: int) -> Response:
    """Send what became of every cell."""
    drafts, language = _drafts()
    return attachment(drafts.receipt(actor(), draft, language), f"receipt-{draft}.xlsx", XLSX)


def _drafts() -> tuple[Drafts, str]:
    page_request = current_request("/upload")
    return page_request.service.drafts, page_request.words.language
