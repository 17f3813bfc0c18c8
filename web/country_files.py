"""Files about one state: its brief on one page, as PDF and as wings write it, and a workbook of all of the record."""

from pkgutil import resolve_name

from flask import Flask, Response, abort, request

from bukhara.exports.brief import Brief, brief, brief_pdf
from bukhara.exports.to_xlsx import workbook
from bukhara.model.messages import N_
from bukhara.pack.order import warning
from bukhara.service.releases import open_data
from bukhara.views.countries import country
from bukhara.wing import merged
from web.downloads import DOCX, XLSX, attachment, file_name
from web.request import PageRequest, page_request_of
from web.templating import template_function

PDF = "application/pdf"
MEDIA = {"pdf": PDF, "docx": DOCX}


def register(server: Flask) -> None:
    """Answer `brief.pdf`, other formats of the brief, and `everything.xlsx` under `/countries/<code>`."""
    server.add_url_rule("/countries/<code>/brief.<kind>", "brief", _brief_file)
    server.add_url_rule("/countries/<code>/everything.xlsx", "everything", _everything)


@template_function
def state_files() -> tuple[tuple[str, str], ...]:
    """Return the name of each file of a state, and what its link says."""
    others = ((f"brief.{kind}", said) for kind, (said, _) in merged("briefs").items())
    whole = ("everything.xlsx", N_("Excel of everything"))
    return (("brief.pdf", N_("One page (PDF)")), *others, ("pack.pptx", N_("Slides (PowerPoint)")), whole)


def _brief_file(code: str, kind: str) -> Response:
    page_request, others = country_request(code), merged("briefs")
    if kind != "pdf" and kind not in others:
        abort(404)
    write = brief_pdf if kind == "pdf" else resolve_name(others[kind][1])
    return attachment(write(_brief(page_request, code)), file_name(page_request, code, kind), MEDIA[kind])


def _brief(page_request: PageRequest, code: str) -> Brief:
    address = f"{page_request.service.settings.address}/countries/{code}?lang={page_request.words.language}"
    view = page_request.view(country.build, code)
    contacts = ", ".join(said for said, _ in page_request.service.settings.contacts)
    return brief(page_request.snapshot, view, page_request.words, address=address, contacts=contacts)


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
