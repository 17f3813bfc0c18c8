"""Files to keep: the table behind a chart, and any other file that is sent as an attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response, abort, request

from bukhara.exports.table import to_csv, to_xlsx
from web.public_pages import page_at

if TYPE_CHECKING:
    from bukhara.figures.chart import Chart

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
    chart = _chart(chart_id, query.pop("page", "/"), query)
    if chart is None:
        abort(404)
    write, media_type = KINDS[kind]
    return attachment(write(chart), f"bukhara-{chart.id}.{kind}", media_type)


def _chart(chart_id: str, path: str, query: dict[str, str]) -> Chart | None:
    """Return a chart of the page at an address, in whatever tab it is; None if the page has no such chart."""
    _, page = page_at(path, query)
    others = (page_at(path, {**query, "tab": tab})[1] for tab in page.tabs)
    return next((chart for each in (page, *others) for chart in each.charts if chart.id == chart_id), None)
