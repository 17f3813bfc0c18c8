"""Composition root: settings -> service -> Dash. `create_server()` is what a WSGI server runs."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd  # noqa: F401  (whole before plotly's encoder meets it in a thread)
from dash import ClientsideFunction, Dash, Input, html, page_container
from dash.dependencies import ALL
from flask import Flask, g

from bukhara.api import register_api
from bukhara.service import Service, utc_now
from bukhara.service.people.secret import secret_key
from bukhara.settings import Settings, refuse_unsafe
from pages._ui.doors import registry as doors
from pages._ui.doors import uploading
from pages._ui.parts import csrf, download
from pages._ui.parts.document import plain_document
from pages._ui.parts.first_paint import first_paint
from pages._ui.server import asked, hosts, openid, plotly_bundle, responses, session, style, troubles

ASSETS = Path(__file__).parent / "assets"
INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>{metas}<link rel="icon" href="/assets/icon.svg">
<script>{mode}</script><link rel="stylesheet" href="{style}">{css}</head>
<body><div id="first-paint">{paint}</div>{app_entry}<footer>{config}{scripts}{renderer}</footer></body>
</html>"""


class Monitor(Dash):
    """Dash whose first response already holds the page, so that it is read before any script runs."""

    def index(self, *_args: Any, **_kwargs: Any) -> Any:
        """Answer any address: the page, or 404 with the page that says so."""
        g.paint = first_paint()
        page = g.paint.page
        if page.private or page.refused:
            return plain_document(g.paint.reader, page), g.paint.status
        return super().index(), g.paint.status  # type: ignore[no-untyped-call]

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """Put the drawn page before Dash's own entry point."""
        entry = parts["app_entry"].replace('id="react-entry-point"', 'id="react-entry-point" hidden', 1)
        sheet = self.server.config["STYLE"]
        shown = {**parts, "app_entry": entry, "title": g.paint.title, "style": sheet}
        return INDEX.format(language=g.paint.language, paint=g.paint.html, mode=style.COLOUR_MODE, **shown)


def create_app(settings: Settings | None = None, clock: Callable[[], datetime] = utc_now) -> Dash:
    """Return the dashboard for these settings (by default: from the environment) and this clock."""
    settings = settings or Settings()
    refuse_unsafe(settings)
    server = Flask("bukhara", static_folder=None)
    service = Service(settings, clock)
    server.config.update(SERVICE=service, SECRET_KEY=secret_key(settings))
    hosts.register(server, settings)
    session.register(server, service)
    openid.register(server, service)
    register_api(server)
    download.register(server)
    app: Any = Monitor(
        "app",
        server=server,  # type: ignore[arg-type]
        use_pages=True,
        title="Bukhara Monitor",
        update_title="",
        assets_ignore=r"vendor.*|.*\.css|desk\.js",
        suppress_callback_exceptions=True,
        include_pages_meta=False,
        health_endpoint="healthz",
        use_async=False,
    )
    app.layout = html.Div([page_container, html.Div(id="selected", hidden=True)])
    app.clientside_callback(
        ClientsideFunction("bukhara", "select"),
        Input({"type": "filter", "name": ALL}, "value"),
        prevent_initial_call=True,
    )
    server.config["STYLE"] = style.register(server, ASSETS)
    plotly_bundle.register(server, ASSETS / "vendor/plotly-basic.min.js.br")
    server.config["DESK_SCRIPT"] = style.script(server, ASSETS)
    doors.register(server)
    uploading.register(server, settings.max_upload_mb)
    csrf.register(server)
    asked.register(app)
    troubles.register(server)
    responses.register(app)
    server.test_client().get("/healthz")  # the first request finishes Dash: no reader may meet it half made
    dash: Dash = app
    return dash


def create_server() -> Flask:
    """Return the WSGI application, made once in a process that lives as long as the server."""
    server: Flask = create_app().server
    # the workers share it as long as nobody writes to it: whoever looks for circles would
    gc.collect()
    gc.freeze()
    return server


if __name__ == "__main__":
    create_app().run(debug=True)
