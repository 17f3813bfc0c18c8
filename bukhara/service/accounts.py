"""The door for accounts: who there is, who is signed in, links for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.service.core import Core


class Accounts:
    """The door for accounts: who there is, who is signed in, links for the first time."""

    def __init__(self, core: Core) -> None:
        """Stand beside the service."""
        self._core = core
