"""The statements behind the picture of Needs, theme by theme and state by state, folded."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.framework import Country, Item
from bukhara.model.statement import Statement
from bukhara.views.statements.speakers import is_beside
from bukhara.views.themes.challenges import Challenges
from web.components.lists import counted, fold
from web.components.statements import point, rest
from web.request import PageRequest

MOST = 20
"""Statements of a cell."""


def statements(page_request: PageRequest, view: Challenges) -> Component:
    """Return every challenge and need in words, or that nothing of this kind was named."""
    words = page_request.words
    if not view.rows:
        nothing = words("Nothing of this kind was named. Choose “all” to see every challenge and need.")
        return html.P(nothing, className="card")
    parts: list[Component] = []
    for row in view.rows:
        places = [
            _place(page_request, row.item, country, cell)
            for country, cell in zip(view.columns, row.cells, strict=True)
            if cell
        ]
        name = html.Summary(counted(words.text(row.item.name), sum(map(len, row.cells))))
        columns = html.Div(places, className="columns", id=row.item.id)
        parts.append(html.Details([name, columns], className="needs"))
    count = words.plural("{n} statement, theme by theme", "{n} statements, theme by theme", view.count)
    return fold(count, *parts)


def _place(page_request: PageRequest, item: Item, country: Country, held: Sequence[Statement]) -> Component:
    words, snapshot = page_request.words, page_request.snapshot
    beside = words("about something else")
    every = page_request.href("/evidence", countries=country.code, item=item.id)
    points = [
        html.Div(
            point(page_request, each, label(words, each.kind), beside if is_beside(snapshot, each) else ""),
            className=f"point s-{'challenge' if each.kind == 'challenge' else 'planned'}",
        )
        for each in held[:MOST]
    ]
    parts = [html.H3(words.text(country.short)), *points, *rest(page_request, len(held), MOST, every)]
    return html.Div(parts, className="place", id=f"{item.id}-{country.code}")
