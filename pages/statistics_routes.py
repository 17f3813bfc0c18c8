"""Which bodies name which countries as origin, transit or destination: mentions, never numbers of persons."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.views.statistics import routes
from pages.statistics_bodies import BODIES
from web.components.evidence import evidence_address
from web.components.figures import figure_period, gap
from web.components.lists import named_cell, scrolled
from web.components.passages import note_text
from web.components.statements import quotations
from web.request import PageRequest


def routes_named(page_request: PageRequest) -> tuple[Component, ...]:
    """Return the routes that the sources name."""
    words, view = page_request.words, page_request.view(routes.build)
    title = words("Countries named as origin, transit or destination")
    about = words(
        "Who named which country, in what role and for which years. A mention says that a country was named, not how "
        "many persons went there."
    )
    if view.blocks:
        parts = [scrolled(title, _table(page_request, view)), _passages(page_request, view)]
    else:
        nobody = words("No source of this selection names a country.")
        parts = [html.P(gap("not_asked", nobody), className="s-not_asked")]
    return (html.Section([html.H2(title), html.P(about), *parts], className="card", id="routes"),)


def _table(page_request: PageRequest, view: routes.RouteTable) -> Component:
    words = page_request.words
    mentions = [mention for block in view.blocks for mention in block.mentions]
    kinds = [html.Th(words(BODIES[block.kind]), scope="colgroup", colSpan=len(block.mentions)) for block in view.blocks]
    bodies = [html.Th(_who(page_request, mention), scope="col") for mention in mentions]
    head = html.Thead([html.Tr([html.Td(rowSpan=2), *kinds]), html.Tr(bodies)])
    rows = []
    for n, place in enumerate(view.places):
        cells = [_cell(page_request, mention, n) for mention in mentions]
        rows.append(html.Tr([html.Th(words.text(place.short), scope="row"), *cells]))
    return html.Table([head, html.Tbody(rows)], className="data routes rows-as-blocks")


def _body(page_request: PageRequest, mention: routes.Mentions) -> str:
    return body_name(mention.head.reporter, page_request.words, page_request.snapshot.framework)


def _who(page_request: PageRequest, mention: routes.Mentions) -> list[Any]:
    return [_body(page_request, mention), html.Span(figure_period(page_request, mention.head), className="n")]


def _cell(page_request: PageRequest, mention: routes.Mentions, place: int) -> Component:
    words = page_request.words
    links: list[Component] = [
        html.A(label(words, named.role), href=evidence_address(page_request, named.figure), className="role")
        for named in mention.named[place]
    ]
    if not links:
        silent: Any = {"aria-hidden": "true"}
        not_named = html.Span(words("not named"), className="visually-hidden")
        links = [html.Span("·", className="none", **silent), not_named]
    name = f"{_body(page_request, mention)}, {figure_period(page_request, mention.head)}"
    return named_cell(name, links, None if mention.named[place] else "empty")


def _passages(page_request: PageRequest, view: routes.RouteTable) -> Component:
    parts: list[Component] = [html.Summary(page_request.words("The passages behind this table"))]
    for mention in (mention for block in view.blocks for mention in block.mentions):
        parts.append(html.H3(_who(page_request, mention)))
        for figure in mention.passages:
            parts += quotations(page_request, figure)
            if figure.note:
                parts.append(html.P(note_text(page_request, figure.note, figure.source_id), className="fact-note"))
    return html.Details(parts)
