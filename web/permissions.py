"""Which action an address needs: written beside its route with `@requires`, read by the guard and the navigation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from flask import current_app
from werkzeug.exceptions import HTTPException

from bukhara.access import decide
from web.request import actor

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Permission:
    """What a route needs. Without a sign-in, a file redirects to the sign-in page and a page is answered with 401."""

    action: str
    is_file: bool = False


def requires(action: str, *, is_file: bool = False) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Mark a view function with the action that it needs. The guard refuses a function without a mark."""

    def mark(view: Callable[P, T]) -> Callable[P, T]:
        view.permission = Permission(action, is_file)  # type: ignore[attr-defined]
        return view

    return mark


def permission_of(endpoint: str | None) -> Permission | None:
    """Return the permission that an endpoint needs, or None if its function has no `@requires`."""
    found: Permission | None = getattr(current_app.view_functions.get(endpoint or ""), "permission", None)
    return found


def permission_at(path: str) -> Permission | None:
    """Return the permission for the page at a path, or None if the page is public or does not exist."""
    try:
        endpoint, _ = current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return None
    return permission_of(endpoint)


def may(action: str, country: str | None = None) -> bool:
    """Return whether the policy lets the present reader perform `action` on that country's data."""
    return decide(actor(), action, country).allowed
