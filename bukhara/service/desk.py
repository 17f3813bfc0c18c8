"""The door for drafts: received, checked, compared, rehearsed, approved, published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.core import Core


class Desk:
    """The door for drafts: received, checked, compared, rehearsed, approved, published."""

    def __init__(self, core: Core) -> None:
        """Stand beside the service."""
        self._core = core
