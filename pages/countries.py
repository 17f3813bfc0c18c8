"""The index of states: a strip with one square for each theme, and the counts of all of them, in the fixed order."""

from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import status_bars
from bukhara.charts.cell_words import cell_text
from bukhara.charts.chart import Chart
from bukhara.charts.count_words import coverage_text, themes_text
from bukhara.charts.day_words import state_name, status_day
from bukhara.model.messages import N_
from bukhara.progress.counts import count
from bukhara.progress.status import ItemStatus
from bukhara.views import countries
from bukhara.views.marks import mark as mark_of
from web.charts import status_source
from web.components.emphasis import about, all_states
from web.components.evidence import evidence_address
from web.components.lists import chosen_tab, tab_links
from web.components.status import flag, key, replied
from web.components.svg import mark
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/countries", name=N_("Countries"), order=30, kept=True)

TABS = (("strips", N_("Theme by theme")), ("counts", N_("Number of themes")))


def layout(**query: str) -> Page:
    """Show the strips of all states, or the counts behind them."""
    page_request = page_request_of("/countries", query)
    words = page_request.words
    view = page_request.view(countries.build)
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = chosen_tab(page_request, tabs)
    return Page(
        title=words("Countries"),
        lead=words("One square for each theme that a state can complete. A click on a square shows the evidence."),
        sections=(
            tab_links(page_request, tabs),
            _chart(page_request, view) if tab == "counts" else _strips(page_request, view),
        ),
        tabs=tuple(key for key, _ in tabs),
    )


def _strips(page_request: PageRequest, view: countries.Countries) -> Component:
    strips = html.Ul([_state(page_request, view, card) for card in view.cards], className="country-strips")
    return html.Div([all_states(page_request), strips, key(page_request, view.marks)])


def _state(page_request: PageRequest, view: countries.Countries, card: countries.Card) -> Component:
    """Return a state with a square for each theme that it can complete, and what the squares add up to."""
    words, country, n = page_request.words, card.strip.country, card.strip.counts
    name = words.text(country.short)
    pointed: Any = {"data-pointed": "state"}
    said = [f"{themes_text(n, words)}."]
    if n.continuing_n:
        said.append(words("Activity reported on {k} of {n} continuing themes.", k=n.continuing, n=n.continuing_n))
    if card.coverage:
        said.append(coverage_text(card.coverage, words))
    named: Any = {"aria-label": words("Themes of {country}", country=name)}
    link = html.A(name, href=page_request.href(f"/countries/{country.code}"), **pointed)
    squares = [html.Li(_square(page_request, view, cell)) for cell in card.strip.cells]
    return html.Li(
        [
            html.H2(link),
            html.Ul(squares, className="tiles-row", **named),
            html.P(" ".join(said), className="small soft"),
        ],
        className="card",
        **about(page_request, state=country.code),
    )


def _square(page_request: PageRequest, view: countries.Countries, cell: ItemStatus) -> Component:
    words, kind = page_request.words, mark_of(cell)
    shown = words("{theme}: {status}", theme=words.text(view.items[cell.item].name), status=cell_text(cell, words))
    signs = flag(page_request, cell.country, cell.item), replied(page_request, cell.country, cell.item)
    return html.A(
        [mark(kind), html.Span(shown, className="visually-hidden"), *filter(None, signs)],
        href=evidence_address(page_request, cell),
        className=f"unit s-{kind}",
        title=shown,
        **about(page_request, theme=cell.item, pointed="theme"),
    )


def _chart(page_request: PageRequest, view: countries.Countries) -> Chart:
    words, snapshot = page_request.words, page_request.snapshot
    strips = [card.strip for card in view.cards]
    bars = tuple(
        status_bars.Bar(
            state_name(snapshot, s.country, words),
            s.counts,
            page_request.href(f"/countries/{s.country.code}"),
            tuple((words.text(snapshot.framework.item(cell.item).name), count((cell,))) for cell in s.cells),
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
            words("The order of the countries is fixed."),
            status_bars.open_parts_text(words),
        ),
        height=220 + 44 * len(bars),
    )
