"""What both parts of Statistics show: names of measures, an empty selection and quotations."""

from dataclasses import dataclass
from typing import ClassVar

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
    """Every figure with its source: names of groups with their figures, and whether the groups are open."""

    template: ClassVar[str] = "pages/statistics_records.html"
    groups: tuple[tuple[str, tuple[Observation, ...]], ...]
    is_open: bool


def measure_names(page_request: PageRequest) -> dict[str, str]:
    """Return the names of the measures to choose from by their codes."""
    words, framework = page_request.words, page_request.snapshot.framework
    together = words("trafficking in persons and related offences, recorded")
    return {
        topic: together if topic == statistics.REGISTERED else words.text(framework.indicator(topic).name)
        for topic in page_request.view(statistics.topics)
    }
