"""Victims: shares within a country, UNODC's years, who identified whom, routes as mentions, and how to read them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts import shares, small_multiples, victim_shares
from bukhara.charts.chart import Chart
from bukhara.i18n.titles import titles
from bukhara.model.messages import N_
from bukhara.views import explore, identified, routes, statistics
from bukhara.views import victim_shares as within_country
from bukhara.views.statistics import Part
from web.charts import figure_address, source_line, with_differing
from web.filters import part_filter
from web.layout import layout_of
from web.page import Filter, Page
from web.request import Reader
from web.tabs import chosen_tab, tabs_block
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
Blocks = tuple[Markup | Chart, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteMatrix(Context):
    """Countries named as origin, transit or destination."""

    template: ClassVar[str] = "pages/victims_routes.html"
    matrix: routes.RouteTable


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead(Context):
    """How such numbers are read elsewhere; `metadata` is the address of the SDG metadata."""

    template: ClassVar[str] = "pages/victims_context.html"
    metadata: str


def content(reader: Reader) -> Page:
    """Show one tab; without figures of UNODC the page begins with who identified whom."""
    words = reader.words
    has_unodc = bool(reader.view(within_country.build).columns)
    tabs = tuple((key, words(name)) for key, name in TABS if has_unodc or key not in UNODC_TABS)
    tab = chosen_tab(reader, tabs)
    return Page(
        title=words("Victims: who was identified, by whom, and the routes named"),
        figures=True,
        lead=words("Identified victims only: their number says how many were found, not how many there are."),
        above=(tabs_block(reader, tabs),),
        filters=_filters(reader) if tab == "years" else (),
        blocks=_TABS[tab](reader),
        tabs=tuple(key for key, _ in tabs),
    )


def _shares(reader: Reader) -> Blocks:
    words, view = reader.words, reader.view(within_country.build)
    ids = dict.fromkeys(figure.source_id for figure in view.figures)
    source = words("Source: {titles}", titles=titles([reader.snapshot.source(each) for each in ids], words))
    drawn = victim_shares.chart(view, words, source=source, href=figure_address(reader))
    more = MoreFigures(hidden=0, measure=within_country.MEASURE)
    return (with_differing(reader, drawn, view.figures), render(reader, more))


def _filters(reader: Reader) -> tuple[Filter, ...]:
    return part_filter(reader, _parts(reader), _part(reader))


def _parts(reader: Reader) -> tuple[Part, ...]:
    held = reader.view(statistics.parts, within_country.MEASURE)
    return tuple(part for part in held if part is not Part.TOTAL)


def _part(reader: Reader) -> str:
    held = _parts(reader)
    return reader.one_of("part", held, held[0])


def _years(reader: Reader) -> Blocks:
    selection = explore.Selection(measure=within_country.MEASURE, part=_part(reader))
    explored = reader.view(explore.build, selection)
    shown = explored.rows[: explore.LIMIT]
    look = small_multiples.Look(words=reader.words, href=figure_address(reader))
    charts = (with_differing(reader, small_multiples.chart(row, explored, look), row.figures) for row in shown)
    more = MoreFigures(hidden=len(explored.rows) - len(shown), measure=within_country.MEASURE)
    return (*charts, render(reader, more))


def _bodies(reader: Reader) -> Blocks:
    bodies = {key: reader.words(name) for key, name in BODIES.items()}
    differing = {figure.observation_id: d.group for d in reader.snapshot.differences for figure in d.observations}
    return (render(reader, IdentifiedBy(view=reader.view(identified.build), bodies=bodies, differing=differing)),)


def _routes(reader: Reader) -> Blocks:
    return (render(reader, RouteMatrix(matrix=reader.view(routes.build))),)


def _reading(reader: Reader) -> Blocks:
    words, view = reader.words, reader.view(identified.build)
    headings = (
        ("shares-sex-age", words("Identified victims in the region by sex and age, shares"), view.by_sex_and_age),
        ("shares-form", words("Identified victims in the region by form of exploitation, shares"), view.by_form),
    )
    href, source = figure_address(reader), source_line(reader, "REG")
    drawn = (
        with_differing(reader, shares.chart(held, words, heading=(name, title), source=source, href=href), held.figures)
        for name, title, held in headings
        if held.figures
    )
    return (*drawn, render(reader, HowToRead(metadata=METADATA)))


_TABS: dict[str, Callable[[Reader], Blocks]] = {
    "shares": _shares,
    "years": _years,
    "bodies": _bodies,
    "routes": _routes,
    "reading": _reading,
}

register_page(__name__, path="/victims", name="Victims", content=content)
layout = layout_of("/victims")
