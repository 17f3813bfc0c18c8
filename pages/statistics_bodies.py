"""Who identified victims or assisted persons: state bodies, civil society, international organisations, never added."""

from collections.abc import Iterator, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.subjects import body_name, breakdown, place
from bukhara.i18n.units import unit_text
from bukhara.model.messages import N_
from bukhara.views.statistics import identified
from web.components.figures import figure_period, gap, value_link
from web.components.lists import head, named_cell, scrolled
from web.request import PageRequest

BODIES = {
    "state": N_("State bodies"),
    "civil_society": N_("Civil society"),
    "international": N_("International organisations"),
}


def bodies(page_request: PageRequest) -> tuple[Component, ...]:
    """Return the figures of each kind of body by country."""
    words, view = page_request.words, page_request.view(identified.build)
    apart = words("Figures of state bodies, civil society and international organisations are never put together.")
    published = html.A(words("What is published of small numbers"), href=page_request.href("/method") + "#disclosure")
    title = words("Who identified or assisted whom")
    careful = words(
        "Periods and ways of counting differ, so figures are not compared. A click on a figure shows the quotation."
    )
    support = html.A(words("What international organisations support"), href=page_request.href("/needs", tab="support"))
    return (
        html.P([apart, " ", published], className="guard"),
        html.Section(
            [
                html.H2(title),
                scrolled(title, _table(page_request, view)),
                html.P([careful, " ", support], className="small soft"),
            ],
            className="frame",
            id="bodies",
        ),
    )


def _table(page_request: PageRequest, view: identified.IdentifiedVictims) -> Component:
    words = page_request.words
    names = [words(BODIES[block.kind]) for block in view.blocks]
    differing = {figure.observation_id: d.group for d in page_request.snapshot.differences for figure in d.observations}
    rows = []
    for n, country in enumerate(view.framework.countries):
        cells = [
            named_cell(name, _cell(page_request, block.states[n] if block.states else None, differing))
            for name, block in zip(names, view.blocks, strict=True)
        ]
        rows.append(html.Tr([html.Th(words.text(country.short), scope="row"), *cells]))
    return html.Table([head([words("Country"), *names]), html.Tbody(rows)], className="bodies rows-as-blocks")


def _cell(
    page_request: PageRequest, state: identified.StateRows | None, differing: Mapping[str, str]
) -> list[Component]:
    words, framework = page_request.words, page_request.snapshot.framework
    found = [_found(page_request, each, differing) for each in (state.rows if state else ())]
    for figure in state.gaps if state else ():
        counted = breakdown(figure, words, framework) if figure.state != "not_asked" else ""
        found.append(_gap(page_request, figure.state, counted))
    return found or [_gap(page_request, "not_asked")]


def _gap(page_request: PageRequest, state: str, counted: str = "") -> Component:
    return html.P(gap(state, label(page_request.words, state), counted), className=f"c s-{state}")


def _found(page_request: PageRequest, found: identified.VictimFigure, differing: Mapping[str, str]) -> Component:
    words, figure = page_request.words, found.figure
    unit = html.Span(f"{unit_text(figure, words)}, {label(words, figure.stage)}")
    body = body_name(figure.reporter, words, page_request.snapshot.framework)
    dated: list[Any] = [f"{figure_period(page_request, figure)} · {body}"]
    if figure.observation_id in differing:
        address = page_request.href("/contested") + f"#{differing[figure.observation_id]}"
        dated += [" · ", html.A(words("sources differ"), href=address)]
    number = [value_link(page_request, figure, "fact-v"), " ", unit, *_parts(page_request, found)]
    return html.Div([html.P(number), html.P(dated, className="n")], className="found")


def _parts(page_request: PageRequest, found: identified.VictimFigure) -> Iterator[Any]:
    """Yield the parts into which a source breaks a figure down; on hover a form has its name in HTCDS."""
    words, framework = page_request.words, page_request.snapshot.framework
    for column in ("sex", "age_group", "form_of_exploitation", "citizenship"):
        for figure in found.broken_down_by(column):
            code = getattr(figure, column)
            form = framework.htcds(code) if column == "form_of_exploitation" else ""
            number = "" if figure is found.figure else f": {value_text(figure, words)}"
            said = f"{place(code, words, framework)}{number}"
            yield html.Span(said, className="part", title=f"HTCDS v2.0: {form}" if form else None)
