"""Files about one state: its brief on one page, and a workbook with all that the record holds of it."""

from flask import Flask, Response, abort, request

from bukhara.exports import filters, records
from bukhara.exports.brief import brief, brief_pdf
from bukhara.exports.to_xlsx import workbook
from bukhara.pack.order import warning
from bukhara.progress.rows import progress_rows
from bukhara.views import country
from web.downloads import XLSX, attachment, file_name
from web.request import Reader, reader_of

PDF = "application/pdf"


def register(server: Flask) -> None:
    """Answer `/countries/<code>/brief.pdf` and `/countries/<code>/everything.xlsx`."""
    server.add_url_rule("/countries/<code>/brief.pdf", "brief", _brief)
    server.add_url_rule("/countries/<code>/everything.xlsx", "everything", _everything)


def _brief(code: str) -> Response:
    reader = country_reader(code)
    page = brief(reader.snapshot, reader.view(country.build, code), reader.words)
    return attachment(brief_pdf(page), file_name(reader, code, "pdf"), PDF)


def _everything(code: str) -> Response:
    reader = country_reader(code)
    snapshot = reader.snapshot
    tables = (
        records.progress(snapshot, [row for row in progress_rows(snapshot) if row.country == code]),
        records.evidence(filters.evidence(snapshot, country=(code,))),
        records.observations(filters.observations(snapshot, country=(code,)), snapshot),
    )
    made = workbook(tables, reader.words.language, warning(snapshot, reader.words))
    return attachment(made, file_name(reader, code, "xlsx"), XLSX)


def country_reader(code: str) -> Reader:
    """Return the reader of the page of a state; answer 404 where there is no such state."""
    reader = reader_of(f"/countries/{code}", request.args.to_dict())
    if code not in {each.code for each in reader.snapshot.framework.countries}:
        abort(404)
    return reader
