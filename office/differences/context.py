"""What the template of differences is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from web.templating import Context

if TYPE_CHECKING:
    from bukhara.model.difference import Difference
    from bukhara.model.framework import Country


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences(Context):
    """Differences by state; `standings` are the codes and names of what can be decided."""

    template: ClassVar[str] = "differences/differences.html"
    states: tuple[tuple[Country, tuple[Difference, ...]], ...]
    standings: tuple[tuple[str, str], ...]
    longest: int
