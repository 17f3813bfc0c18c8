"""Where a chart is found, its addresses, and the lines under it: sources, day, differences between sources."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bukhara.charts.chart import Chart, DifferenceNote
from bukhara.charts.day_words import dated_release, figures_up_to
from bukhara.i18n.basis import confirmation_sentence
from bukhara.i18n.record_texts import titles
from bukhara.i18n.source_differences import objection_text, short_numbers
from bukhara.i18n.words import Words
from bukhara.model.codes import SourceClass
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.observation import Observation
from bukhara.situation import basis, contested
from web.addresses import address_of
from web.page import Page
from web.public_pages import page_at
from web.request import PageRequest

PAGE = "/chart"
"""The page of a chart: this, the path of the page it is on, and its id."""
PICTURES = ("png", "svg", "pdf")
_OFF = dict.fromkeys(("displayModeBar", "scrollZoom", "showTips"), False)
GRAPH_CONFIG: Any = {**_OFF, "responsive": True, "plotlyServerURL": ""}


def find_chart(chart_id: str, path: str, query: Mapping[str, str]) -> tuple[PageRequest, Page, Chart | None]:
    """Return a chart of the page at an address, in whatever tab it is, with its request and its page."""
    page_request, page = found = page_at(path, query)
    tabs = (page_at(path, {**query, "tab": tab}) for tab in page.tabs)
    for own, each in (found, *tabs):
        for chart in each.charts:
            if chart.id == chart_id:
                return own, each, chart
    return page_request, page, None


def download_address(page_request: PageRequest, chart_id: str, kind: str) -> str:
    """Return the address of a file of a chart: its table or its picture, for the same selection."""
    query = {**page_request.query, "page": _page_of_chart(page_request)}
    return address_of(f"/download/{chart_id}.{kind}", query)


def chart_address(page_request: PageRequest, chart_id: str, *, pinned: bool = False) -> str:
    """Return the address of the page of a chart; a `pinned` one shows the same when the next release is published."""
    fixed = {"release": str(page_request.snapshot.release.number)} if pinned else {}
    query = {**page_request.query, **fixed}
    path = f"{PAGE}{_page_of_chart(page_request).removesuffix('/')}/{chart_id}"
    return address_of(path, query)


def day_of(page_request: PageRequest, chart: Chart) -> date:
    """Return the day up to which the sources of a chart are read."""
    snapshot = page_request.snapshot
    return snapshot.newest_source if chart.measures else snapshot.as_of


def dated(page_request: PageRequest, chart: Chart) -> str:
    """Return the day and release of a chart as a sentence: figures go up to the newest source."""
    snapshot, words = page_request.snapshot, page_request.words
    return figures_up_to(snapshot, words) if chart.measures else dated_release(snapshot, words, page_request.country)


def _page_of_chart(page_request: PageRequest) -> str:
    """Return the page that charts come from: on the page of one chart, the page before it."""
    path = page_request.path
    return path.removeprefix(PAGE).rpartition("/")[0] or "/" if path.startswith(f"{PAGE}/") else path


def source_line(page_request: PageRequest, country: str = "") -> str:
    """Return the sources of the snapshot, or those that speak of `country`, with day and release in one sentence."""
    snapshot = page_request.snapshot
    cited = snapshot.sources_about(country) if country else snapshot.sources
    dated = figures_up_to(snapshot, page_request.words)
    return _sources(page_request, {source.source_id for source in cited}, dated)


def source_of(page_request: PageRequest, figures: Iterable[Observation]) -> str:
    """Return the sources of figures, with day and release in one sentence."""
    return _sources(
        page_request, {figure.source_id for figure in figures}, figures_up_to(page_request.snapshot, page_request.words)
    )


def status_source(page_request: PageRequest, country: str = "") -> str:
    """Return the sources of statuses, of `country` if given, and who confirmed them."""
    snapshot = page_request.snapshot
    said = {source.source_id for source in snapshot.sources if source.source_class is SourceClass.PANEL}
    cited = {s.source_id for s in snapshot.statements if country in ("", s.country)} - said
    as_of = dated_release(page_request.snapshot, page_request.words, country)
    named = _sources(page_request, cited, as_of)
    return f"{named} {confirmation_sentence(page_request.view(basis.build, country), page_request.words)}".strip()


def _sources(page_request: PageRequest, cited: set[str], as_of: str) -> str:
    words = page_request.words
    named = titles([source for source in page_request.snapshot.sources if source.source_id in cited], words)
    return f"{words('Source: {titles}.', titles=named)} {as_of}"


def evidence_address(page_request: PageRequest) -> Callable[[str, str], str]:
    """Return how the page with the evidence of a state and an item is addressed."""
    return lambda country, item: page_request.href(f"/evidence/{country}/{item}")


def figure_address(page_request: PageRequest) -> Callable[[str], str]:
    """Return how the page with the evidence of a figure is addressed."""
    return lambda found: page_request.href(f"/evidence/observation/{found}")


def with_differing(page_request: PageRequest, chart: Chart, figures: Iterable[Observation]) -> Chart:
    """Return the chart, with a sentence under it for figures to which a state objects, or on which sources differ."""
    words, snapshot, ids = page_request.words, page_request.snapshot, {figure.observation_id for figure in figures}
    objected = (figure for figure in contested.points(snapshot).figures if figure.observation_id in ids)
    if lines := [objection_text(figure, words, snapshot.framework) for figure in objected]:
        chart = replace(chart, notes=(*lines, *chart.notes))
    found = [d for d in snapshot.differences if any(o.observation_id in ids for o in d.observations)]
    if not found:
        return chart
    links = tuple((_numbers(d, words), page_request.href("/contested") + f"#{d.group}") for d in found)
    is_open = any(d.status is DifferenceStatus.OPEN for d in found)
    note = words("Sources differ about figures in this chart. All of them are kept as published:")
    return replace(chart, differing=DifferenceNote(note, links, is_open))


def _numbers(difference: Difference, words: Words) -> str:
    """Return the numbers of a difference, with its status unless it is open."""
    numbers = short_numbers(difference, words)
    is_open = difference.status is DifferenceStatus.OPEN
    return numbers if is_open else f"{numbers} ({words(difference.status.message)})"
