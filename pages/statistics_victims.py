"""Victims as tabs of Statistics: shares within a country, who identified whom, routes as mentions, how to read them."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from bukhara.charts import shares, victim_shares
from bukhara.charts.chart import Chart
from bukhara.i18n.record_texts import titles
from bukhara.model.messages import N_
from bukhara.views import identified, routes
from bukhara.views import victim_shares as within_country
from bukhara.views.victim_shares import MEASURE
from web.charts import figure_address, source_line, with_differing
from web.request import PageRequest
from web.templating import Context, render

BODIES = {
    "state": N_("State bodies"),
    "civil_society": N_("Civil society"),
    "international": N_("International organisations"),
}
MORE = Markup('<p class="more-rows"><a class="btn btn-outline-secondary" href="{1}">{0}</a></p>')
METADATA = "https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2"
Sections = tuple[Markup | Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifiedBy(Context):
    """Figures by state and kind of body.

    Attributes:
        view: the figures.
        bodies: the names of the kinds.
        differing: the difference that a figure is in, by the id of the figure.
    """

    template: ClassVar[str] = "pages/statistics_bodies.html"
    view: identified.IdentifiedVictims
    bodies: dict[str, str]
    differing: dict[str, str]


def victims(page_request: PageRequest) -> Sections:
    """Return the shares of each country and of the region, and how to read them."""
    report = next((reading.source_id for reading in page_request.snapshot.framework.readings if reading.source_id), "")
    return (
        *_shares(page_request),
        *_region(page_request),
        render(page_request, "pages/statistics_reading.html", metadata=METADATA, source_id=report),
    )


def bodies(page_request: PageRequest) -> Sections:
    """Return the figures of each kind of body by country."""
    names = {key: page_request.words(name) for key, name in BODIES.items()}
    differing = {figure.observation_id: d.group for d in page_request.snapshot.differences for figure in d.observations}
    context = IdentifiedBy(view=page_request.view(identified.build), bodies=names, differing=differing)
    return (render(page_request, context),)


def routes_named(page_request: PageRequest) -> Sections:
    """Return the routes that the sources name."""
    return (render(page_request, "pages/statistics_routes.html", matrix=page_request.view(routes.build)),)


def _shares(page_request: PageRequest) -> Sections:
    """Return the newest shares that UNODC has of each country; nothing without its figures."""
    words, view = page_request.words, page_request.view(within_country.build)
    if not view.columns:
        return ()
    ids = dict.fromkeys(figure.source_id for figure in view.figures)
    source = words("Source: {titles}", titles=titles([page_request.snapshot.source(each) for each in ids], words))
    drawn = victim_shares.chart(view, words, source=source, href=figure_address(page_request))
    every = words("All figures sent to UNODC, year by year"), page_request.href("/statistics", measure=MEASURE)
    return (with_differing(page_request, drawn, view.figures), MORE.format(*every))


def _region(page_request: PageRequest) -> Sections:
    words, view = page_request.words, page_request.view(identified.build)
    headings = (
        ("shares-sex-age", words("Identified victims in the region by sex and age, shares"), view.by_sex_and_age),
        ("shares-form", words("Identified victims in the region by form of exploitation, shares"), view.by_form),
    )
    href, source = figure_address(page_request), source_line(page_request, "REG")
    drawn = (
        with_differing(
            page_request, shares.chart(held, words, heading=(name, title), source=source, href=href), held.figures
        )
        for name, title, held in headings
        if held.figures
    )
    return tuple(drawn)
