"""Addresses that are no pages: forms sent, files fetched. Each names the action of the policy; others are refused.

A door is a function from the request to an answer; what it raises of the domain becomes a page that says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, flash, redirect, request

from bukhara.access import Action, decide
from bukhara.errors import NotAllowed, Refused
from bukhara.service.authorize import authorize
from pages._ui.parts.actor import actor
from pages._ui.parts.address import page_of
from pages._ui.parts.csrf import STALE, CSRFError, from_elsewhere
from pages._ui.parts.document import plain_document
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response

    from pages._ui.parts.reader import Reader


@dataclass(frozen=True, slots=True)
class Door:
    """One address: its rule, method, action, and what answers."""

    rule: str
    method: str
    action: Action
    answer: Callable[..., Any]


DOORS: dict[str, Door] = {}
# What answers to anybody, by endpoint, with its address as docs/permissions.md has it. All else is refused.
OPEN = {
    "/": "/",
    "/<path:path>": "/<page>",
    "/_dash-layout": "/_dash-layout",
    "/_dash-dependencies": "/_dash-dependencies",
    "/_dash-update-component": "/_dash-update-component",
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": "/_dash-component-suites/<file>",
    "/_reload-hash": "/_reload-hash",
    "/_favicon.ico": "/_favicon.ico",
    "/healthz": "/healthz",
    "ready": "/readyz",
    "_dash_assets.static": "/assets/<file>",
    "style": "/assets/<file>",
    "desk": "/assets/<file>",
    "download": "/download/<chart>.<kind>",
    "api.observations": "/api/v1/observations",
    "api.evidence": "/api/v1/evidence",
    "api.progress": "/api/v1/progress",
    "api.differences": "/api/v1/differences",
    "api.sources": "/api/v1/sources",
    "api.framework": "/api/v1/framework",
    "api.releases": "/api/v1/releases",
    "api_description": "/api/v1/openapi.json",
    "api_unknown": "/api/<rest>",
}
_READ_ONLY = ("GET", "HEAD", "OPTIONS")
# Dash asks for pages by POST and changes nothing; the API answers a POST with its own 405.
_POSTED_TO = frozenset({"/_dash-update-component", "api_unknown"})


def door(rule: str, action: Action, method: str = "POST") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as what answers `method` at `rule`, for those who may do `action`."""

    def keep(answer: Callable[..., Any]) -> Callable[..., Any]:
        DOORS[f"door:{method}:{rule}"] = Door(rule, method, action, answer)
        return answer

    return keep


def register(server: Flask) -> None:
    """Open the doors and close every other way of changing anything."""
    for endpoint, each in DOORS.items():
        server.add_url_rule(each.rule, endpoint, each.answer, methods=[each.method])
    server.before_request(_guard)
    server.register_error_handler(NotAllowed, _refused)
    server.register_error_handler(Refused, _refused)
    server.register_error_handler(CSRFError, _from_elsewhere)


def _guard() -> Response | None:
    if request.endpoint is None:
        return None
    if request.method not in _READ_ONLY and from_elsewhere():
        raise CSRFError(STALE)
    found = DOORS.get(request.endpoint)
    if found:
        return _by_policy(found)
    if request.endpoint not in OPEN:
        abort(404)
    if request.method not in _READ_ONLY and request.endpoint not in _POSTED_TO:
        abort(405)
    return None


def _by_policy(found: Door) -> Response | None:
    if not actor().signed_in and request.method == "GET" and not decide(actor(), found.action).allowed:
        reader = reader_of(request.path, request.args.to_dict())
        return redirect(reader.href("/sign-in", next=request.path), 303)
    authorize(current_app.config["SERVICE"], actor(), found.action)
    return None


def led_back(reader: Reader, back: str, do: Callable[[], str]) -> Response:
    """Do what was asked and lead back with what was done, which `do` says or leaves unsaid, or with why it was not."""
    try:
        said = do()
    except Refused as conflict:
        flash(reader.words(conflict.reason), "trouble")
    else:
        if said:
            flash(said, "done")
    return redirect(back, 303)


def _refused(error: NotAllowed | Refused) -> tuple[str, int]:
    if isinstance(error, Refused):
        return _said(error.reason), 409
    return _said(error.reason), 403 if actor().signed_in else 401


def _from_elsewhere(_error: CSRFError) -> tuple[str, int]:
    found = DOORS.get(request.endpoint or "")
    verdict = decide(actor(), found.action) if found else None
    # The token of a form ends with its session: what is missing is not the form, but the signing in.
    if verdict and not verdict.allowed and not actor().signed_in and not from_elsewhere():
        return _said(verdict.reason), 401
    return _said(STALE), 400


def _said(reason: str) -> str:
    reader = reader_of(_place(), request.args.to_dict())
    return plain_document(reader, page_of("pages.refused")(reader, reason))


def _place() -> str:
    """Return the page that a form stood on, where the browser tells: a door itself is no place to come back to."""
    came = urlsplit(request.referrer or "")
    return came.path if request.method == "POST" and came.netloc == request.host and came.path else request.path
