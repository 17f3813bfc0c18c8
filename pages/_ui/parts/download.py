"""The table behind a chart as a file: the page is built once more for the same address, so file and screen agree."""

from __future__ import annotations

from flask import Flask, Response, abort, request

from bukhara.exports.table import to_csv, to_xlsx
from pages._ui.parts.address import page_at

KINDS = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def register(server: Flask) -> None:
    """Answer `/download/<chart>.<csv|xlsx>?page=/statistics&...`."""
    server.add_url_rule("/download/<chart_id>.<kind>", "download", _download)


def _download(chart_id: str, kind: str) -> Response:
    query = request.args.to_dict()
    if kind not in KINDS:
        abort(404)
    _, page = page_at(query.pop("page", "/"), query)
    chart = next((chart for chart in page.charts if chart.id == chart_id), None)
    if chart is None:
        abort(404)
    write, media_type = KINDS[kind]
    response = Response(write(chart), content_type=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=f"bukhara-{chart.id}.{kind}")
    return response
