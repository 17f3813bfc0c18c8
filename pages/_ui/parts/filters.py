"""Selections as native controls; assets/client.js carries a change into the address."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from pages._ui.parts.page import Filter


def filter_id(name: str) -> dict[str, str]:
    """Return the id of the control of one selection."""
    return {"type": "filter", "name": name}


def control(selection: Filter) -> Component:
    """Return a labelled select for one selection."""
    options = [{"value": value, "label": text} for value, text in selection.options]
    select = dbc.Select(id=filter_id(selection.name), options=options, value=selection.value)
    return html.Label([html.Span(selection.label), select], className="filter")


def bar(selections: tuple[Filter, ...]) -> Component:
    """Return all selections of a page in one line."""
    return html.Div([control(selection) for selection in selections], className="filters", role="group")
