"""What every answer carries: compression, caching, security headers, and plotly from our own small bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import brotli
from flask import Flask, Response, current_app, jsonify, request
from flask_compress import Compress

from bukhara.errors import StoreUnavailable

if TYPE_CHECKING:
    from dash import Dash

PLOTLY = "assets/vendor/plotly-basic.min.js.br"
YEAR = "public, max-age=31536000, immutable"
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
    """Add readiness, the plotly bundle and the headers to the server behind `app`."""
    server: Flask = app.server
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIN_SIZE=400,
        COMPRESS_MIMETYPES=COMPRESSED,
    )
    Compress(server)
    bundle = (app_folder(app) / PLOTLY).read_bytes()

    @server.before_request
    def own_plotly() -> Response | None:
        if not request.path.endswith("/plotly/package_data/plotly.min.js"):
            return None
        if "br" in request.headers.get("Accept-Encoding", ""):
            answer = Response(bundle, content_type="text/javascript")
            answer.headers["Content-Encoding"] = "br"
        else:
            answer = Response(brotli.decompress(bundle), content_type="text/javascript")
        answer.headers["Vary"] = "Accept-Encoding"
        return answer

    @server.get("/readyz")
    def ready() -> tuple[Response, int]:
        try:
            return jsonify(ready=True, release=current_app.config["SERVICE"].ready()), 200
        except StoreUnavailable:
            return jsonify(ready=False, release=None), 503

    @server.after_request
    def headers(response: Response) -> Response:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        if response.mimetype == "text/html":
            hashes = " ".join(f"'{h}'" if not h.startswith("'") else h for h in app.csp_hashes())
            response.headers["Content-Security-Policy"] = POLICY.format(hashes=hashes)
        if request.path.startswith(("/_dash-component-suites/", "/assets/")) and response.status_code == 200:
            response.headers["Cache-Control"] = YEAR
        return response


def app_folder(app: Dash) -> Path:
    """Return the folder that holds app.py and assets/."""
    return Path(app.config.assets_folder).parent
