"""What every response has: compression, caching and security headers; and whether the server is ready."""

from dash import Dash
from flask import Flask, Response, g, jsonify, request
from flask_compress import Compress

from bukhara.errors import FrameworkInvalid, StoreUnavailable
from bukhara.exports.formats import FORMATS, format_of
from bukhara.wing import merged
from web.dash_internals import SUITES
from web.inline_scripts import HASHES
from web.permissions import permission_of
from web.request import actor, service

YEAR = "public, max-age=31536000, immutable"
KEPT = (SUITES, "/assets/")
COMPRESSED = [
    "text/html",
    "text/css",
    "text/javascript",
    "image/svg+xml",
    "application/javascript",
    "application/problem+json",
    *(each.media_type.partition(";")[0] for each in map(format_of, FORMATS) if not each.is_compressed),
]
# styles stand in pages: the critical ones in the head, widths of bars and places of marks in attributes, which no hash
# can allow; a style runs nothing, and with default-src 'self' it loads nothing from elsewhere
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
    server.before_request(_leave_out_refused_encodings)
    Compress(server)
    server.add_url_rule("/readyz", "ready", _ready)
    server.after_request(lambda response: _with_headers(response, app))


def _leave_out_refused_encodings() -> None:
    """Leave out of the request what it refuses with `q=0`, because the compression would choose it."""
    asked = request.environ.get("HTTP_ACCEPT_ENCODING", "")
    if "q=0" in asked:
        wanted = (f"{name};q={quality}" for name, quality in request.accept_encodings if quality > 0)
        request.environ["HTTP_ACCEPT_ENCODING"] = ", ".join(wanted)


def _ready() -> tuple[Response, int]:
    try:
        found = service()
        found.framework()
        found.publish_due()
        release = found.prepare(beside=True)
    except (FrameworkInvalid, StoreUnavailable) as error:
        g.trouble = f"{type(error).__name__}: {error}"
        return jsonify(ready=False, release=None), 503
    answer = jsonify(ready=True, release=release)
    # a proxy keeps pages by it: they change with the newest release and the day
    answer.set_etag(f"{release}-{found.today()}")
    return answer, 200


def _with_headers(response: Response, app: Dash) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        hashes = " ".join((*(f"'{h.strip(chr(39))}'" for h in app.csp_hashes()), HASHES))
        response.headers.setdefault("Content-Security-Policy", POLICY.format(hashes=hashes))
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        if not response.cache_control.public:
            response.vary.add("Cookie")
    if service().settings.has_tls:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.path.startswith(KEPT) and response.status_code == 200:
        response.headers["Cache-Control"] = YEAR
    elif not (response.cache_control.public and not actor().signed_in) and (
        permission_of(request.endpoint) or (actor().signed_in and request.endpoint not in merged("open"))
    ):
        # it was made for one person: no browser or proxy may keep it
        response.headers["Cache-Control"] = "no-store"
    return response
