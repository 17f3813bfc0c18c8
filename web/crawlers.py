"""What search engines and finders of faults ask for first: robots.txt, sitemap.xml, security.txt and the icon."""

from datetime import timedelta

from dash import page_registry
from flask import Flask, Response, abort, redirect

from bukhara.wing import wing_notes
from web.addresses import address_of
from web.request import service
from web.templating import ENVIRONMENT

VALID = timedelta(days=180)
"""How long security.txt is valid from the day that it is asked for; RFC 9116 wants less than a year."""
_TEXT = "text/plain; charset=utf-8"


def register(server: Flask) -> None:
    """Answer these four addresses."""
    server.add_url_rule("/robots.txt", "robots", _robots)
    server.add_url_rule("/sitemap.xml", "sitemap", _sitemap)
    server.add_url_rule("/.well-known/security.txt", "security_txt", _security)
    server.add_url_rule("/favicon.ico", "favicon", lambda: redirect(address_of("/assets/icon.svg"), 301))


def _robots() -> Response:
    closed = (f"Disallow: {address_of(path)}" for path in ("/_dash", "/download/", *dict(wing_notes("fault")).values()))
    return Response("\n".join(("User-agent: *", *closed, f"Sitemap: {_site()}/sitemap.xml", "")), content_type=_TEXT)


def _sitemap() -> Response:
    """Name every page of the menu, and those of the states and themes, in each language."""
    framework = service().snapshot().framework
    fixed = [
        entry["path"] for entry in page_registry.values() if entry["order"] is not None and not entry["path_template"]
    ]
    states = [f"/countries/{country.code}" for country in framework.countries]
    themes = [f"/themes/{item.id}" for item in framework.items]
    addresses = [f"{_site()}{path}" for path in (*fixed, *states, *themes)]
    text = ENVIRONMENT.get_template("web/sitemap.xml").render(addresses=addresses, languages=service().languages)
    return Response(text, content_type="application/xml; charset=utf-8")


def _security() -> Response:
    """Name whom to write to, where the operator has set an address."""
    settings = service().settings
    if not settings.error_reports_to:
        abort(404)
    until = f"{(service().now() + VALID).date()}T00:00:00Z"
    lines = (f"Contact: mailto:{settings.error_reports_to}", f"Expires: {until}", "")
    return Response("\n".join(lines), content_type=_TEXT)


def _site() -> str:
    return service().settings.address
