"""The door for rounds: who was asked what, when, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.core import Core


class Rounds:
    """The door for rounds: who was asked what, when, and what came back."""

    def __init__(self, core: Core) -> None:
        """Stand beside the service."""
        self._core = core
