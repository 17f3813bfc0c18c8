"""The access log: one line for each request, with its id; no figures, tokens, queries or texts of forms."""

import logging
import secrets
import time
from urllib.parse import quote

from flask import Flask, Response, g, request, request_finished

HEADER = "X-Request-ID"
_LONGEST = 80
_SECRET = frozenset({"token", "key"})
_LOG = logging.getLogger("bukhara.access")


def register(server: Flask) -> None:
    """Give each request an id, which its response and its line of the log carry. Call this before all others."""
    server.before_request(_begin)
    server.after_request(_with_id)
    request_finished.connect(_write_line, server)


def _begin() -> None:
    g.request_id, g.began = secrets.token_hex(8), time.monotonic()


def _with_id(response: Response) -> Response:
    response.headers[HEADER] = g.setdefault("request_id", "")
    return response


def _write_line(_server: Flask, response: Response, **_: object) -> None:
    # the reason of a 503 or 507 is in the line of the request itself
    trouble = f" {g.trouble}" if "trouble" in g else ""
    fields = {
        "method": request.method,
        "path": _address(response.status_code),
        "status": response.status_code,
        "ms": round((time.monotonic() - g.get("began", time.monotonic())) * 1000),
        "id": g.request_id,
    }
    level = logging.WARNING if response.status_code >= 500 else logging.INFO
    _LOG.log(level, "%s %s %d %d ms id=%s%s", *fields.values(), trouble, extra={"fields": fields})


def _address(status: int) -> str:
    """Return the path; for one that may hold a token, or that nobody knows, the rule that answered it."""
    rule = request.url_rule
    if rule is None or status == 404 or _SECRET & set(request.view_args or {}):
        return rule.rule if rule else "-"
    return quote(request.path[:_LONGEST])
