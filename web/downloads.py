"""Files to keep: a chart as table or picture, and any other file that is sent as an attachment."""

from dataclasses import replace
from io import BytesIO

from flask import Flask, Response, abort, make_response, request, send_file

from bukhara.charts import theme
from bukhara.charts.chart import Chart, Figure
from bukhara.exports.chart_picture import KINDS, Frame, PictureKind
from bukhara.exports.chart_picture import picture as picture_of
from bukhara.exports.table import to_csv, to_xlsx
from bukhara.pack.order import warning
from web.addresses import url_of
from web.charts import chart_address, dated, day_of, find_chart
from web.document import document
from web.page import Page
from web.request import PageRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv"


def register(server: Flask) -> None:
    """Answer `/download/<chart>.<csv|xlsx|svg|png|pdf>?page=/statistics&...`."""
    server.add_url_rule("/download/<chart_id>.<kind>", "download", _chart_file)


def attachment(content: bytes | str, name: str, media_type: str) -> Response:
    """Return a file that the browser keeps under `name`, whatever its script; text is sent as UTF-8."""
    file = BytesIO(content.encode() if isinstance(content, str) else content)
    return send_file(file, media_type, as_attachment=True, download_name=name, conditional=False)


def file_name(page_request: PageRequest, stem: str, kind: str) -> str:
    """Return the name of a file, which says if it was made from a draft."""
    return f"bukhara-{stem}{'-draft' if page_request.snapshot.draft else ''}.{kind}"


def _chart_file(chart_id: str, kind: str) -> Response:
    """Build the page of an address once more and send one of its charts as a file: file and screen agree."""
    query = request.args.to_dict()
    page_request, _, chart = find_chart(chart_id, query.pop("page", "/"), query)
    if chart is None:
        abort(404)
    name = file_name(page_request, chart.id, kind)
    if kind == "csv":
        return attachment(to_csv(_described(page_request, chart)), name, CSV)
    if kind == "xlsx":
        return attachment(to_xlsx(_described(page_request, chart), day_of(page_request, chart)), name, XLSX)
    if chart.figure and not chart.drawing:
        why = page_request.words("This chart has no picture file. Its numbers are there as CSV and Excel files.")
        return make_response(document(page_request, Page(title=chart.title, lead=why)), 404)
    picture = next((known for known in KINDS if known == kind), None)
    if picture is None or not chart.has_picture:
        abort(404)
    drawn = _picture(page_request, chart, chart.figure, picture)
    return attachment(drawn, name, KINDS[picture])


def _described(page_request: PageRequest, chart: Chart) -> Chart:
    """Return a chart for a table alone: with warning, day, release, address, and whose the figures are."""
    words = page_request.words
    release = dated(page_request, chart)
    rights = words("The sources keep their rights. Please name them and this release when you use the table.")
    notes = (*chart.notes, *(() if release in chart.source else (release,)), rights, _link(page_request, chart))
    return replace(chart, title=f"{warning(page_request.snapshot, words)} {chart.title}".strip(), notes=notes)


def _picture(page_request: PageRequest, chart: Chart, figure: Figure | None, kind: PictureKind) -> bytes:
    words, snapshot = page_request.words, page_request.snapshot
    frame = Frame(
        language=words.language,
        warning=warning(snapshot, words),
        release=dated(page_request, chart),
        address=_link(page_request, chart),
    )
    drawn, height = chart.in_files() if chart.in_files else (figure, chart.height)
    in_words = drawn and theme.in_words(drawn, words)
    return picture_of(replace(chart, height=height), in_words, frame, kind)


def _link(page_request: PageRequest, chart: Chart) -> str:
    """Return the whole address of the page of a chart in this release."""
    return url_of(chart_address(page_request, chart.id, pinned=True))
