"""Addresses that are no pages: forms sent, files fetched. Each names the action of the policy; others are refused.

A door is a function from the request to an answer; what it raises of the domain becomes a page that says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, redirect, request

from bukhara.access import Action, decide
from bukhara.errors import DraftConflict, NotAllowed
from pages._ui.actor import actor
from pages._ui.address import page_of
from pages._ui.document import plain_document
from pages._ui.reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response


@dataclass(frozen=True, slots=True)
class Door:
    """One address: its rule, method, action, and what answers."""

    rule: str
    method: str
    action: Action
    answer: Callable[..., Any]


DOORS: dict[str, Door] = {}
# what Dash, the API and the shell answer to anybody, by endpoint
OPEN = frozenset({"ready", "style", "plotly_bundle", "download"})
_READ_ONLY = ("GET", "HEAD", "OPTIONS")


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
    server.register_error_handler(DraftConflict, _refused)


def _guard() -> Response | None:
    found = DOORS.get(request.endpoint or "")
    if found is None:
        dash = (request.endpoint or "").startswith(("/_dash", "_dash"))
        return None if request.method in _READ_ONLY or dash else abort(405)
    verdict = decide(actor(), found.action)
    if verdict.allowed:
        return None
    if not actor().signed_in and request.method == "GET":
        return redirect(f"/sign-in?next={request.path}", 303)
    raise NotAllowed(found.action, verdict.reason)


def _refused(error: NotAllowed | DraftConflict) -> tuple[str, int]:
    reader = reader_of(request.path, request.args.to_dict())
    page = page_of("pages.refused")(reader, error.reason)
    status = 409 if isinstance(error, DraftConflict) else (403 if actor().signed_in else 401)
    return plain_document(reader, page), status
