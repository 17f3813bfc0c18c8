"""Victims: who was identified and by whom, printed shares without their base, and routes as mentions."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.figures import shares
from bukhara.figures.chart import Chart
from bukhara.i18n.codes import N_
from bukhara.views import identified, routes
from web.charts import source_line, with_differing
from web.layout import contents, layout_of
from web.page import Page
from web.request import Reader
from web.statistics_links import statistics_links
from web.templating import Context, render

COLUMNS = {
    "sex": N_("Sex"),
    "age_group": N_("Age group"),
    "form_of_exploitation": N_("Form of exploitation"),
    "citizenship": N_("Citizenship"),
}
KINDS = {
    "state": N_("Identified or assisted by state bodies"),
    "civil_society": N_("Identified or assisted by civil society organisations"),
    "international": N_("Identified or assisted by international organisations"),
}
BODIES = {
    "state": N_("State bodies"),
    "civil_society": N_("Civil society"),
    "international": N_("International organisations"),
}
METADATA = "https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverTogether(Context):
    """Why figures of different bodies are never put together."""

    template: ClassVar[str] = "pages/victims_rule.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifiedBy(Context):
    """Victims identified by one kind of body; `columns` are the breakdowns with their names."""

    template: ClassVar[str] = "pages/victims_block.html"
    view: identified.Identified
    block: identified.Block
    title: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteMatrix(Context):
    """Countries named as origin, transit or destination."""

    template: ClassVar[str] = "pages/victims_routes.html"
    matrix: routes.Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead(Context):
    """How such numbers are read elsewhere; `metadata` is the address of the SDG metadata."""

    template: ClassVar[str] = "pages/victims_context.html"
    metadata: str


def content(reader: Reader) -> Page:
    """Show identified victims by body, the regional shares, the routes named, and how to read them."""
    words = reader.words
    view = reader.view(identified.build)
    drawn = _shares(reader, view)
    blocks: list[Markup | Chart] = [*contents(reader, *_parts(reader, view, drawn))]
    blocks.append(render(reader, NeverTogether()))
    blocks += [_block(reader, view, block) for block in view.blocks]
    blocks += statistics_links(reader)
    blocks += drawn
    matrix = reader.view(routes.build)
    blocks.append(render(reader, RouteMatrix(matrix=matrix)))
    blocks.append(render(reader, HowToRead(metadata=METADATA)))
    return Page(
        title=words("Victims: who was identified, by whom, and the routes named"),
        lead=words(
            "Identified victims only: their number says how many were found, not how many there are. "
            "Figures of state bodies, civil society and international organisations are never put together."
        ),
        blocks=tuple(blocks),
    )


def _parts(reader: Reader, view: identified.Identified, drawn: list[Chart]) -> list[tuple[str, str]]:
    words = reader.words
    return [
        *(("by-" + block.kind.replace("_", "-"), words(BODIES[block.kind])) for block in view.blocks),
        *(((drawn[0].id, words("Shares in the region")),) if drawn else ()),
        ("routes", words("Countries named")),
        ("reading", words("How such numbers are read elsewhere")),
    ]


def _block(reader: Reader, view: identified.Identified, block: identified.Block) -> Markup:
    columns = {key: reader.words(name) for key, name in COLUMNS.items()}
    context = IdentifiedBy(view=view, block=block, title=reader.words(KINDS[block.kind]), columns=columns)
    return render(reader, context)


def _shares(reader: Reader, view: identified.Identified) -> list[Chart]:
    words = reader.words
    headings = (
        ("shares-sex-age", words("Identified victims in the region by sex and age, shares"), view.by_sex_and_age),
        ("shares-form", words("Identified victims in the region by form of exploitation, shares"), view.by_form),
    )
    drawn = [
        shares.chart(
            held,
            words,
            heading=(name, title),
            source=source_line(reader, "REG"),
            href=lambda found: reader.href(f"/evidence/observation/{found}"),
        )
        for name, title, held in headings
        if held.figures
    ]
    shown = [held.figures for _, _, held in headings if held.figures]
    return [with_differing(reader, chart, figures) for chart, figures in zip(drawn, shown, strict=True)]


register_page(__name__, path="/victims", name="Victims", content=content)
layout = layout_of("/victims")
