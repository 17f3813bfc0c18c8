"""The door for the right of reply: a state's own words, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.core import Core


class Replies:
    """The door for the right of reply: a state's own words, item by item."""

    def __init__(self, core: Core) -> None:
        """Stand beside the service."""
        self._core = core
