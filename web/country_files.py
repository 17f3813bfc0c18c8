"""Files about one state: its brief on one page, as PDF and for Word, and a workbook of all that the record holds."""

from flask import Flask, Response, abort, request

from bukhara.exports.brief import Brief, brief, brief_pdf
from bukhara.exports.brief_docx import brief_docx
from bukhara.exports.to_xlsx import workbook
from bukhara.pack.order import warning
from bukhara.service.releases import open_data
from bukhara.views.countries import country
from web.downloads import DOCX, XLSX, attachment, file_name
from web.request import PageRequest, page_request_of

PDF = "application/pdf"


def register(server: Flask) -> None:
    """Answer `brief.pdf`, `brief.docx` and `everything.xlsx` under `/countries/<code>`."""
    server.add_url_rule("/countries/<code>/brief.pdf", "brief", _brief_pdf)
    server.add_url_rule("/countries/<code>/brief.docx", "brief_docx", _brief_docx)
    server.add_url_rule("/countries/<code>/everything.xlsx", "everything", _everything)


def _brief_pdf(code: str) -> Response:
    page_request = country_request(code)
    return attachment(brief_pdf(_brief(page_request, code)), file_name(page_request, code, "pdf"), PDF)


def _brief_docx(code: str) -> Response:
    page_request = country_request(code)
    return attachment(brief_docx(_brief(page_request, code)), file_name(page_request, code, "docx"), DOCX)


def _brief(page_request: PageRequest, code: str) -> Brief:
    address = f"{page_request.service.settings.address}/countries/{code}?lang={page_request.words.language}"
    view = page_request.view(country.build, code)
    return brief(page_request.snapshot, view, page_request.words, address=address)


def _everything(code: str) -> Response:
    page_request = country_request(code)
    snapshot = page_request.snapshot
    names = ("progress", "evidence", "observations")
    tables = [open_data.table(page_request.service, name, snapshot, {"country": (code,)}) for name in names]
    made = workbook(tables, page_request.words.language, warning(snapshot, page_request.words))
    return attachment(made, file_name(page_request, code, "xlsx"), XLSX)


def country_request(code: str) -> PageRequest:
    """Return the request for the page of a state; answer 404 where there is no such state."""
    page_request = page_request_of(f"/countries/{code}", request.args.to_dict())
    if code not in {each.code for each in page_request.snapshot.framework.countries}:
        abort(404)
    return page_request
