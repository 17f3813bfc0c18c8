"""What the template of differences is filled with."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.difference import Difference
from bukhara.model.framework import Country
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences(Context):
    """Differences by state; `statuses` are the codes and names of what can be decided."""

    template: ClassVar[str] = "differences/differences.html"
    states: tuple[tuple[Country, tuple[Difference, ...]], ...]
    statuses: tuple[tuple[str, str], ...]
    longest: int
