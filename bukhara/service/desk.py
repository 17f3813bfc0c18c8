"""The door for drafts: received, checked, compared, rehearsed, approved, published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.service import Service


class Desk:
    """The door for drafts: received, checked, compared, rehearsed, approved, published."""

    def __init__(self, service: Service) -> None:
        """Stand beside the service."""
        self._service = service
