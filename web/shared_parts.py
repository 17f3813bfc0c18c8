"""What Dash keeps beside every page: where the reader is and goes, and what is said while something is under way."""

from dash import ALL, ClientsideFunction, Dash, Input, dcc, html
from dash.development.base_component import Component

from web import chart_card, evidence_drawer

GO, CHOICE, NOTICE = "go", "choice", "notice"
"""Another page is an address written into `go`, another choice of pictures a query written into `choice`."""


def parts() -> tuple[Component, ...]:
    """Return the parts beside the pages."""
    return (
        dcc.Location(id=GO, refresh="callback-nav"),
        dcc.Location(id=CHOICE, refresh=False),
        html.Div(id=NOTICE, className="notice", role="status"),
        evidence_drawer.asked(),
    )


def register(app: Dash) -> None:
    """Register the callbacks of all pages: the filters, the evidence at the side, charts."""
    app.clientside_callback(
        ClientsideFunction("bukhara", "select"),
        Input({"type": "filter", "name": ALL}, "value"),
        prevent_initial_call=True,
    )
    evidence_drawer.register(app)
    chart_card.register(app)
