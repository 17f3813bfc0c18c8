"""What the head of the page of a chart says of it to other sites and to search engines."""

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from bukhara.charts.chart import Chart
from web.charts import chart_address, day_of, download_address
from web.request import PageRequest
from web.templating import render


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
