"""Our cookies: for this site alone, not read by scripts, and by TLS only where readers come by it."""

from typing import Any

from bukhara.settings import Settings


def cookie_name(settings: Settings, name: str) -> str:
    """Return the name under which browsers take a cookie from this host alone, where readers come by TLS."""
    if not settings.has_tls:
        return name
    return f"__Secure-{name}" if settings.folder else f"__Host-{name}"  # the latter is for a whole host only


def cookie_options(settings: Settings) -> dict[str, Any]:
    """Return what every cookie is given with, and deleted with."""
    return {"secure": settings.has_tls, "httponly": True, "samesite": "Lax", "path": settings.folder or "/"}
