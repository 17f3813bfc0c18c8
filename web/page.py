"""A page before it is drawn: title, filters, sections of components, HTML and charts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.chart import Chart
from web.request import PageRequest


@dataclass(frozen=True, slots=True)
class Filter:
    """One selection of the address: its name, label, options (value, label) and present value."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


Section = Component | Markup | Chart
"""A part of a page: components, HTML of a template, or a chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Title, one sentence, filters and sections in reading order; `found` False answers 404.

    `private` marks a page of the office: it shows messages to the person signed in, and no banner of a preview.
    `dated` marks one that shows statuses: its head says whose they are and of which day, as that of a public page does.
    `folded` filters are behind one button; `above` is before the filters.
    `look` are classes for the styles of this page alone.
    `needs_dash` marks a page that is of no use before Dash has drawn it; others ask for Dash when they are touched.
    `head` is what search engines and messengers read of the page.
    `narrowed_by` are choices of all pages that narrow what it shows, besides its filters; it has its own way to choose.
    `figures` marks a page of figures: each chart names its source, and they go up to the newest one.
    `tabs` are the values of the selection `tab`: each shows other sections of the page.
    `restricted` returns sections for those who may see them; it is called for each request and never kept.
    `components` returns all that the page shows, written as in Dash's manual; it is called for each request too.
    """

    title: str
    lead: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    above: tuple[Component, ...] = ()
    filters: tuple[Filter, ...] = ()
    narrowed_by: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    found: bool = True
    private: bool = False
    dated: bool = False
    folded: bool = False
    look: str = ""
    needs_dash: bool = False
    figures: bool = False
    tabs: tuple[str, ...] = ()
    restricted: Callable[[PageRequest], tuple[Component, ...]] | None = None
    components: Callable[[PageRequest], Any] | None = None
    head: Markup | str = ""

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts among the sections."""
        return tuple(section for section in self.sections if isinstance(section, Chart))
