"""Opens the record for a command that reads or changes it."""

from __future__ import annotations

from bukhara.service import Service
from bukhara.settings import Settings


def current_service() -> Service:
    """Return the service on the store of the settings, with every draft published whose hour has come."""
    service = Service(Settings())
    service.publish_due()
    return service
