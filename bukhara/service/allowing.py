"""Asks the policy before anything is done; a no is an exception with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.access import Action, decide
from bukhara.errors import NotAllowed

if TYPE_CHECKING:
    from bukhara.model.access import Actor


def allow(actor: Actor, action: Action, country: str | None = None) -> None:
    """Return where `actor` may do `action` with what is `country`'s; else raise NotAllowed."""
    verdict = decide(actor, action, country)
    if not verdict.allowed:
        raise NotAllowed(action, verdict.reason)
