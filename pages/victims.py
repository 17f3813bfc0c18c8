"""Victims: shares within a country, UNODC's years, who identified whom, routes as mentions, and how to read them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts import shares, small_multiples, victim_shares
from bukhara.charts.chart import Chart
from bukhara.i18n.record_texts import titles
from bukhara.model.messages import N_
from bukhara.views import explore, identified, routes, statistics
from bukhara.views import victim_shares as within_country
from bukhara.views.statistics import Part
from web.charts import figure_address, source_line, with_differing
from web.components.lists import chosen_tab, tab_links
from web.filters import part_filter
from web.layout import layout_of
from web.page import Filter, Page
from web.request import PageRequest
from web.templating import Context, render

TABS = (
    ("shares", N_("Who was identified")),
    ("years", N_("Year by year")),
    ("bodies", N_("Identified by whom")),
    ("routes", N_("Routes named")),
    ("reading", N_("The region, and how to read")),
)
UNODC_TABS = ("shares", "years")
BODIES = {
    "state": N_("State bodies"),
    "civil_society": N_("Civil society"),
    "international": N_("International organisations"),
}
METADATA = "https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2"
Sections = tuple[Markup | Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreFigures(Context):
    """The way to the rows of UNODC that are not shown here: how many, and the measure."""

    template: ClassVar[str] = "pages/victims_more.html"
    hidden: int
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifiedBy(Context):
    """Figures by state and kind of body.

    Attributes:
        view: the figures.
        bodies: the names of the kinds.
        differing: the difference that a figure is in, by the id of the figure.
    """

    template: ClassVar[str] = "pages/victims_bodies.html"
    view: identified.IdentifiedVictims
    bodies: dict[str, str]
    differing: dict[str, str]


def content(page_request: PageRequest) -> Page:
    """Show one tab; without figures of UNODC the page begins with who identified whom."""
    words = page_request.words
    has_unodc = bool(page_request.view(within_country.build).columns)
    tabs = tuple((key, words(name)) for key, name in TABS if has_unodc or key not in UNODC_TABS)
    tab = chosen_tab(page_request, tabs)
    return Page(
        title=words("Victims: who was identified, by whom, and the routes named"),
        figures=True,
        lead=words("Identified victims only: their number says how many were found, not how many there are."),
        above=(tab_links(page_request, tabs),),
        filters=_filters(page_request) if tab == "years" else (),
        sections=_TABS[tab](page_request),
        tabs=tuple(key for key, _ in tabs),
    )


def _shares(page_request: PageRequest) -> Sections:
    words, view = page_request.words, page_request.view(within_country.build)
    ids = dict.fromkeys(figure.source_id for figure in view.figures)
    source = words("Source: {titles}", titles=titles([page_request.snapshot.source(each) for each in ids], words))
    drawn = victim_shares.chart(view, words, source=source, href=figure_address(page_request))
    more = MoreFigures(hidden=0, measure=within_country.MEASURE)
    return (with_differing(page_request, drawn, view.figures), render(page_request, more))


def _filters(page_request: PageRequest) -> tuple[Filter, ...]:
    return part_filter(page_request, _parts(page_request), _part(page_request))


def _parts(page_request: PageRequest) -> tuple[Part, ...]:
    held = page_request.view(statistics.parts, within_country.MEASURE)
    return tuple(part for part in held if part is not Part.TOTAL)


def _part(page_request: PageRequest) -> str:
    held = _parts(page_request)
    return page_request.one_of("part", held, held[0])


def _years(page_request: PageRequest) -> Sections:
    selection = explore.Selection(measure=within_country.MEASURE, part=_part(page_request))
    explored = page_request.view(explore.build, selection)
    shown = explored.rows[: explore.LIMIT]
    look = small_multiples.Look(words=page_request.words, href=figure_address(page_request))
    charts = (with_differing(page_request, small_multiples.chart(row, explored, look), row.figures) for row in shown)
    more = MoreFigures(hidden=len(explored.rows) - len(shown), measure=within_country.MEASURE)
    return (*charts, render(page_request, more))


def _bodies(page_request: PageRequest) -> Sections:
    bodies = {key: page_request.words(name) for key, name in BODIES.items()}
    differing = {figure.observation_id: d.group for d in page_request.snapshot.differences for figure in d.observations}
    return (
        render(
            page_request, IdentifiedBy(view=page_request.view(identified.build), bodies=bodies, differing=differing)
        ),
    )


def _routes(page_request: PageRequest) -> Sections:
    return (render(page_request, "pages/victims_routes.html", matrix=page_request.view(routes.build)),)


def _reading(page_request: PageRequest) -> Sections:
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
    return (*drawn, render(page_request, "pages/victims_context.html", metadata=METADATA))


_TABS: dict[str, Callable[[PageRequest], Sections]] = {
    "shares": _shares,
    "years": _years,
    "bodies": _bodies,
    "routes": _routes,
    "reading": _reading,
}

register_page(__name__, path="/victims", name="Victims", content=content)
layout = layout_of("/victims")
