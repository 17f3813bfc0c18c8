"""Which public page an address shows: Dash's page registry is the one list of them."""

import logging
from collections.abc import Mapping
from dataclasses import replace

from flask import g

from bukhara.charts import theme
from bukhara.charts.chart import Chart
from bukhara.charts.svg.completed import completed
from bukhara.charts.svg.drawing import draw
from bukhara.charts.svg.subplots import draw_subplots
from web.dash_internals import page_of
from web.error_pages import not_found
from web.page import Page, Section
from web.parameters import DRAWER, PARAMETERS, PREVIEW
from web.request import PageRequest, actor, page_request_of


def page_at(path: str, query: Mapping[str, str]) -> tuple[PageRequest, Page]:
    """Return the request and the page at `path`; without such a page, the page "not found".

    It is made where nobody knows who reads; only the preview of a draft is not.
    """
    page_request = public_request(path, query)
    asked = page_request.without(DRAWER)
    entry, variables = page_of(path)

    def build() -> Page:
        g.asked = asked
        page: Page = entry["content"](**{**asked.query, **variables}) if entry else not_found(asked)
        page = page if page.found else not_found(asked)
        page = replace(page, sections=tuple(_drawn(asked, section) for section in page.sections))
        is_left = any(each.figure and not each.drawing for each in page.charts)  # to plotly
        return replace(page, needs_dash=True) if is_left else page

    return page_request, page_request.for_everybody(build)


def public_request(path: str, query: Mapping[str, str]) -> PageRequest:
    """Return the request for a public page; one that is kept has only parameters that pages know."""
    entry, _ = page_of(path)
    takes_all = entry and not entry.get("kept")
    return page_request_of(path, query if takes_all else {n: query[n] for n in sorted(query) if n in PARAMETERS})


def is_same_for_everybody(page_request: PageRequest) -> bool:
    """Return whether this reader gets the page that everybody gets: nobody is signed in, and no draft is looked at.

    A page that is not registered as `kept` may read the clock or who reads, so it is made for each reader.
    """
    entry, _ = page_of(page_request.path)
    return entry.get("kept", False) and PREVIEW not in page_request.query and not actor().signed_in


def _drawn(page_request: PageRequest, section: Section) -> Section:
    """Return a chart with its figure as SVG, if it can be drawn, without one where it has no mark; other sections."""
    if not isinstance(section, Chart) or section.figure is None:
        return section
    if not section.figure.get("data"):
        return replace(section, figure=None)
    subplots = section.subplots
    try:
        section = replace(section, figure=completed(section.figure))
        whole = (theme.in_words(section.figure or {}, page_request.words), section.id, section.height)
        drawing = draw_subplots(*whole, subplots) if subplots else draw(*whole)
        if section.narrow is None:
            return replace(section, drawing=drawing)
        figure, height = section.narrow
        narrow = draw(theme.in_words(figure, page_request.words), f"{section.id}-narrow", height)
        return replace(section, drawing=drawing, narrow_drawing=narrow)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        logging.getLogger(__name__).warning("the chart %s is left to plotly: %s", section.id, error)
        return section
