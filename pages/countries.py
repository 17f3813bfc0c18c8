"""The index of states: a strip with one square for each theme, and the counts of all of them, in the fixed order."""

from dash import register_page

from bukhara.charts import status_bars
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import state_name, status_day
from bukhara.model.messages import N_
from bukhara.views import countries
from web.charts import status_source
from web.components.lists import chosen_tab, tab_links
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render

TABS = (("strips", N_("Theme by theme")), ("counts", N_("Number of themes")))


def content(page_request: PageRequest) -> Page:
    """Show the strips of all states, or the counts behind them."""
    words = page_request.words
    view = page_request.view(countries.build)
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = chosen_tab(page_request, tabs)
    return Page(
        title=words("Countries"),
        lead=words("One square for each theme that a state can complete. A click on a square shows the evidence."),
        sections=(
            tab_links(page_request, tabs),
            _chart(page_request, view) if tab == "counts" else render(page_request, "pages/countries.html", view=view),
        ),
        tabs=tuple(key for key, _ in tabs),
    )


def _chart(page_request: PageRequest, view: countries.Countries) -> Chart:
    words, snapshot = page_request.words, page_request.snapshot
    strips = [card.strip for card in view.cards]
    bars = tuple(
        status_bars.Bar(
            state_name(snapshot, s.country, words),
            s.counts,
            page_request.href(f"/countries/{s.country.code}"),
        )
        for s in strips
    )
    return Chart(
        id="countries-by-status",
        title=words("Themes of each state by status"),
        subtitle=words("Number of measurable themes; {day}", day=status_day(snapshot, words)),
        figure=status_bars.figure(bars, words),
        table=status_bars.table(bars, words, words("State")),
        source=status_source(page_request),
        notes=(
            words(
                "The order of the countries is fixed. Hatched parts have no status: the measure may or may not be in "
                "place."
            ),
        ),
        height=220 + 44 * len(bars),
    )


register_page(__name__, path="/countries", name="Countries", content=content)
layout = layout_of("/countries")
