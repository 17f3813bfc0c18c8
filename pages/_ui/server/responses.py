"""What every answer carries: compression, caching and security headers; and whether the server is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response, current_app, g, jsonify, request
from flask_compress import Compress

from bukhara.errors import StoreUnavailable
from pages._ui.doors.registry import DOORS
from pages._ui.parts.actor import actor
from pages._ui.server.style import COLOUR_MODE_HASH

if TYPE_CHECKING:
    from dash import Dash

YEAR = "public, max-age=31536000, immutable"
KEPT = ("/_dash-component-suites/", "/assets/")
COMPRESSED = [
    "text/html",
    "text/css",
    "text/javascript",
    "text/csv",
    "image/svg+xml",
    "application/json",
    "application/javascript",
    "application/problem+json",
    "application/vnd.sdmx.data+csv",
]
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


def register(app: Dash) -> None:
    """Add readiness, compression and headers to the server behind `app`."""
    server: Flask = app.server
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=5, COMPRESS_MIN_SIZE=400)
    server.config.update(COMPRESS_MIMETYPES=COMPRESSED, COMPRESS_ALGORITHM_STREAMING=["br", "gzip"])
    Compress(server)
    server.add_url_rule("/readyz", "ready", _ready)
    server.after_request(lambda response: _with_headers(response, app))


def _ready() -> tuple[Response, int]:
    try:
        return jsonify(ready=True, release=current_app.config["SERVICE"].ready()), 200
    except StoreUnavailable:
        return jsonify(ready=False, release=None), 503


def _with_headers(response: Response, app: Dash) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        hashes = " ".join(f"'{h.strip(chr(39))}'" for h in (*app.csp_hashes(), COLOUR_MODE_HASH))
        response.headers["Content-Security-Policy"] = POLICY.format(hashes=hashes)
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.vary.add("Cookie")
    if current_app.config["SERVICE"].settings.base_url.startswith("https://"):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.path.startswith(KEPT) and response.status_code == 200:
        response.headers["Cache-Control"] = YEAR
    elif _for_one_reader():
        response.headers["Cache-Control"] = "no-store"
    return response


def _for_one_reader() -> bool:
    """Return whether the answer was made for somebody: no browser or proxy may keep it."""
    if (request.endpoint or "") in DOORS:
        return True
    paint = g.get("paint")
    drawn_for_one = paint is not None and (paint.page.private or bool(paint.page.refused))
    return drawn_for_one or (not request.path.startswith("/api/") and actor().signed_in)
