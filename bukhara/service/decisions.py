"""The door for decisions on differences between sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.core import Core


class Decisions:
    """The door for decisions on differences between sources."""

    def __init__(self, core: Core) -> None:
        """Stand beside the service."""
        self._core = core
