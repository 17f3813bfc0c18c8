"""Files to keep: the table behind a chart, and any other file that is sent as an attachment."""

from __future__ import annotations

from flask import Flask, Response, abort, request

from bukhara.exports.table import to_csv, to_xlsx
from web.public_pages import page_at

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv; charset=utf-8"
KINDS = {"csv": (to_csv, CSV), "xlsx": (to_xlsx, XLSX)}


def register(server: Flask) -> None:
    """Answer `/download/<chart>.<csv|xlsx>?page=/statistics&...`."""
    server.add_url_rule("/download/<chart_id>.<kind>", "download", _chart_table)


def attachment(content: bytes | str, name: str, media_type: str) -> Response:
    """Return a file that the browser keeps under `name`."""
    response = Response(content, content_type=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _chart_table(chart_id: str, kind: str) -> Response:
    """Build the page of an address once more and send the table of one of its charts: file and screen agree."""
    query = request.args.to_dict()
    if kind not in KINDS:
        abort(404)
    _, page = page_at(query.pop("page", "/"), query)
    chart = next((chart for chart in page.charts if chart.id == chart_id), None)
    if chart is None:
        abort(404)
    write, media_type = KINDS[kind]
    return attachment(write(chart), f"bukhara-{chart.id}.{kind}", media_type)
