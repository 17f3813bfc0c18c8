"""Composition root: settings -> service -> Dash (pages), Flask (office), wings. WSGI servers run `create_server()`."""

import gc
import logging
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from inspect import signature
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dash import Dash, html, page_container
from flask import Flask, g, make_response, request
from markupsafe import Markup, escape
from werkzeug.serving import is_running_from_reloader
from werkzeug.urls import iri_to_uri

from bukhara.cli.http_server import bound
from bukhara.errors import BukharaError
from bukhara.i18n.readers import is_public
from bukhara.service import Service, utc_now
from bukhara.service.operation import var_folder
from bukhara.service.operation.seed import unpublished
from bukhara.service.operation.var_folder import secret_key
from bukhara.settings import Settings, refuse_unsafe
from bukhara.wing import functions
from office import registration as office
from web import (
    access_log,
    addresses,
    country_files,
    crawlers,
    dash_internals,
    downloads,
    due_drafts,
    error_pages,
    finished_pages,
    fonts,
    frozen_routes,
    inline_scripts,
    language,
    pack_routes,
    responses,
    shared_parts,
)
from web.addresses import address_of
from web.finished_pages import html_page
from web.first_paint import to_html
from web.layout import adopt_pages, draw, title_of_page
from web.parameters import DRAWER
from web.public_pages import is_same_for_everybody, page_at, public_request
from web.request import PageRequest
from web.security import callback_guard, csrf, guard, hosts, sessions
from web.static import dash_files, plotly_bundle, stylesheet, used_styles
from web.templating import compile_templates

_LOG = logging.getLogger(__name__)
ROOT = Path(__file__).parent
ASSETS = ROOT / "assets"
HERE = "127.0.0.1"
RELOADED = ("assets", "office/templates", "web/templates")
NOINDEX = Markup('<meta name="robots" content="noindex">')
DESCRIPTION = Markup('<meta name="description" content="{}">')
INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>{metas}{head}<link rel="icon" href="{icon}">
<link rel="expect" href="#react-entry-point" blocking="render">{fonts}
<script>{mode}</script><style>{styles}</style>{css}</head>
<body><div id="first-paint">{paint}</div>{app_entry}
<div>{config}<template id="later"{at_once}><link rel="stylesheet" href="{stylesheet}"><script src="{client}"></script>
{ahead}{scripts}{renderer}</template></div><script>{start}</script></body>
</html>"""


class Monitor(Dash):
    """Dash whose first response already holds the page, so that it is read before any script runs.

    What Dash itself puts around a page, its scripts and settings, is the same on every page: it is made once.
    """

    _around: Mapping[str, str] = MappingProxyType({})

    def index(self, *_args: Any, **_kwargs: Any) -> Any:
        """Answer the address of a public page, or 404 with the page that says so."""
        page_request = public_request(f"/{request.path.lstrip('/')}", language.with_language(request.args.to_dict()))
        make = partial(self._page, page_request)
        is_kept = is_same_for_everybody(page_request)
        answer = html_page(page_request, make) if is_kept else make_response(make())
        if not request.args.get("lang"):  # it is the page at the address with the language
            answer.headers["Content-Location"] = iri_to_uri(page_request.here())
        return answer

    def _page(self, page_request: PageRequest) -> tuple[str, int]:
        """Return the HTML of a page and its status."""
        g.page_request, g.page = page_at(page_request.path, page_request.query)
        is_anew = not self._around or self.server.debug
        html: str = super().index() if is_anew else self._with_page()  # type: ignore[no-untyped-call]
        return html, 200 if g.page.found else 404

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """Keep what Dash puts around a page, and return the page in it."""
        own = {
            "app_entry": dash_internals.hidden(parts["app_entry"]),
            "config": dash_internals.for_every_load(parts["config"]),
            "scripts": dash_internals.needed(parts["scripts"]),
        }
        self._around = parts | own
        return self._with_page()

    def _with_page(self) -> str:
        """Put the drawn page before Dash's own entry point."""
        config = self.server.config
        paint = to_html(draw(g.page_request, g.page))
        own = {
            "language": g.page_request.words.language,
            "title": escape(title_of_page()),
            "head": NOINDEX * (not is_public(g.page_request.words.language))
            + (g.page.head or DESCRIPTION.format(g.page.lead or g.page.title)),
            "paint": paint,
            "styles": used_styles.used(config["STYLES"], paint),
            "fonts": fonts.of_page(g.page_request.words.language),
            "mode": inline_scripts.COLOUR_MODE,
            "at_once": " data-at-once" if self._needs_dash() else "",
            "ahead": dash_internals.asked_ahead(),
            "icon": address_of("/assets/icon.svg"),
            "stylesheet": address_of(config["STYLESHEET"]),
            "start": inline_scripts.START,
            "client": address_of(config["CLIENT_SCRIPT"]),
        }
        return INDEX.format(**{**self._around, **own})

    def _needs_dash(self) -> bool:
        """Return whether Dash's scripts come with the page: it needs them, evidence is open, or somebody develops."""
        return g.page.needs_dash or DRAWER in g.page_request.query or self.server.debug


