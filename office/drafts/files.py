"""Files of a draft: the marked workbook, the file as it was sent, the receipt."""

from flask import Response

from bukhara.access import Action
from office.page import office
from web.downloads import XLSX, attachment
from web.permissions import requires
from web.request import actor, current_request, service


@office.get("/upload/<int:draft>/marked.xlsx")
@requires(Action.UPLOAD, is_file=True)
def marked_file(draft: int) -> Response:
    """Send the workbook as it was sent, with its findings marked."""
    content = service().drafts.marked(actor(), draft, current_request("/upload").words.language)
    stem = service().drafts.draft(actor(), draft).file_name.rsplit(".", 1)[0]
    return attachment(content, f"{stem}-marked.xlsx", XLSX)


@office.get("/upload/<int:draft>/file")
@requires(Action.UPLOAD, is_file=True)
def sent_file(draft: int) -> Response:
    """Send the file as it was sent."""
    content = service().drafts.file(actor(), draft)
    return attachment(content, service().drafts.draft(actor(), draft).file_name, "application/octet-stream")


@office.get("/upload/<int:draft>/receipt.xlsx")
@requires(Action.UPLOAD, is_file=True)
def receipt_file(draft: int) -> Response:
    """Send what became of every cell."""
    content = service().drafts.receipt(actor(), draft, current_request("/upload").words.language)
    return attachment(content, f"receipt-{draft}.xlsx", XLSX)
