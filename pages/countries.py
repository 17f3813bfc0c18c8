"""The index of states: a strip with one square for each theme, in the fixed order."""

from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts.cell_words import dated_text
from bukhara.charts.count_words import state_texts
from bukhara.model.marks import in_key_order
from bukhara.model.messages import N_
from bukhara.situation.situation import Situation
from bukhara.views.countries import overview
from bukhara.views.countries.overview import StatusStrip
from web.components.emphasis import about, all_states
from web.components.evidence import evidence_address
from web.components.status import key, signs
from web.components.svg import mark
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/countries", name=N_("Countries"), order=30, kept=True)


def layout(**query: str) -> Page:
    """Show the strips of all states."""
    page_request = page_request_of("/countries", query)
    words = page_request.words
    strips = page_request.view(overview.build).strips
    marks = in_key_order(cell.mark for strip in strips for cell in strip.cells)
    listed = html.Ul([_state(page_request, strip) for strip in strips], className="country-strips")
    return Page(
        title=words("Countries"),
        lead=words("One square for each theme that a state can complete. A click on a square shows the evidence."),
        sections=(html.Div([all_states(page_request), listed, key(page_request, marks)]),),
    )


def _state(page_request: PageRequest, strip: StatusStrip) -> Component:
    """Return a state with a square for each theme that it can complete, and what the squares add up to."""
    words, country = page_request.words, strip.country
    name = words.text(country.short)
    pointed: Any = {"data-pointed": "state"}
    named: Any = {"aria-label": words("Themes: {country}", country=name)}
    link = html.A(name, href=page_request.href(f"/countries/{country.code}"), **pointed)
    squares = [html.Li(_square(page_request, cell)) for cell in strip.cells]
    said = " ".join(state_texts(strip.cells, strip.counts, strip.coverage, words))
    return html.Li(
        [
            html.H2(link),
            html.Ul(squares, className="tiles-row gap-1", **named),
            html.P(said, className="small soft"),
        ],
        className="card",
        **about(page_request, state=country.code),
    )


def _square(page_request: PageRequest, cell: Situation) -> Component:
    words, kind = page_request.words, cell.mark
    theme = words.text(page_request.snapshot.framework.item(cell.item).name)
    shown = words("{theme}: {status}", theme=theme, status=dated_text(cell, words))
    return html.A(
        [mark(kind), html.Span(shown, className="visually-hidden"), *signs(cell, words)],
        href=evidence_address(page_request, cell),
        className=f"unit s-{kind}",
        title=shown,
        **about(page_request, theme=cell.item, pointed="theme"),
    )