def create_app(
    settings: Settings | None = None, clock: Callable[[], datetime] = utc_now, last_release: int | None = None
) -> Dash:
    """Return the dashboard for these settings (by default: from the environment), this clock and newest release."""
    settings = settings or Settings()
    refuse_unsafe(settings)
    server = error_pages.Server("bukhara", static_folder=None)
    service = Service(settings, clock, last_release)
    server.config.update(SERVICE=service, SECRET_KEY=secret_key(settings))
    access_log.register(server)
    addresses.register(server, settings.folder)
    hosts.believe_proxies(server, settings.proxy_hops)
    hosts.register(server, settings)
    sessions.register(server, service)
    downloads.register(server)
    country_files.register(server)
    crawlers.register(server)
    pack_routes.register(server)
    frozen_routes.register(server)
    # Dash 4.5 starts a store in the folder for temporary files
    newer: Any = {"shared_storage": None} if "shared_storage" in signature(Dash).parameters else {}
    app: Any = Monitor(
        "app",
        server=server,  # type: ignore[arg-type]
        use_pages=True,
        title="Bukhara Monitor",
        requests_pathname_prefix=f"{settings.folder}/",
        routes_pathname_prefix="/",
        update_title="",
        include_assets_files=False,  # INDEX names them
        suppress_callback_exceptions=True,
        include_pages_meta=False,
        health_endpoint="healthz",
        use_async=False,
        **newer,
    )
    adopt_pages()
    app.layout = html.Div([page_container, *shared_parts.parts()])
    shared_parts.register(app)
    stylesheet.register(server, ASSETS)
    dash_files.register(server)
    finished_pages.register(server)
    plotly_bundle.register(server, ASSETS / "vendor/plotly-basic.min.js.br")
    for name in ("client", "office"):
        server.config[f"{name.upper()}_SCRIPT"] = stylesheet.script(server, ASSETS, name)
    guard.register(server)
    for register in functions("register"):
        register(server)
    office.register(server, settings)
    csrf.register(server)
    callback_guard.register(app)
    language.register(server)
    due_drafts.register(server, service)
    error_pages.register(server)
    responses.register(app)
    dash: Dash = app
    return dash


def create_server(settings: Settings | None = None) -> Flask:
    """Return the WSGI application with the store prepared, for a process that lives as long as the server."""
    gc.disable()  # nearly all that is made here stays: to look for circles in it is a fifth of the start
    server: Flask = create_app(settings).server
    service = server.config["SERVICE"]
    service.framework()
    service.prepare()
    if unpublished(service.settings, service.opened()):
        _LOG.warning("Data that came with this version are not published yet. bukhara doctor names the commands.")
    var_folder.prepare(service.settings)
    for each in service.languages:  # a first request finishes Dash, and loads a language: no reader waits for either
        server.test_client().get(f"/?lang={each}")
    compile_templates("web")
    # a database connection must not be carried over a fork
    service.close()
    # the workers share it as long as nobody writes to it: whoever looks for circles would
    gc.freeze()
    gc.enable()
    return server


def develop() -> None:
    """Serve on this machine alone, with dev tools; a changed module, template, style or script reloads it."""
    settings = Settings()
    if not is_running_from_reloader():
        bound(HERE, settings.port).close()
    watched = [str(file) for folder in RELOADED for file in (ROOT / folder).rglob("*.*")]
    app = create_app(settings)
    app.config.suppress_callback_exceptions = False  # Dash says which callback has no part on any page
    app.run(
        host=HERE,
        port=settings.port,
        debug=True,
        dev_tools_disable_version_check=True,  # it asks another server
        dev_tools_prune_errors=False,  # it would answer every refusal with 500
        dev_tools_hot_reload_max_retry=100,  # a restart on a busy machine takes longer than eight tries
        extra_files=watched,
    )


if __name__ == "__main__":
    try:
        develop()
    except BukharaError as error:
        sys.exit(str(error))
