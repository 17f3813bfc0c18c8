"""Files about one state: its brief on one page or two sides, and a workbook with all that the record holds of it."""

from flask import Flask, Response, abort, request

from bukhara.exports import filters, records
from bukhara.exports.brief import brief, brief_pdf
from bukhara.exports.to_xlsx import workbook
from bukhara.pack.order import warning
from bukhara.progress.rows import progress_rows
from bukhara.views import country
from web.downloads import XLSX, attachment, file_name
from web.request import PageRequest, page_request_of

PDF = "application/pdf"


def register(server: Flask) -> None:
    """Answer `brief.pdf`, `handout.pdf` and `everything.xlsx` under `/countries/<code>`."""
    server.add_url_rule("/countries/<code>/brief.pdf", "brief", _brief)
    server.add_url_rule("/countries/<code>/handout.pdf", "handout", _brief, defaults={"two_sides": True})
    server.add_url_rule("/countries/<code>/everything.xlsx", "everything", _everything)


def _brief(code: str, *, two_sides: bool = False) -> Response:
    page_request = country_request(code)
    address = f"{page_request.service.settings.address}/countries/{code}?lang={page_request.words.language}"
    view = page_request.view(country.build, code)
    page = brief(page_request.snapshot, view, page_request.words, address=address, two_sides=two_sides)
    name = f"{code}-handout" if two_sides else code
    return attachment(brief_pdf(page), file_name(page_request, name, "pdf"), PDF)


def _everything(code: str) -> Response:
    page_request = country_request(code)
    snapshot = page_request.snapshot
    tables = (
        records.progress(snapshot, [row for row in progress_rows(snapshot) if row.country == code]),
        records.evidence(filters.evidence(snapshot, country=(code,))),
        records.observations(filters.observations(snapshot, country=(code,)), snapshot),
    )
    made = workbook(tables, page_request.words.language, warning(snapshot, page_request.words))
    return attachment(made, file_name(page_request, code, "xlsx"), XLSX)


def country_request(code: str) -> PageRequest:
    """Return the request for the page of a state; answer 404 where there is no such state."""
    page_request = page_request_of(f"/countries/{code}", request.args.to_dict())
    if code not in {each.code for each in page_request.snapshot.framework.countries}:
        abort(404)
    return page_request
