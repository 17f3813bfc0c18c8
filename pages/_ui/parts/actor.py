"""Who is behind the present request; outside one, and without a session, anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, has_request_context

from bukhara.model.access import ANYBODY, Actor

if TYPE_CHECKING:
    from collections.abc import Callable


def actor() -> Actor:
    """Return who acts: as the server's session says (`ACTOR` of its configuration), else anybody."""
    if not has_request_context():
        return ANYBODY
    who: Callable[[], Actor] = current_app.config.get("ACTOR", lambda: ANYBODY)
    return who()
