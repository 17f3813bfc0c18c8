"""Victims: who was identified and by whom, printed shares without their base, and routes as mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from markupsafe import Markup

from bukhara.figures import shares
from bukhara.i18n.codes import N_
from bukhara.views import identified, routes
from bukhara.views.evidence import citations
from pages._ui.parts.contents import contents
from pages._ui.parts.differing import with_differing
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.sources import source_line
from pages._ui.parts.templates import render
from pages._ui.voices.figure_voices import voices

if TYPE_CHECKING:
    from bukhara.figures.chart import Chart
    from bukhara.model.observation import Observation

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


def content(reader: Reader) -> Page:
    """Show identified victims by body, the regional shares, the routes named, and how to read them."""
    words = reader.words
    view = reader.view(identified.build)
    drawn = _shares(reader, view)
    blocks: list[Markup | Chart] = [*contents(reader, *_parts(reader, view, drawn))]
    blocks.append(render(reader, "victims_rule.html"))
    blocks += [_block(reader, view, block) for block in view.blocks]
    blocks += drawn
    matrix = reader.view(routes.build)
    blocks.append(render(reader, "victims_routes.html", matrix=matrix, citations=_citations))
    blocks.append(render(reader, "victims_context.html", metadata=METADATA))
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
    return render(
        reader,
        "victims_block.html",
        view=view,
        block=block,
        title=reader.words(KINDS[block.kind]),
        columns={key: reader.words(name) for key, name in COLUMNS.items()},
        said=lambda figure, column: _said(reader, figure, column),
        citations=_citations,
        **voices(reader),
    )


def _said(reader: Reader, figure: Observation, column: str) -> str:
    """Return a citizenship as the country's name; other breakdowns are codes with labels of their own."""
    code = str(getattr(figure, column))
    framework = reader.snapshot.framework
    known = {place.code: place for place in framework.countries + framework.regions + framework.places}
    return reader.words.text(known[code].name) if code in known else ""


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
            href=lambda found: reader.href("/evidence", q=found),
        )
        for name, title, held in headings
        if held.figures
    ]
    shown = [held.figures for _, _, held in headings if held.figures]
    return [with_differing(reader, chart, figures) for chart, figures in zip(drawn, shown, strict=True)]


def _citations(figure: Observation) -> tuple[tuple[str, str], ...]:
    return citations(figure.quote, figure.source_locator)


register_page(__name__, path="/victims", name="Victims", content=content)
layout = layout_of("/victims")
