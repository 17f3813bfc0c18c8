"""A chart in a frame on another site: the picture with what belongs to it, without scripts, cookies or Dash."""

from math import ceil

from flask import Flask, abort, current_app, request
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from bukhara.charts.chart import Chart
from bukhara.charts.svg.canvas import text_width
from web.addresses import address_of
from web.chart_card import picture
from web.charts import chart_address, dated, day_of, download_address, find_chart
from web.fonts import of_page
from web.request import PageRequest
from web.templating import render

PATH = "/embed"
MODES = ("light", "dark")
_WIDE, _NARROW = 800, ((800, 560), (560, 330))
"""The width in pixels for which a frame is made, and for narrow columns up to which width and for which one."""
_LAST = "As of 28 September 2023, release 10. Bukhara Monitor: table, evidence and how to cite"
"""About as much text as the last line of a frame has."""
_TITLE, _TEXT, _MARGINS, _PADDING, _LINE, _BETWEEN = 20, 13, 128, 24, 1.55, 40
"""Pixels of letters and of what is between texts, the height of a line, and the space between plots."""


def register(server: Flask) -> None:
    """Answer `/embed/<page>/<chart>`, the only address that other sites may show in a frame."""
    server.add_url_rule(f"{PATH}/<path:chart>", "embed", _embed)


def snippet(page_request: PageRequest, chart: Chart) -> str:
    """Return the HTML that shows a chart of this release in a page of another site, as high as its column needs."""
    address = chart_address(page_request, chart.id, pinned=True).replace("/chart", PATH, 1)
    wide = _height(chart, _WIDE)
    # without a script: a step below a width of the column, which is 100cqw
    steps = (f"min((100cqw - {most}px) * -999, {_height(chart, width)}px)" for most, width in _NARROW)
    return (
        '<div style="container-type:inline-size">'
        f'<iframe src="{escape(page_request.service.settings.origin + address)}" title="{escape(chart.title)}" '
        f'height="{wide}" style="border:0;width:100%;height:max({wide}px, {", ".join(steps)})" loading="lazy"></iframe>'
        "</div>"
    )


def _height(chart: Chart, width: int) -> int:
    """Return about how many pixels a chart takes in a column with the texts around it."""
    texts = [(chart.title, _TITLE), *((text, _TEXT) for text in (chart.subtitle, chart.source, *chart.notes, _LAST))]
    around = sum(ceil(text_width(text, size) / (width - _PADDING)) * size * _LINE for text, size in texts)
    plots = chart.subplots
    if not plots or width == _WIDE:
        return round(chart.height + around + _MARGINS)
    beside = max(1, (width - _PADDING + _BETWEEN) // (plots.least + _BETWEEN))
    rows = ceil(plots.count / beside)
    return round(rows * (plots.tall + _BETWEEN) + around + _MARGINS)


def chart_head(page_request: PageRequest, chart: Chart) -> Markup:
    """Return the lines of the head of the page of a chart; pictures and files are those of its release."""
    site, snapshot = page_request.service.settings.origin, page_request.snapshot
    files = {kind: site + download_address(page_request, chart.id, kind) for kind in ("png", "csv")}
    dataset = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": chart.title,
        "description": f"{chart.subtitle} {chart.source}",
        "url": site + chart_address(page_request, chart.id, pinned=True),
        "version": str(snapshot.release.number),
        "inLanguage": page_request.words.language,
        "temporalCoverage": f"../{day_of(page_request, chart).isoformat()}",
        "spatialCoverage": [each.name.in_(page_request.words.language) for each in snapshot.framework.countries],
        "distribution": [{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": files["csv"]}],
    }
    picture_address = files["png"] if chart.has_picture else ""
    data = htmlsafe_json_dumps(dataset)
    return render(page_request, "web/chart_head.html", chart=chart, picture=picture_address, dataset=data)


def _embed(chart: str) -> str:
    path, _, chart_id = f"/{chart}".rpartition("/")
    page_request, _, found = find_chart(chart_id, path or "/", request.args.to_dict())
    if found is None or not found.has_picture:
        abort(404)
    return render(
        page_request,
        "web/embed.html",
        chart=found,
        drawn=Markup(found.html) if found.html else picture(found),  # noqa: S704  (made by a template)
        address=chart_address(page_request, found.id),
        as_of=dated(page_request, found),
        mode=page_request.one_of("mode", MODES, MODES[0]),
        fonts=of_page(page_request.words.language),
        stylesheet=address_of(current_app.config["STYLESHEET"]),
    )
