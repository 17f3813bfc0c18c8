"""What both parts of Statistics show: names of measures, an empty selection, differences and quotations."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.views import statistics
from web.request import PageRequest
from web.templating import Context

DETAIL = "detail"
"""The value of the selection `tab` for this part of Statistics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Context):
    """Says that no source has such a figure; `relaxed` are name and address of each filter to leave out."""

    template: ClassVar[str] = "pages/statistics_empty.html"
    relaxed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecords(Context):
    """Differences between sources, and every figure with its source.

    Attributes:
        differences: the differences, states in fixed order.
        groups: names of groups with their figures.
        is_open: whether the groups are open.
    """

    template: ClassVar[str] = "pages/statistics_records.html"
    differences: tuple[Difference, ...]
    groups: tuple[tuple[str, tuple[Observation, ...]], ...] = ()
    is_open: bool = False


def measure_names(page_request: PageRequest) -> dict[str, str]:
    """Return the names of the measures to choose from by their codes."""
    words, framework = page_request.words, page_request.snapshot.framework
    together = words("trafficking in persons and related offences, recorded")
    return {
        topic: together if topic == statistics.REGISTERED else words.text(framework.indicator(topic).name)
        for topic in page_request.view(statistics.topics)
    }
