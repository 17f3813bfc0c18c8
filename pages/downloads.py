"""Downloads: every file of a release in one place: open data, slides, briefs of the states, pictures and tables."""

from collections.abc import Iterable
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.exports.formats import FORMATS
from bukhara.exports.tables import TABLES
from bukhara.model.messages import N_
from bukhara.views.themes import partners
from bukhara.wing import wing_notes
from pages.statistics_parts import measure_names
from web.addresses import address_of, table_address
from web.charts import PICTURES
from web.components.lists import card
from web.country_files import state_files
from web.pack_choice import FILES
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/downloads", name=N_("Downloads"), order=51, parent="/panel", kept=True)

Link = tuple[str, str]
LISTED = ("observations", "evidence", "progress", "differences", "revisions", "sources", "framework")
"""The tables that the page has."""
PARTNERS = "partners-by-country"
CHARTS: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("/themes", {"tab": "picture"}, "status-by-country", N_("Status of each theme by country")),
    ("/needs", {}, "needs-by-country", N_("Needs and support by theme and country")),
    ("/needs", {"tab": "support"}, PARTNERS, N_("Who supports what, and where")),
    ("/timeline", {}, "time-axis", N_("Laws, plans, bodies and procedures, 2000 to 2030")),
    ("/statistics", {"tab": "reported"}, "reported", N_("Who reports what")),
)
"""The pictures: page, what is chosen on it, chart, title; a record without partners has no picture of them."""


def layout(**query: str) -> Page:
    """Show the files of the release and the day in the address."""
    page_request = page_request_of("/downloads", query)
    words = page_request.words
    return Page(
        title=words("Downloads"),
        lead=words(
            "Open data, slides, briefs and pictures of this release. "
            "Slides, briefs and pictures are in the language of this page."
        ),
        sections=(_data(page_request), _slides(page_request), _states(page_request), _charts(page_request)),
    )


def _data(page_request: PageRequest) -> Component:
    words, number = page_request.words, page_request.snapshot.release.number
    archive = (words("Release {release} as one archive (ZIP)", release=number), address_of(f"/releases/{number}.zip"))
    about = words("Its tables as CSV with a description for programs, the breakdowns on record, codebook and guide.")
    whole = html.P([*_links([archive]), " ", html.Span(about, className="n")])
    rows = [
        (words(TABLES[name].about), [(kind.upper(), _file(page_request, name, kind)) for kind in FORMATS])
        for name in LISTED
    ]
    each: Component = html.P([words("Each table as a file of its own:"), " ", html.Code("bukhara export", lang="en")])
    if table_address(LISTED[0]):
        each = _table(page_request, words("Table"), rows)
    notes = (html.P(html.A(words(text), href=address_of(address))) for text, address in wing_notes("downloads"))
    return card(words("Data for programs"), whole, each, *notes, id="data")


def _slides(page_request: PageRequest) -> Component:
    words = page_request.words
    links = [(words(name), page_request.href(f"/panel/pack.{kind}")) for kind, name in FILES.items()]
    chosen = html.P(html.A(words("Choose, order and edit the slides first"), href=page_request.href("/panel")))
    return card(words("Slides for a panel"), html.P(_links(links)), chosen, id="slides")


def _states(page_request: PageRequest) -> Component:
    words = page_request.words
    rows = [
        (
            words.text(country.name),
            [(words(name), page_request.href(f"/countries/{country.code}/{file}")) for file, name in state_files()],
        )
        for country in page_request.snapshot.framework.countries
    ]
    return card(words("Briefs of the states"), _table(page_request, words("State"), rows), id="states")


def _charts(page_request: PageRequest) -> Component:
    words = page_request.words
    kinds = (*PICTURES, "csv", "xlsx")
    rows: list[tuple[Any, list[Link]]] = [
        (
            html.A(words(title), href=page_request.href(page, **query)),
            [(kind.upper(), page_request.href(f"/download/{chart}.{kind}", page=page, **query)) for kind in kinds],
        )
        for page, query, chart, title in CHARTS
        if chart != PARTNERS or page_request.view(partners.names)
    ]
    measures = [
        (name, page_request.href("/statistics", measure=measure))
        for measure, name in measure_names(page_request).items()
    ]
    each = html.P([html.B(words("Each measure, with its files below the chart:")), " ", *_links(measures)])
    tables = _table(page_request, words("Picture"), rows)
    return card(words("Pictures, and the tables behind them"), tables, each, id="charts")


def _file(page_request: PageRequest, name: str, kind: str) -> str:
    """Return the address of a table as a file; one with a day is for the day of this page."""
    day = {"as_of": page_request.query.get("as_of", "")} if "as_of" in TABLES[name].filters else {}
    return table_address(name, {"format": "" if kind == "json" else kind, **day})


def _table(page_request: PageRequest, first: str, rows: Iterable[tuple[Any, list[Link]]]) -> Component:
    head = html.Thead(html.Tr([html.Th(first, scope="col"), html.Th(page_request.words("Files"), scope="col")]))
    body = html.Tbody([html.Tr([html.Th(name, scope="row"), html.Td(_links(links))]) for name, links in rows])
    return html.Table([head, body], className="table rows-as-blocks")


def _links(links: Iterable[Link]) -> list[Any]:
    """Return links to files."""
    named: Any = {"data-plain": ""}
    shown = [part for name, address in links for part in (" · ", html.A(name, href=address, **named))]
    return shown[1:]
