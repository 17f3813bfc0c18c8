"""Victims as a tab of Statistics: shares within a country and of the region, and how to read them."""

from dash import html
from dash.development.base_component import Component

from bukhara.charts import shares, victim_shares
from bukhara.charts.chart import Chart
from bukhara.i18n.record_texts import titles
from bukhara.views.statistics import identified
from bukhara.views.statistics.identified import MEASURE
from pages.statistics_parts import OUTLINED
from web.charts import figure_address, source_line, with_differing
from web.components.passages import place
from web.request import PageRequest

METADATA = "https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2"
Sections = tuple[Component | Chart, ...]


def victims(page_request: PageRequest) -> Sections:
    """Return the shares of each country and of the region, and how to read them."""
    report = next((reading.source_id for reading in page_request.snapshot.framework.readings if reading.source_id), "")
    return (*_shares(page_request), *_region(page_request), _reading(page_request, report))


def _shares(page_request: PageRequest) -> Sections:
    """Return the newest shares that UNODC has of each country; nothing without its figures."""
    words, view = page_request.words, page_request.view(identified.victim_shares)
    if not view.columns:
        return ()
    ids = dict.fromkeys(figure.source_id for figure in view.figures)
    source = words("Source: {titles}", titles=titles([page_request.snapshot.source(each) for each in ids], words))
    drawn = victim_shares.chart(view, words, source=source, href=figure_address(page_request))
    every = html.A(
        words("All figures sent to UNODC, year by year"),
        href=page_request.href("/statistics", measure=MEASURE),
        className=OUTLINED,
    )
    return (with_differing(page_request, drawn, view.figures), html.P(every, className="more-rows"))


def _region(page_request: PageRequest) -> Sections:
    words, view = page_request.words, page_request.view(identified.build)
    headings = (
        ("shares-sex-age", words("Identified victims in the region by sex and age, shares"), view.by_sex_and_age),
        ("shares-form", words("Identified victims in the region by form of exploitation, shares"), view.by_form),
    )
    href, source = figure_address(page_request), source_line(page_request, "REG")
    drawn = (
        with_differing(
            page_request, shares.chart(held, words, heading=(name, title), source=source, href=href), held.figures
        )
        for name, title, held in headings
        if held.figures
    )
    return tuple(drawn)


def _reading(page_request: PageRequest, source_id: str) -> Component:
    """Return how others use such numbers."""
    words = page_request.words
    day = words(
        "The World Day against Trafficking in Persons is 30 July. According to the report of 2023, the Declaration "
        "foresees joint events of law enforcement and civil society at the end of July."
    )
    goal = words(
        "SDG indicator 16.2.2 is the number of victims of trafficking in persons for each 100,000 residents, by sex, "
        "age and form of exploitation. In practice it counts detected victims only. As its custodian, UNODC, states, "
        "it does not measure the level of the crime. A fall can come from a change in detection, and no target can be "
        "set. Nothing is imputed, and regions are not added up."
    )
    forms = words(
        "Forms of exploitation are shown with their names in HTCDS v2.0 (IOM) and lead to the classification IC-TIP. "
        "The United Nations Statistical Commission adopted IC-TIP in March 2025; it describes events, victims, "
        "perpetrators and reporting entities."
    )
    metadata = words("In our words, after the metadata of 31 March 2023:")
    return html.Section(
        [
            html.H2(words("How others use such numbers")),
            html.P([day, " (", *place(page_request, "L145", source_id), ")"]),
            html.P(goal),
            html.P([metadata, " ", html.Span(METADATA, lang="en")], className="small soft"),
            html.P(forms),
        ],
        className="card",
        id="reading",
    )
